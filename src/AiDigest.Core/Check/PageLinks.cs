using System.Net;
using System.Text;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Check;

/// <summary>A link into the site.</summary>
/// <param name="Address">Without the leading <c>/</c> and the sub-path, decoded.</param>
internal readonly record struct PageLink(string Address, string? Fragment);

/// <summary>
/// Finds the addresses and ids in a page of the site. It reads tags and quoted attributes, which is all that the theme's engine
/// writes; comments and the texts of scripts hold no links.
/// </summary>
internal sealed class PageLinks(Addresses addresses)
{
    private static readonly Uri Host = new("http://site.invalid/");

    private readonly HashSet<PageLink> _links = [];
    private readonly List<ulong> _ids = [];

    /// <summary>The links, which are the caller's until the next page, and hashes of the ids.</summary>
    public (HashSet<PageLink> Links, ulong[] Ids) Of(ReadOnlySpan<byte> html, string address)
    {
        _links.Clear();
        _ids.Clear();
        var page = new Uri(Host, addresses.BasePath.TrimStart('/') + address);
        for (var at = 0; html[at..].IndexOf((byte)'<') is >= 0 and var next;)
        {
            at += next + 1;
            var rest = html[at..];
            if (rest.StartsWith("!--"u8))
            {
                at += Past(rest, "-->"u8);
                continue;
            }

            var script = rest.StartsWith("script"u8);
            at += Tag(rest, page);
            if (script)
            {
                at += Past(html[at..], "</script"u8);
            }
        }

        return (_links, [.. _ids]);
    }

    /// <summary>FNV-1a of 64 bits: a site has millions of ids, and two that clash would at worst hide one dead link.</summary>
    public static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }

    private static int Past(ReadOnlySpan<byte> text, ReadOnlySpan<byte> end) =>
        text.IndexOf(end) is >= 0 and var at ? at + end.Length : text.Length;

    /// <returns>How many bytes the tag takes, its <c>&gt;</c> with it.</returns>
    private int Tag(ReadOnlySpan<byte> tag, Uri page)
    {
        var at = 0;
        while (at < tag.Length)
        {
            var next = tag[at..].IndexOfAny((byte)'>', (byte)'=');
            if (next < 0)
            {
                return tag.Length;
            }

            at += next + 1;
            if (tag[at - 1] == '>')
            {
                return at;
            }

            if (at < tag.Length && tag[at] is (byte)'"' or (byte)'\'')
            {
                var quote = tag[at];
                var length = tag[(at + 1)..].IndexOf(quote);
                length = length < 0 ? tag.Length - at - 1 : length;
                Attribute(tag[..(at - 1)], tag.Slice(at + 1, length), page);
                at = Math.Min(tag.Length, at + length + 2);
            }
        }

        return at;
    }

    private void Attribute(ReadOnlySpan<byte> before, ReadOnlySpan<byte> value, Uri page)
    {
        if (before.EndsWith(" id"u8))
        {
            _ids.Add(Hash(Decoded(value)));
        }
        else if (before.EndsWith(" href"u8) || before.EndsWith(" src"u8))
        {
            Link(Decoded(value), page);
        }
    }

    private static string Decoded(ReadOnlySpan<byte> value)
    {
        var text = Encoding.UTF8.GetString(value);
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    private void Link(string written, Uri page)
    {
        if (written.StartsWith(addresses.BasePath, StringComparison.Ordinal) && IsPlain(written))
        {
            _links.Add(new PageLink(written[addresses.BasePath.Length..], null));
            return;
        }

        // On Unix a path is taken for the address of a file, unless it is said to be relative to a page.
        if (!Uri.TryCreate(page, written, out var target) || target.Host != Host.Host || target.Scheme != Uri.UriSchemeHttp
            || !target.AbsolutePath.StartsWith(addresses.BasePath, StringComparison.Ordinal))
        {
            return;
        }

        var fragment = target.Fragment.Length > 1 ? Uri.UnescapeDataString(target.Fragment[1..]) : null;
        _links.Add(new PageLink(Uri.UnescapeDataString(target.AbsolutePath[addresses.BasePath.Length..]), fragment));
    }

    /// <summary>A path that means what it says: the general parser would give it back, at a hundred times the cost.</summary>
    private static bool IsPlain(string path)
    {
        foreach (var c in path)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '-' or '_'))
            {
                return false;
            }
        }

        return !path.Contains("//", StringComparison.Ordinal);
    }
}
