using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// Shortcodes of Hugo: code, figures, references and videos have counterparts; the text inside of others stays, and they are listed.
/// </summary>
internal static partial class Shortcodes
{
    private static readonly Dictionary<string, string> Players = new(StringComparer.Ordinal)
    {
        ["youtube"] = "https://www.youtube.com/watch?v=",
        ["vimeo"] = "https://vimeo.com/",
        ["gist"] = "https://gist.github.com/",
        ["x"] = "https://x.com/i/status/",
        ["tweet"] = "https://x.com/i/status/",
        ["instagram"] = "https://www.instagram.com/p/",
    };

    /// <summary>Code between shortcodes becomes a fence, before anything else looks at the text.</summary>
    public static string Code(string text) =>
        Highlight().Replace(text, match => $"\n```{Word(match.Groups[1].Value)}\n{match.Groups[2].Value.Trim('\n')}\n```\n");

    public static string Replace(string text, ImportNotes notes) =>
        Tag().Replace(Comment().Replace(text, $"{HiddenBrace.Mark}{HiddenBrace.Mark}$1$2$3}}}}"), match =>
    {
        var (isEnd, name, arguments) = (match.Groups[1].Length > 0, match.Groups[2].Value, match.Groups[3].Value);
        return name switch
        {
            "ref" or "relref" => PostLinks.Scheme + Uri.EscapeDataString(First(arguments)),
            "figure" or "img" or "image" when !isEnd && (Named(arguments, "src") ?? Named(arguments, "link")) is { } source =>
                Figure(source, arguments),
            "br" => "\\\n",
            _ when isEnd => "",
            _ when Players.TryGetValue(name, out var player) => Player(name, player, arguments, notes),
            _ => Lost(match.Value, notes),
        };
    });

    /// <summary>The value of a named argument.</summary>
    public static string? Named(string arguments, string name) =>
        Argument().Matches(arguments)
            .FirstOrDefault(match => match.Groups[1].Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? found.Groups[2].Success ? found.Groups[2].Value : found.Groups[3].Success ? found.Groups[3].Value : found.Groups[4].Value
            : null;

    /// <summary>A picture with what it shows; its caption where there are no other words.</summary>
    public static string Figure(string source, string arguments)
    {
        var words = Named(arguments, "alt") ?? Named(arguments, "caption") ?? Named(arguments, "title") ?? "";
        var caption = Named(arguments, "caption") ?? Named(arguments, "title");
        var below = caption is not null && caption != words ? $"\n\n*{caption}*" : "";
        return $"![{words.Replace("]", "\\]", StringComparison.Ordinal)}](<{source}>){below}";
    }

    private static string Player(string name, string address, string arguments, ImportNotes notes)
    {
        var id = Named(arguments, "id") ?? First(arguments).Replace(' ', '/');
        var link = name == "gist"
            ? address + string.Join('/', arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(Word))
            : address + Uri.EscapeDataString(id);
        notes.Lost(Messages.ShortcodeIsALink(name, id));
        return $"<{link}>";
    }

    private static string Lost(string tag, ImportNotes notes)
    {
        notes.Lost(Messages.LostShortcode(tag));
        return "";
    }

    private static string First(string arguments)
    {
        var text = Named(arguments, "path") ?? arguments.Trim();
        return text.Length > 1 && text[0] is '"' or '`' && text.IndexOf(text[0], 1) is > 0 and var end ? text[1..end] : Word(text);
    }

    private static string Word(string text) => text.Trim().Split(' ', 2)[0].Trim('"', '\'', '`', ',');

    [GeneratedRegex(
        @"\{\{[<%]\s*highlight\s+([^>%}]*?)\s*[>%]\}\}(.*?)\{\{[<%]\s*/\s*highlight\s*[>%]\}\}",
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Highlight();

    // {{</* x */>}} shows a shortcode and does not run it.
    [GeneratedRegex(@"\{\{([<%])/\*(.*?)\*/([>%])\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{\{[<%]\s*(/?)\s*([\p{L}][\w./-]*)\s*([^{}]*?)\s*/?\s*[>%]\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"([\w-]+)\s*=\s*(?:""([^""]*)""|'([^']*)'|([^\s""']+))", RegexOptions.CultureInvariant)]
    private static partial Regex Argument();
}
