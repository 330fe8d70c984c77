using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>Reads the standing pages of <c>content/pages</c>.</summary>
public static class PageParser
{
    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC: <c>content/pages/docs/howto.md</c>.</param>
    public static Parsed<ParsedPage> Parse(string path, ReadOnlySpan<byte> bytes, Limits limits) => throw new NotImplementedException();
}
