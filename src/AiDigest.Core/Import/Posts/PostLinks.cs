using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// Rewrites the links and pictures of a post: to other posts, to files that go along, to headings. What leads nowhere in the new site keeps
/// its words and is listed, since a build refuses dead links.
/// </summary>
internal sealed class PostLinks(
    string post, PostAddresses addresses, PostFiles files, IReadOnlyDictionary<string, string> headings, ImportNotes notes)
{
    /// <summary>The address by which converted shortcodes name a post.</summary>
    public const string Scheme = "imported-post:";

    private const int Deepest = 4;

    public string Rewrite(string text) => Rewrite(text, 0);

    private string Rewrite(string text, int depth)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            i = Next(result, text, i, depth);
        }

        return result.ToString();
    }

    private int Next(StringBuilder result, string text, int i, int depth)
    {
        var c = text[i];
        if (c == '\\' && i + 1 < text.Length)
        {
            result.Append(c).Append(text[i + 1]);
            return i + 2;
        }

        var isPicture = c == '!' && i + 1 < text.Length && text[i + 1] == '[';
        if ((c == '[' || isPicture) && depth < Deepest && MarkdownLink.At(text, isPicture ? i + 1 : i) is { } link)
        {
            result.Append(isPicture ? Picture(link) : Link(link with { Words = Rewrite(link.Words, depth + 1) }));
            return link.End;
        }

        if (c == '[' && (i == 0 || text[i - 1] == '\n') && MarkdownLink.Definition(text, i) is { } definition)
        {
            result.Append(Definition(definition));
            return definition.End;
        }

        result.Append(c);
        return i + 1;
    }

    private string Link(MarkdownLink link)
    {
        // A picture inside a link that did not come along has become a link itself, and links do not nest.
        if (link.Words.StartsWith('[') || link.Words.StartsWith('\uFDD0'))
        {
            return link.Words;
        }

        return Target(link.Address, link.Words) switch
        {
            null => link.Words,
            { IsMark: true, Text: var mark } => mark,
            { Text: var address } => $"[{link.Words}](<{address}>{link.Title})",
        };
    }

    private string Picture(MarkdownLink picture)
    {
        var address = picture.Address;
        if (WebAddressText.IsWhole(address, isTex: false) || address.StartsWith("//", StringComparison.Ordinal))
        {
            var full = WebAddressText.Plain(address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address);
            notes.Lost(Messages.PictureIsALink(full));
            return picture.Words.Length > 0 ? $"[{picture.Words}](<{full}>)" : $"<{full}>";
        }

        if (files.Take(address, isPicture: true) is { } name)
        {
            return $"![{picture.Words}]({name}{picture.Title})";
        }

        notes.Lost(Messages.PictureNotThere(address));
        return picture.Words;
    }

    private string Definition(MarkdownLink definition)
    {
        var target = Target(definition.Address, "");
        return target is null
            ? ""
            : $"[{definition.Words}]: {(target.Value.IsMark ? target.Value.Text : $"<{target.Value.Text}>")}{definition.Title}";
    }

    private (string Text, bool IsMark)? Target(string address, string words)
    {
        if (address.StartsWith('#'))
        {
            if (headings.TryGetValue(Uri.UnescapeDataString(address[1..]), out var id))
            {
                return ("#" + id, false);
            }

            return Nowhere(address);
        }

        if (address.StartsWith("//", StringComparison.Ordinal))
        {
            return (WebAddressText.Plain("https:" + address), false);
        }

        if (WebAddressText.IsWhole(address, isTex: false) || address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            return (WebAddressText.Plain(address), false);
        }

        var reference = address.StartsWith(Scheme, StringComparison.Ordinal) ? Uri.UnescapeDataString(address[Scheme.Length..]) : address;
        if (reference.Contains(':', StringComparison.Ordinal))
        {
            return Nowhere(reference);
        }

        if (addresses.Find(post, reference) is { } found)
        {
            if (reference.Contains('#', StringComparison.Ordinal))
            {
                notes.Lost(Messages.LostPlaceOfLink(reference[reference.IndexOf('#', StringComparison.Ordinal)..], found));
            }

            return (PostMarks.Link(found, words), true);
        }

        return files.Take(reference, isPicture: false) is { } name ? (name, false) : Nowhere(reference);
    }

    private (string, bool)? Nowhere(string address)
    {
        notes.Lost(Messages.LostLink(address));
        return null;
    }
}
