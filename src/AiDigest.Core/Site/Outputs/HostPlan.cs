using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Site.Outputs;

/// <summary>
/// The files by which a host is told what a page cannot tell: <c>_headers</c> (policy, caching) and <c>_redirects</c> (old addresses, by
/// status 301). The site works without them: each old address is a page too. What a host does not take is left out, and the page serves.
/// </summary>
internal static class HostPlan
{
    private const string Policy =
        "/*\n  Content-Security-Policy: default-src 'self'\n  Referrer-Policy: strict-origin-when-cross-origin\n"
        + "  X-Content-Type-Options: nosniff\n";

    private const string Forever = "\n  Cache-Control: public, max-age=31536000, immutable\n";

    /// <summary>What a host reads.</summary>
    /// <param name="Headers">Rules that its <c>_headers</c> takes; 0: it reads none.</param>
    /// <param name="Redirects">Rules that its <c>_redirects</c> takes.</param>
    /// <param name="Bytes">Of <c>_redirects</c>.</param>
    /// <param name="Line">Characters of one line.</param>
    /// <param name="Status">Of a redirect. <c>301!</c> wins over the page that is there too.</param>
    /// <param name="HasSubPath">Whether its rules name the sub-path of the site.</param>
    private sealed record Reader(string Host, int Headers, int Redirects, int Bytes, int Line, string Status, bool HasSubPath);

    private static readonly Reader[] Readers =
    [
        // https://developers.cloudflare.com/pages/configuration/headers/ and .../redirects/: 100 rules; 2,000 static redirects.
        // Redirects come before files.
        new("cloudflare-pages", 100, 2_000, int.MaxValue, 1_000, "301", HasSubPath: false),

        // https://docs.netlify.com/manage/routing/redirects/overview/ names no limit; large files slow a deployment down.
        new("netlify", 1_000, 10_000, int.MaxValue, 1_000, "301!", HasSubPath: false),

        // https://docs.gitlab.com/user/project/pages/redirects/: 1,000 rules, 64 KB. A file that is there comes first, so the rules serve
        // only where an owner removes the page. Rules begin with the path of the project.
        new("gitlab-pages", 0, 1_000, 64_000, 1_000, "301", HasSubPath: true),
    ];

    /// <param name="outputs">All others of the site.</param>
    /// <param name="redirects">Old addresses and what they lead to, without the leading <c>/</c>.</param>
    public static IEnumerable<TextOutput> Outputs(
        PlanContext context, IReadOnlyCollection<PlannedOutput> outputs, IEnumerable<(string From, string To)> redirects)
    {
        if (Array.Find(Readers, reader => reader.Host == context.Settings.Host?.Text) is not { } host)
        {
            yield break;
        }

        if (host.Headers > 0)
        {
            yield return new TextOutput("_headers", Headers(host, outputs));
        }

        if (Redirects(host, context.Addresses, redirects) is { Length: > 0 } rules)
        {
            yield return new TextOutput("_redirects", rules);
        }
    }

    /// <summary>The policy for all, and a year for files whose names follow from their bytes; assets of the theme come first.</summary>
    private static string Headers(Reader host, IEnumerable<PlannedOutput> outputs)
    {
        var fingerprinted = outputs.OfType<AssetOutput>().Select(asset => asset.Path)
            .Order(StringComparer.Ordinal)
            .Concat(outputs.OfType<SearchOutput>().Select(file => file.Path)
                .Where(path => Path.GetFileName(path) != "index.bin").Order(StringComparer.Ordinal));
        var text = new StringBuilder(Policy);
        foreach (var path in fingerprinted.Take(host.Headers - 1))
        {
            text.Append('/').Append(path).Append(Forever);
        }

        return text.ToString();
    }

    private static string Redirects(Reader host, Addresses addresses, IEnumerable<(string From, string To)> redirects)
    {
        var text = new StringBuilder();
        var count = 0;
        foreach (var (from, to) in redirects.OrderBy(redirect => redirect.From, StringComparer.Ordinal))
        {
            // No address has a "*" or a ":", which are signs of the format: sources may not name such files.
            var source = addresses.Local(from);
            source = host.HasSubPath ? source : source[(addresses.BasePath.Length - 1)..];
            var line = $"{source} {addresses.Local(to)} {host.Status}\n";
            if (line.Length > host.Line)
            {
                continue;
            }

            if (++count > host.Redirects || text.Length + line.Length > host.Bytes)
            {
                break;
            }

            text.Append(line);
        }

        return text.ToString();
    }
}
