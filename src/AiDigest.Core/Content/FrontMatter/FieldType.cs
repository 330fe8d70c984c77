namespace AiDigest.Core.Content.FrontMatter;

/// <summary>What a key of a source file holds.</summary>
public enum FieldType
{
    /// <summary>Text for readers.</summary>
    Text,
    TextList,
    Flag,

    /// <summary>The name of a host.</summary>
    Host,
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

    /// <summary>Names of kinds of output.</summary>
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
