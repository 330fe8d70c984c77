using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>
/// Every payload goes through every text field of an entry, into pages, feeds and files for programs. What comes out is read as browsers
/// and programs read it: nothing in it acts, and every file keeps its structure.
/// </summary>
public sealed partial class PayloadTests(PayloadTests.PayloadSite payloads, Browser browser)
    : IClassFixture<PayloadTests.PayloadSite>, IClassFixture<Browser>
{
    /// <summary>What a page may hold besides text. Whatever else a payload becomes is a hole.</summary>
    private const string Acting =
        "iframe, frame, object, embed, applet, base, style, template, noscript img, video, audio, svg script, meta[http-equiv=refresh], "
        + "[style], [srcdoc], [formaction], [ping], main script, main link, main meta, article form, article input:not([type=checkbox]), "
        + "article button, dialog, marquee, xmp, plaintext, math [href], annotation-xml";

    private static readonly string[] Schemes = ["http", "https", "mailto"];

    [Fact]
    public void There_are_at_least_three_hundred_different_payloads() => Assert.True(Payloads.All.Distinct().Count() >= 300);

    [Fact]
    public void Nothing_in_a_page_acts()
    {
        var pages = payloads.Site.HtmlPaths().ToList();
        Assert.True(pages.Count > Payloads.All.Length);
        Assert.True(payloads.Refused < Payloads.All.Length / 4, $"{payloads.Refused} bodies were refused");
        var holes = new List<string>();
        foreach (var path in pages)
        {
            var page = payloads.Site.Page(path);
            holes.AddRange(page.QuerySelectorAll(Acting).Select(element => $"{path}: {element.OuterHtml}"));
            holes.AddRange(
                page.QuerySelectorAll("script:not([type='application/ld+json'], head > [src^='/assets/']:empty)")
                    .Select(element => $"{path}: {element.OuterHtml}"));
            foreach (var attribute in page.All.SelectMany(element => element.Attributes).Where(attribute => Acts(attribute!)))
            {
                holes.Add($"{path}: {attribute!.Name}={attribute.Value}");
            }

            foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
            {
                JsonDocument.Parse(script.TextContent).Dispose();
            }
        }

        Assert.Equal([], holes.Take(20));
    }

    [Fact]
    public void Feeds_and_files_for_programs_keep_their_structure()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in payloads.Site.Tree())
        {
            var text = Encoding.UTF8.GetString(bytes);
            switch (Path.GetExtension(path))
            {
                case ".xml":
                    known.UnionWith(XDocument.Parse(text).Descendants().Select(element => element.Name.LocalName));
                    break;
                case ".json":
                    JsonDocument.Parse(text).Dispose();
                    break;
                case ".bib":
                    AssertBibtex(path, text);
                    break;
            }
        }

        Assert.DoesNotContain(known, name => name is "script" or "img" or "svg" or "x" or "iframe" or "math" or "style");
    }

    [Fact]
    public void The_text_of_a_payload_is_shown_as_it_was_written()
    {
        for (var i = 0; i < Payloads.All.Length; i += 7)
        {
            var heading = payloads.Site.Page($"papers/p{i}/index.html").QuerySelector("h1")!.TextContent;
            Assert.Equal(Letters(Payloads.Line(Payloads.All[i])), Letters(heading));
        }

        // Typography may set other quotes, dashes and spaces.
        static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public async Task Chromium_runs_nothing_and_asks_no_other_host()
    {
        var page = await browser.OpenAsync();
        var said = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            said.Add($"dialog: {dialog.Message}");
            dialog.DismissAsync();
        };
        page.PageError += (_, error) => said.Add($"error: {error}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                said.Add($"{message.Type}: {message.Text}");
            }
        };
        await page.RouteAsync("**/*", route =>
        {
            var address = new Uri(route.Request.Url);
            if (address.Host != "digest.example")
            {
                said.Add($"asked: {address}");
                return route.AbortAsync();
            }

            return Answer(route, Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/'));
        });
        await page.AddInitScriptAsync(
            "addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.violatedDirective + ' ' + e.blockedURI))");
        foreach (var path in payloads.Site.HtmlPaths().Where(path =>
            path.StartsWith("tags/t", StringComparison.Ordinal) || path == "index.html"))
        {
            await page.GotoAsync("https://digest.example/" + path.Replace("index.html", "", StringComparison.Ordinal));
        }

        Assert.Equal([], said.Take(20));
    }

    private Task Answer(IRoute route, string path)
    {
        path = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        return payloads.Site.Has(path)
            ? route.FulfillAsync(new()
            {
                BodyBytes = File.ReadAllBytes(Path.Combine(payloads.Site.Output, path)),
                ContentType = Path.GetExtension(path) switch
                {
                    ".html" => "text/html; charset=utf-8",
                    ".css" => "text/css",
                    ".js" => "text/javascript",
                    ".woff2" => "font/woff2",
                    ".png" => "image/png",
                    ".svg" => "image/svg+xml",
                    ".webmanifest" => "application/manifest+json",
                    _ => "application/octet-stream",
                },
                Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = "default-src 'self'" },
            })
            : route.FulfillAsync(new() { Status = 204 });
    }

    private static bool Acts(IAttr attribute)
    {
        if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return attribute.Name is "href" or "src" or "action" or "cite" or "poster" or "xlink:href" or "data"
            && Uri.TryCreate(attribute.Value.Trim(), UriKind.Absolute, out var address)
            && !address.IsFile && !Schemes.Contains(address.Scheme);
    }

    /// <summary>Each entry ends where it began: braces are counted whatever is before them, as BibTeX counts.</summary>
    private static void AssertBibtex(string path, string text)
    {
        var (depth, entries) = (0, 0);
        foreach (var c in text)
        {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            entries += c == '@' && depth == 0 ? 1 : 0;
            Assert.True(depth >= 0, $"{path}: a brace too many");
        }

        Assert.True(depth == 0, $"{path}: a brace that nothing closes");
        Assert.DoesNotContain(
            "@article{forged", text.Replace(" ", "", StringComparison.Ordinal).Split('\n').Where(line => line.StartsWith('@')));
        Assert.True(entries > 0, path);
    }

    /// <summary>The site of all payloads, built once.</summary>
    public sealed class PayloadSite : IDisposable
    {
        private const int OfTag = 30;

        public PayloadSite()
        {
            var all = Payloads.All;
            Site = new ScratchSite().Settings(
                $"title: {Quoted(all[0])}\ntagline: {Quoted(all[15])}\ndescription: {Quoted(all[80])}\nauthor: {Quoted(all[81])}\n"
                + "url: https://digest.example/\npage_size: 60\n"
                + "outputs: [home, papers, tags, authors, pages, atom, rss, json, opml, sitemap, bibtex, api, llms, markdown]\n"
                + $"menu: [{{title: {Quoted(all[16])}, to: /tags/}}]\nextra: {{a: {Quoted(all[1])}}}\n");
            for (var i = 0; i < all.Length; i++)
            {
                Site.Add($"content/papers/p{i}.md", Entry(i, all[i]));
            }

            Site.Add("content/pages/about.md", $"---\ntitle: {Quoted(all[2])}\ndescription: {Quoted(all[3])}\n---\n\n{all[4]}\n");

            // A body that is refused, mostly for a link to nowhere, has done no harm. Its payload goes on through all other fields.
            foreach (var path in Site.Build().Diagnostics.Where(found => found.Rule.Severity == Severity.Error)
                .Select(found => found.Path).Distinct())
            {
                Refused++;
                var i = int.Parse(Path.GetFileNameWithoutExtension(path).AsSpan(1), CultureInfo.InvariantCulture);
                Site.Add(path, Entry(i, all[i], "Абзац."));
            }

            Site.BuildFine();
        }

        /// <summary>Entries whose body was refused.</summary>
        public int Refused { get; }

        public ScratchSite Site { get; }

        public void Dispose() => Site.Dispose();

        private static string Entry(int i, string payload, string? body = null)
        {
            var line = Quoted(payload);
            var day = new DateOnly(2026, 1, 1).AddDays(i / 20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var tag = i % 12 == 0 ? $", {Quoted(Payloads.Line(payload) + " n" + i)}" : "";
            return $$"""
                ---
                title: {{line}}
                date: {{day}}
                slug: p{{i}}
                tags: [t{{i / OfTag}}{{tag}}]
                lead: {{line}}
                takeaway: {{line}}
                paper_title: {{line}}
                authors: [{{Quoted(Payloads.Line(payload) + " a" + i)}}]
                venue: {{line}}
                by: {{line}}
                reviewed_by: {{line}}
                corrections: [{date: 2026-11-01, text: {{line}}}]
                extra: {a: {{line}}}
                ---

                {{body ?? $"Абзац {payload} дальше.\n\n> {Payloads.Line(payload)}\n\n- {Payloads.Line(payload)}\n\n{payload}\n"}}
                """.ReplaceLineEndings("\n") + "\n";
        }

        private static string Quoted(string text) =>
            "\"" + Payloads.Line(text).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
                .Replace("\u2028", "\\L", StringComparison.Ordinal).Replace("\u2029", "\\P", StringComparison.Ordinal) + "\"";
    }
}
