using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AiDigest.Tests.Fixtures;

/// <summary>Follows every address of a built tree as a browser would, with the tree served under a path of a host.</summary>
internal static class LinkWalk
{
    private static readonly (string Selector, string Attribute)[] Places =
        [("[href]", "href"), ("[src]", "src"), ("[action]", "action"), ("[poster]", "poster"), ("[data]", "data"), ("[cite]", "cite")];

    /// <param name="under">The path that the site is served under: <c>/</c> or <c>/digest/</c>.</param>
    /// <param name="absolute">The absolute address of the site, whose addresses are followed too; null: only those within the host.</param>
    /// <returns>What leads nowhere, as <c>page: address</c>.</returns>
    public static List<string> Broken(SortedDictionary<string, byte[]> tree, string under, string? absolute = null)
    {
        var parser = new HtmlParser();
        var pages = tree.Keys.Where(path => path.EndsWith(".html", StringComparison.Ordinal))
            .ToDictionary(path => path, path => parser.ParseDocument(Encoding.UTF8.GetString(tree[path])), StringComparer.Ordinal);
        var ids =
            pages.ToDictionary(page => page.Key, page =>
                page.Value.QuerySelectorAll("[id]").Select(element => element.Id!)
                    .ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var root = new Uri(new Uri(absolute ?? "http://site.test/"), under);
        var broken = new List<string>();
        foreach (var (path, page) in pages)
        {
            var at = new Uri(root, AddressOf(path));
            foreach (var written in Addresses(page))
            {
                if (!Leads(new Uri(at, written), root, tree, ids))
                {
                    broken.Add($"{path}: {written}");
                }
            }
        }

        return broken;
    }

    /// <summary>Whether an absolute address of a feed or the like is in the tree.</summary>
    public static bool Leads(Uri target, Uri root, SortedDictionary<string, byte[]> tree, Dictionary<string, HashSet<string>>? ids = null)
    {
        if (target.Scheme is not ("http" or "https") || target.Host != root.Host)
        {
            return true;
        }

        if (!target.AbsolutePath.StartsWith(root.AbsolutePath, StringComparison.Ordinal))
        {
            return false;
        }

        var path = Uri.UnescapeDataString(target.AbsolutePath[root.AbsolutePath.Length..]);
        path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        if (!tree.ContainsKey(path))
        {
            return false;
        }

        var fragment = Uri.UnescapeDataString(target.Fragment.TrimStart('#'));
        // "top" leads to the top of any page (HTML, 7.4.6.4).
        return fragment is "" or "top" || ids is null || (ids.TryGetValue(path, out var known) && known.Contains(fragment));
    }

    private static IEnumerable<string> Addresses(IHtmlDocument page)
    {
        foreach (var (selector, attribute) in Places)
        {
            foreach (var element in page.QuerySelectorAll(selector))
            {
                yield return element.GetAttribute(attribute)!;
            }
        }

        foreach (var element in page.QuerySelectorAll("[srcset]"))
        {
            foreach (var part in element.GetAttribute("srcset")!.Split(','))
            {
                yield return part.Trim().Split(' ')[0];
            }
        }

        foreach (var refresh in page.QuerySelectorAll("meta[http-equiv=refresh]"))
        {
            yield return refresh.GetAttribute("content")!.Split("url=")[1];
        }
    }

    private static string AddressOf(string path) => AiDigest.Core.Site.Links.Addresses.AddressOf(path);
}
