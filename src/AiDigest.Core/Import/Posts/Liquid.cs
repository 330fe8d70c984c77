using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// Liquid of Jekyll: code, links to posts and addresses of the site have counterparts; loops and conditions have none, so their text stays
/// and they are listed.
/// </summary>
internal static partial class Liquid
{
    public static string Code(string text)
    {
        text = Raw().Replace(text, match => match.Groups[1].Value.Replace('{', HiddenBrace.Mark));
        text = Comment().Replace(text, "");
        return Highlight().Replace(text, match => $"\n```{match.Groups[1].Value}\n{match.Groups[2].Value.Trim('\n')}\n```\n");
    }

    public static string Restore(string text) => text.Replace(HiddenBrace.Mark, '{');

    public static string Replace(string text, ImportNotes notes)
    {
        text = Tag().Replace(text, match => match.Groups[1].Value switch
        {
            "post_url" or "link" =>
                PostLinks.Scheme + Uri.EscapeDataString("/" + match.Groups[2].Value.Trim().TrimStart('/')) is var link
                    && match.Groups[1].Value == "post_url"
                ? PostLinks.Scheme + Uri.EscapeDataString(match.Groups[2].Value.Trim()) : link,
            "include"
                when (Shortcodes.Named(match.Groups[2].Value, "src") ?? Shortcodes.Named(match.Groups[2].Value, "image_path")
                ?? Shortcodes.Named(match.Groups[2].Value, "url")) is { } source
                && match.Groups[2].Value.Contains(
                    "fig", StringComparison.OrdinalIgnoreCase) | match.Groups[2].Value.Contains("im", StringComparison.OrdinalIgnoreCase) =>
                        Shortcodes.Figure(source, match.Groups[2].Value),
            "endraw" or "raw" or "endhighlight" => "",
            _ => Lost(match.Value, notes),
        });
        return Output().Replace(text, match => Value(match.Groups[1].Value) ?? Lost(match.Value, notes));
    }

    /// <summary>What an output says: an address of the site is its path. Null where only Jekyll knows.</summary>
    private static string? Value(string expression)
    {
        var parts = expression.Split('|', StringSplitOptions.TrimEntries);
        var value = parts[0];
        var isText = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
        return value is "site.baseurl" or "site.url" ? ""
            : isText
                && parts.Skip(1)
                .All(filter => filter is "relative_url" or "absolute_url"
                || filter.StartsWith("prepend", StringComparison.Ordinal)) ? value[1..^1]
            : null;
    }

    private static string Lost(string tag, ImportNotes notes)
    {
        notes.Lost(Messages.LostLiquid(tag));
        return "";
    }

    [GeneratedRegex(
        @"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Raw();

    [GeneratedRegex(
        @"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"\{%-?\s*highlight\s+([\w+#.-]+)[^%]*%\}(.*?)\{%-?\s*endhighlight\s*-?%\}",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Highlight();

    [GeneratedRegex(@"\{%-?\s*(\w+)\s*([^{}]*?)\s*-?%\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{-?\s*([^{}<>%]+?)\s*-?\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Output();
}
