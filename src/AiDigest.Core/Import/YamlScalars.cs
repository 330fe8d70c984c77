using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import;

/// <summary>Texts as values of YAML.</summary>
public static class YamlScalars
{
    /// <summary>The text without characters that no text may hold: controls, noncharacters of Unicode, halves of surrogate pairs.</summary>
    public static string Printable(string text)
    {
        var clean = Unprintable.IsIn(text) ? Unprintable.Without(text) : text;
        return HasHalf(clean) ? System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean)) : clean;
    }

    /// <summary>The text on one line, without characters that no text may hold.</summary>
    public static string Line(string text)
    {
        var clean = Printable(text);
        return string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HasHalf(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[++i])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The value of a key, or an item on its own line: as it is where nothing in it means anything to YAML, else in quotes.
    /// </summary>
    public static string Scalar(string text) => Written(Line(text), inBrackets: false);

    /// <summary>A value that stays a text where YAML would see a number or a date, as below <c>extra</c>.</summary>
    public static string Text(string text)
    {
        text = Line(text);
        return text.Any(c => char.IsLetter(c))
            && text is not ("true" or "false" or "null" or "True" or "False" or "Null" or "TRUE" or "FALSE" or "NULL")
            && !char.IsAsciiDigit(text[0])
            ? Scalar(text)
            : Quoting.Double(text);
    }

    /// <summary>An item of a list in brackets.</summary>
    public static string Item(string text) => Written(Line(text), inBrackets: true);

    private static string Written(string text, bool inBrackets)
    {
        if (IsPlain(text, inBrackets))
        {
            return text;
        }

        // In single quotes a backslash stands for itself, which TeX needs.
        return text.Contains('\\', StringComparison.Ordinal) ? Quoting.Single(text) : Quoting.Double(text);
    }

    private static bool IsPlain(string text, bool inBrackets)
    {
        if (text.Length == 0 || !(char.IsLetterOrDigit(text[0]) || text[0] == '«') || text.EndsWith(':'))
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var means = c is '#' or '"' or '\'' or '\\' || (c == ':' && !text.AsSpan(i).StartsWith("://"))
                || (inBrackets && c is ',' or '[' or ']' or '{' or '}');
            if (means)
            {
                return false;
            }
        }

        return true;
    }
}
