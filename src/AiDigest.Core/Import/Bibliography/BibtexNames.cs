using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>
/// Lists of names: joined by <c>and</c> in any case between white space, braces protect; "von Last, Jr, First" is turned round as in
/// "BibTeXing", section 4, and so is biblatex's <c>family=…, given=…</c>.
/// </summary>
internal static partial class BibtexNames
{
    public static IReadOnlyList<string> Read(string? list, ImportNotes notes)
    {
        var names = new List<string>();
        foreach (var name in Split(list ?? ""))
        {
            var (known, isOpen) = Closed(name.Trim());
            if (isOpen)
            {
                notes.Note(Messages.AuthorsAndOthers);
            }

            if (LatexText.Plain(Turned(known), notes) is { Length: > 0 } plain)
            {
                names.Add(Numbered().Replace(plain, ""));
            }
        }

        return names;
    }

    /// <summary>A name without what stands for the authors that the list leaves out.</summary>
    private static (string Name, bool IsOpen) Closed(string name)
    {
        foreach (var rest in (string[])["others", "et al.", "et al", "и др."])
        {
            if (name.EndsWith(rest, StringComparison.OrdinalIgnoreCase)
                && (name.Length == rest.Length || name[^(rest.Length + 1)] is ' ' or ',' or '~'))
            {
                return (name[..^rest.Length].TrimEnd(' ', ',', '~'), true);
            }
        }

        return (name, false);
    }

    /// <summary>DBLP tells authors of one name apart by a number of four digits.</summary>
    [System.Text.RegularExpressions.GeneratedRegex("(?<=[^0-9\\s]) [0-9]{4}$")]
    private static partial System.Text.RegularExpressions.Regex Numbered();

    /// <summary>
    /// Splits at <c>and</c> outside of braces. Several names joined by commas alone are none that BibTeX could read, and are split there.
    /// </summary>
    private static List<string> Split(string list)
    {
        var names = new List<string>();
        var start = 0;
        var depth = 0;
        for (var i = 0; i < list.Length; i++)
        {
            depth += list[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (list[i] == '\\')
            {
                i++;
            }
            else if (depth <= 0 && char.IsWhiteSpace(list[i]) && IsAnd(list, i))
            {
                names.Add(list[start..i]);
                start = i + 4;
                i += 3;
            }
            else if (depth <= 0 && (list[i] == ';' || IsAmpersand(list, i)))
            {
                // No name that BibTeX reads holds these; other programs part names so.
                names.Add(list[start..i]);
                start = i + 1;
            }
        }

        names.Add(list[Math.Min(start, list.Length)..]);
        return names is [var one] && Commas(one) is { Count: > 3 } parts
            && parts.All(part => part.Trim().Contains(' ', StringComparison.Ordinal)) ? parts : names;
    }

    private static bool IsAnd(string list, int at) =>
        at + 4 < list.Length && char.IsWhiteSpace(list[at + 4])
            && string.Compare(list, at + 1, "and", 0, 3, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>A lone sign between two names that are turned round: <c>Smith, J. &amp; Doe, J.</c>, and no firm of two partners.</summary>
    private static bool IsAmpersand(string list, int at) =>
        list[at] == '&' && at > 0 && at + 1 < list.Length && list[at - 1] == ' ' && list[at + 1] == ' '
            && list.AsSpan(0, at).Contains(',') && list.AsSpan(at).Contains(',');

    private static string Turned(string name)
    {
        var parts = Commas(name).ConvertAll(part => part.Trim());
        if (parts.Exists(part => part.StartsWith("family=", StringComparison.OrdinalIgnoreCase)))
        {
            string Part(string key) =>
                parts.Find(part => part.StartsWith(key + "=", StringComparison.OrdinalIgnoreCase)) is { } found ? found[(key.Length + 1)..]
                    .Trim().Trim('"') : "";
            return string.Join(' ', [Part("given"), Part("prefix"), Part("family"), Part("suffix")]);
        }

        return parts switch
        {
            [var last, var first] when IsSuffix(first) => $"{last} {first}",
            [var last, var first] => $"{first} {last}",
            [var last, var suffix, var first] when IsSuffix(first) && !IsSuffix(suffix) => $"{suffix} {last} {first}",
            [var last, var suffix, var first] => $"{first} {last} {suffix}",
            _ => name,
        };
    }

    private static bool IsSuffix(string text) => text.Trim('{', '}', '.', ' ') is "Jr" or "Sr" or "jr" or "sr" or "II" or "III" or "IV";

    /// <summary>The parts between commas outside of braces.</summary>
    private static List<string> Commas(string text)
    {
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == ',' && depth <= 0)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }
}
