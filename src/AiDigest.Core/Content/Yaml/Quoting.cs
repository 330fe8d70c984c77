using System.Buffers;

namespace AiDigest.Core.Content.Yaml;

/// <summary>Writes fixed lines. Columns are 1-based; one that lies outside its line is brought inside.</summary>
internal static class Quoting
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(",[]{}\"'#&*!|>%@`:");

    /// <summary>A text in double quotes, as YAML reads it back.</summary>
    public static string Double(string text) =>
        "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>A text in single quotes, in which a backslash stands for itself.</summary>
    public static string Single(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The line with what is between two columns (the second exclusive) in double quotes.</summary>
    public static string Span(string line, int column, int end) => Replace(line, column, end, Double(Between(line, column, end)));

    /// <summary>The line with everything from a column on in double quotes.</summary>
    public static string Rest(string line, int column) => Span(line, column, line.Length + 1);

    public static string Between(string line, int column, int end)
    {
        var start = Math.Clamp(column - 1, 0, line.Length);
        return line[start..Math.Clamp(end - 1, start, line.Length)].TrimEnd();
    }

    public static string Replace(string line, int column, int end, string with)
    {
        var start = Math.Clamp(column - 1, 0, line.Length);
        return (line[..start] + with + line[Math.Clamp(end - 1, start, line.Length)..]).TrimEnd();
    }

    /// <summary>The text as an item of a list in brackets: in quotes where it could not be plain.</summary>
    public static string Item(string text) =>
        text.AsSpan().ContainsAny(Signs) || text.Length == 0 || text[0] is '-' or '?' ? Double(text) : text;
}
