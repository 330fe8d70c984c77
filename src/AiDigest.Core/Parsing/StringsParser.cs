using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>Reads the words of a theme, <c>templates/strings.ru.yaml</c>; names of nested mappings are joined with dots.</summary>
public static class StringsParser
{
    public static Parsed<IReadOnlyDictionary<string, LocalizedText>> Parse(string path, ReadOnlySpan<byte> bytes) => throw new NotImplementedException();
}
