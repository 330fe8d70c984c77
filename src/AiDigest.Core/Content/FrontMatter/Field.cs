using AiDigest.Core.Content.Yaml;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>What a key of a source file holds.</summary>
public enum FieldType
{
    /// <summary>Text for readers.</summary>
    Text,
    TextList,
    Flag,
    Number,
    Date,
    Slug,

    /// <summary>Paths in the site that end in <c>/</c> or <c>.html</c>.</summary>
    AliasList,

    /// <summary>The path of a file beside the source.</summary>
    RelativePath,

    /// <summary>An http(s) address.</summary>
    Address,

    /// <summary>One http(s) address or a list of them.</summary>
    Addresses,
    ArxivId,
    Doi,

    /// <summary>A list of <see cref="ValueFormats.Correction"/>.</summary>
    Corrections,

    /// <summary>A list of <see cref="ValueFormats.MenuItem"/>.</summary>
    Menu,

    /// <summary>A mapping of <see cref="ValueFormats.Limits"/>.</summary>
    Limits,

    /// <summary>Names out of <see cref="ValueFormats.Outputs"/>.</summary>
    Outputs,

    /// <summary>A mapping of rules of checking to their switches.</summary>
    Checks,

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    Language,

    /// <summary>A name of the IANA time zone database.</summary>
    TimeZone,

    /// <summary>Any mapping, typed by the core schema of YAML 1.2.</summary>
    Free,

    /// <summary>Markdown.</summary>
    Body,

    /// <summary>A list of <see cref="ValueFormats.Paper"/> with a <c>body</c> each.</summary>
    Entries,
}

public enum Presence
{
    /// <summary>May be left out; blank means left out.</summary>
    Optional,

    /// <summary>May be left out, but not be blank.</summary>
    Filled,
    Required,
}

/// <summary>One key of a file format: what binds it, checks it, and describes it to editors.</summary>
/// <param name="Description">One sentence without a full stop.</param>
public record Field(string Name, FieldType Type, Presence Presence, string Description)
{
    /// <summary>Of a <see cref="FieldType.Number"/>; the least is 1.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>Of an <see cref="FieldType.Address"/> that wants more, or less, than any http(s) address: a pattern (ECMA 262) for editors.</summary>
    public string? Form { get; init; }
}

/// <param name="Bind">Puts a value that is not blank into the record; one with a mistake leaves it as it is.</param>
/// <param name="OfOne">Belongs to one entry: a day file cannot share it among its entries.</param>
internal sealed record Field<T>(string Name, FieldType Type, Presence Presence, string Description, Func<T, YamlValue, ValueReader, T> Bind, bool OfOne = false)
    : Field(Name, Type, Presence, Description);
