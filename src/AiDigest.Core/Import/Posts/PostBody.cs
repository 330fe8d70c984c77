using System.Text.RegularExpressions;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// The text of a post in the Markdown of this tool, step by step: code first, since nothing inside of it means anything; then tags of the
/// generator, HTML, links.
/// </summary>
internal static partial class PostBody
{
    /// <param name="addresses">The posts that links may lead to.</param>
    /// <param name="files">Gets the files that go along.</param>
    public static string Convert(string text, string post, PostAddresses addresses, PostFiles files, ImportNotes notes)
    {
        text = MarkdownProse.OutsideFences(text, prose => Liquid.Code(Shortcodes.Code(prose)));
        text = MarkdownProse.OutsideCode(text, prose => Liquid.Replace(Shortcodes.Replace(prose, notes), notes));
        text = MarkdownProse.OutsideFences(text, prose => PostHtml.Replace(prose, notes));
        var headings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        text = MarkdownProse.OutsideFences(text, prose => Kramdown.Attributes(prose, headings, notes));
        text = MarkdownProse.OutsideCode(text, prose => Kramdown.Formulas(PostHtml.Inline(prose, notes)));
        var links = new PostLinks(post, addresses, files, headings, notes);
        text = MarkdownProse.OutsideFences(text, links.Rewrite);
        text = MarkdownProse.OutsideFences(text, prose => Blanks().Replace(prose, "\n\n"));
        return Liquid.Restore(text).Trim('\n');
    }

    /// <summary>What was taken out leaves blank lines behind.</summary>
    [GeneratedRegex(@"\n[ \t]*\n(?:[ \t]*\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
