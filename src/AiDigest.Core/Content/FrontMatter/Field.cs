using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.FrontMatter;

public enum Presence
{
    /// <summary>May be left out; blank means left out.</summary>
    Optional,

    /// <summary>May be left out, but not be blank.</summary>
    Filled,
    Required,
}

/// <summary>One key of a file format: what binds it, checks it, and describes it to editors.</summary>
/// <param name="Description">One sentence without a full stop, in both languages.</param>
public record Field(string Name, FieldType Type, Presence Presence, Message Description)
{
    /// <summary>Of a <see cref="FieldType.Number"/>; the least is 1.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>
    /// Of an <see cref="FieldType.Address"/> that wants more, or less, than any http(s) address: a pattern (ECMA 262) for editors.
    /// </summary>
    public string? Form { get; init; }
}

/// <param name="Bind">Puts a value that is not blank into the record; one with a mistake leaves it as it is.</param>
/// <param name="OfOne">Belongs to one entry: a day file cannot share it among its entries.</param>
internal record Field<T>(
    string Name, FieldType Type, Presence Presence, Message Description, Func<T, YamlValue, ValueReader, T> Bind, bool OfOne = false)
    : Field(Name, Type, Presence, Description);
