using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>Reads the registry of tags, <c>content/tags.yaml</c>, in the author's order.</summary>
public static class TagsParser
{
    public static Parsed<IReadOnlyList<RegisteredTag>> Parse(string path, ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
