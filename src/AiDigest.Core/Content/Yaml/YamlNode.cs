using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.Yaml;

internal enum YamlKind : byte
{
    Scalar,
    Sequence,
    Mapping,

    /// <summary>An alias or the like, reported already; readers skip it.</summary>
    Broken,
}

internal enum YamlStyle : byte
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}

internal readonly record struct YamlPair(YamlNode Key, YamlNode Value);

/// <summary>
/// A value of a YAML file with its place. Lines and columns are 1-based places of the file; the end is exclusive. Scalars are
/// text as written: what a plain <c>2411.10510</c> means, the field decides.
/// </summary>
internal sealed class YamlNode
{
    public required YamlKind Kind { get; init; }

    public string Text { get; init; } = "";

    public YamlStyle Style { get; init; }

    /// <summary>In brackets or braces.</summary>
    public bool Flow { get; init; }

    public required int Line { get; init; }

    public required int Column { get; init; }

    public int EndLine { get; set; }

    public int EndColumn { get; set; }

    public List<YamlNode>? Items { get; init; }

    public List<YamlPair>? Pairs { get; init; }

    public bool IsPlain => Kind == YamlKind.Scalar && Style == YamlStyle.Plain;

    /// <summary>Nothing, or quotes around nothing but white space.</summary>
    public bool IsBlank => Kind == YamlKind.Scalar && string.IsNullOrWhiteSpace(Text);

    /// <summary>What the author gave, in the words of a message.</summary>
    public Message Noun => Kind switch
    {
        YamlKind.Sequence => Messages.AList,
        YamlKind.Mapping => Messages.AMapping,
        _ => Messages.AText,
    };
}
