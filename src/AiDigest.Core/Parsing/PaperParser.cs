using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>Reads the entries of <c>content/papers</c>.</summary>
public static class PaperParser
{
    /// <summary>A file with front matter and Markdown: one entry.</summary>
    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC.</param>
    public static Parsed<IReadOnlyList<ParsedPaper>> Markdown(string path, ReadOnlySpan<byte> bytes, Limits limits) => throw new NotImplementedException();

    /// <summary>A YAML file: one entry with a <c>body</c>, or a day of several under <c>entries</c>.</summary>
    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC.</param>
    public static Parsed<IReadOnlyList<ParsedPaper>> Yaml(string path, ReadOnlySpan<byte> bytes, Limits limits) => throw new NotImplementedException();
}
