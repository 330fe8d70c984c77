using System.Text;

namespace AiDigest.Core.Content.Yaml;

/// <summary>A list in brackets that YAML does not read, split at its commas as its author meant it.</summary>
internal static class BracketList
{
    /// <summary>The list with items in quotes where they need them; null where it has a list or mapping inside.</summary>
    /// <param name="tags">A leading <c>#</c> is left out: a tag needs none.</param>
    public static string? Fixed(string written, bool tags)
    {
        var inner = written[1..].TrimEnd();
        inner = inner.EndsWith(']') ? inner[..^1] : inner;
        if (inner.AsSpan().IndexOfAny("[]{}") >= 0)
        {
            return null;
        }

        var fixedText = new StringBuilder("[");
        foreach (var part in Split(inner))
        {
            var item = part.Trim();
            if (item.Length == 0)
            {
                continue;
            }

            if (tags && item.TrimStart('#').TrimStart() is { Length: > 0 } bare)
            {
                item = bare;
            }

            fixedText.Append(fixedText.Length > 1 ? ", " : "").Append(IsQuoted(item) ? item : Quoting.Item(item));
        }

        return fixedText.Append(']').ToString();
    }

    private static bool IsQuoted(string item) => item.Length > 1 && item[0] is '"' or '\'' && item[^1] == item[0];

    private static List<string> Split(string inner)
    {
        var parts = new List<string>();
        var start = 0;
        var quote = '\0';
        for (var i = 0; i < inner.Length; i++)
        {
            if (quote != '\0')
            {
                quote = inner[i] == quote ? '\0' : quote;
            }
            else if (inner[i] is '"' or '\'' && inner[start..i].Trim().Length == 0)
            {
                quote = inner[i];
            }
            else if (inner[i] == ',')
            {
                parts.Add(inner[start..i]);
                start = i + 1;
            }
        }

        parts.Add(inner[start..]);
        return parts;
    }
}
