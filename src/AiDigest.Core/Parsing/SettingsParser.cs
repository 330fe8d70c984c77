using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>Reads <c>content/site.yaml</c>; an empty file gives the defaults.</summary>
public static class SettingsParser
{
    public static Parsed<Settings> Parse(string path, ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
