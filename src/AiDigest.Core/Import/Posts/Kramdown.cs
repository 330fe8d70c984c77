using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// What kramdown and Goldmark add to Markdown: attribute lists, which say how a page looks and are listed; ids of headings, which links
/// follow; formulas between double dollars within a line and between doubled backslashes.
/// </summary>
internal static partial class Kramdown
{
    /// <param name="headings">Gets the ids that links may name, and the id of the heading in the new site.</param>
    public static string Attributes(string text, Dictionary<string, string> headings, ImportNotes notes)
    {
        text = Contents().Replace(text, match => Lost(match, notes));
        text = Heading().Replace(text, match =>
        {
            var (words, attributes) = (match.Groups[2].Value.TrimEnd(' ', '#'), match.Groups[3].Value);
            var id = AiDigest.Core.Model.Slug.Of(words);
            headings.TryAdd(id, id);
            headings.TryAdd(words.ToLowerInvariant().Replace(' ', '-'), id);
            if (Id().Match(attributes) is { Success: true } named)
            {
                headings.TryAdd(named.Groups[1].Value, id);
            }

            if (attributes.Length > 0)
            {
                notes.Lost(Messages.LostHeadingAttributes(attributes));
            }

            return match.Groups[1].Value + words;
        });
        return Lists().Replace(text, match => Lost(match, notes));
    }

    public static string Formulas(string text)
    {
        text = Parentheses().Replace(text, match => $"${match.Groups[1].Value.Trim()}$");
        text = Brackets().Replace(text, match => $"$${match.Groups[1].Value}$$");
        return Dollars().Replace(text, match =>
        {
            var isAlone = IsBlank(text, match.Index, -1) && IsBlank(text, match.Index + match.Length, 1);
            var tex = match.Groups[1].Value.ReplaceLineEndings(" ").Trim();
            var digits = match.Groups[2].Value;
            return isAlone || tex.Length == 0 ? match.Value : $"${tex}{digits}$";
        });
    }

    /// <summary>There is nothing else between here and the nearest blank line or the end of the text.</summary>
    private static bool IsBlank(string text, int at, int step)
    {
        var ends = 0;
        for (var i = step < 0 ? at - 1 : at; i >= 0 && i < text.Length && ends < 2; i += step)
        {
            if (text[i] == '\n')
            {
                ends++;
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Lost(Match match, ImportNotes notes)
    {
        notes.Lost(Messages.LostAttributes(match.Value.Trim()));
        return "";
    }

    // A list item that kramdown replaces by a table of contents.
    [GeneratedRegex(
        @"^[ \t]*(?:[-*+]|[0-9]+\.)[^\n]*\n[ \t]*\{:\s*toc\s*\}[ \t]*$|^[ \t]*\[(?:TOC|toc)\][ \t]*$",
        RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Contents();

    [GeneratedRegex(
        @"^(\#{1,6}[ \t]+)([^\n{]*?)[ \t]*(\{:?[ \t]*[#.][^{}\n]*\})?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"#([\w:.-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"[ \t]*\{:{1,2}/?[^{}\n]*\}|(?<=[\])])\{[.#][^{}\n]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Lists();

    [GeneratedRegex(@"\\\\\((.{1,1000}?)\\\\\)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"\\\\\[(.{1,4000}?)\\\\\]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"(?<!\\)\$\$([^$]{1,4000}?)\$\$(\p{Nd}*)", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();
}
