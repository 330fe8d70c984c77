using System.Text.RegularExpressions;
using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Core.Import.Feeds;

/// <summary>
/// What only the feeds of this tool hold: an entry's address ends in its slug, and its text may end in a line of links to the paper and its
/// code. Such an item comes back as the entry that it was made from.
/// </summary>
internal static partial class OwnFeed
{
    public const string Generator = "AI Digest";

    /// <param name="author">Who writes the whole digest; an entry by somebody else says so.</param>
    public static EntryDraft Read(EntryDraft draft, string? address, string? author)
    {
        draft = draft with
        {
            Url = null,
            ImportedFrom = null,
            By = draft.By == author ? null : draft.By,
            Slug = Slug(address),
            PaperTitle = draft.PaperTitle == draft.Title ? null : draft.PaperTitle,
        };

        // Definitions of footnotes come behind the line of links.
        var blocks = draft.Body.Split("\n\n").ToList();
        var last =
            blocks.FindLastIndex(block =>
                !block.StartsWith("[^", StringComparison.Ordinal) && !block.StartsWith("    ", StringComparison.Ordinal));
        if (last < 0 || !LinkLine().IsMatch(blocks[last]))
        {
            return draft;
        }

        var links = Link().Matches(blocks[last]).Select(match => (Words: match.Groups[1].Value, Address: match.Groups[2].Value)).ToList();
        var paper = links.Find(link => link.Words.StartsWith("arXiv:", StringComparison.Ordinal));
        var source = links.Find(link => link.Words is "Источник" or "Source");
        blocks.RemoveAt(last);
        return draft with
        {
            Body = string.Join("\n\n", blocks),
            Arxiv = paper.Words is { } id && ArxivId.IsValid(id.AsSpan(6)) ? id[6..] : draft.Arxiv,
            Url = source.Address,
            Code = [.. links.Where(link => link != paper && link != source).Select(link => link.Address)],
        };
    }

    private static string? Slug(string? address) =>
        address is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri.AbsolutePath.Trim('/').Split('/') is [.., "papers", var slug] && AiDigest.Core.Model.Slug.IsValid(slug) ? slug : null;

    [GeneratedRegex(@"^\[[^\]]*\]\(<[^>]*>\)( · \[[^\]]*\]\(<[^>]*>\))*$", RegexOptions.CultureInvariant)]
    private static partial Regex LinkLine();

    [GeneratedRegex(@"\[([^\]]*)\]\(<([^>]*)>\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();
}
