using System.Globalization;
using System.Text;
using AiDigest.Core.Content;
using AiDigest.Core.Content.Yaml;

namespace AiDigest.Core.Import;

/// <summary>Texts as values of YAML.</summary>
public static class YamlScalars
{
    /// <summary>The text on one line, without characters that no text may hold.</summary>
    public static string Line(string text)
    {
        var clean = Unprintable.IsIn(text) ? Unprintable.Without(text) : text;
        return string.Join(' ', clean.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The value of a key, or an item on a line of its own: as it stands where nothing in it means anything to YAML, else in quotes.</summary>
    public static string Scalar(string text) => Written(Line(text), inBrackets: false);

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
