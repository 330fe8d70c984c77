using System.Text;
using System.Text.Json;
using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace AiDigest.Tests.Validity;

/// <summary>What holds for every page of every site in the default theme.</summary>
public class PageTests(RichSite sites)
{
    public static TheoryData<string> Sites => ["rich", "rich at root", "sample"];

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_page_parses_without_an_error(string name) => Assert.Empty(Pages(name).SelectMany(page => page.Errors));

    [Theory]
    [MemberData(nameof(Sites))]
    public void No_id_is_there_twice(string name) => Hold(name, page =>
        page.QuerySelectorAll("[id]").GroupBy(element => element.Id, StringComparer.Ordinal).Where(group => group.Count() > 1)
            .Select(group => group.Key!));

    [Theory]
    [MemberData(nameof(Sites))]
    public void There_is_one_h1_and_no_level_is_skipped(string name) => Hold(name, page =>
    {
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(heading => heading.LocalName[1] - '0').ToList();
        return (levels.Count(level => level == 1) == 1 ? Array.Empty<string>() : ["h1"])
            .Concat(levels.Zip(levels.Skip(1)).Where(pair => pair.Second > pair.First + 1)
                .Select(pair => $"h{pair.First}, h{pair.Second}"));
    });

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_head_says_what_machines_ask_for(string name) => Hold(name, page =>
    {
        string?[] wanted =
        [
            page.DocumentElement.GetAttribute("lang"), page.Title, Of(page, "meta[name=description]", "content"),
                Of(page, "link[rel=canonical]", "href"),
            Of(page, "meta[property='og:title']", "content"), Of(page, "meta[property='og:type']", "content"),
                Of(page, "meta[property='og:url']", "content"),
            Of(page, "meta[property='og:site_name']", "content"), Of(page, "meta[name=viewport]", "content"),
                Of(page, "meta[charset]", "charset"),
            Of(page, "script[type='application/ld+json']", null),
        ];
        return wanted.Index().Where(item => string.IsNullOrWhiteSpace(item.Item)).Select(item => $"item {item.Index} is missing");
    });

    [Theory]
    [MemberData(nameof(Sites))]
    public void Canonical_addresses_are_absolute_and_each_page_has_its_own(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        Hold(name, page =>
        {
            var canonical = Of(page, "link[rel=canonical]", "href")!;
            var isRedirect = page.QuerySelector("meta[http-equiv]") is not null;
            return canonical.StartsWith("http", StringComparison.Ordinal) && (isRedirect || seen.Add(canonical))
                && Of(page, "meta[property='og:url']", "content") == canonical
                ? []
                : [canonical];
        });
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void Json_ld_parses(string name) =>
        Hold(name, page => page.QuerySelectorAll("script[type='application/ld+json']").Where(script =>
    {
        using var json = JsonDocument.Parse(script.TextContent);
        return json.RootElement.GetProperty("@context").GetString() != "https://schema.org"
            || json.RootElement.GetProperty("@type").GetString() is null or "";
    }).Select(script => script.TextContent));

    [Theory]
    [MemberData(nameof(Sites))]
    public void The_strict_content_security_policy_finds_nothing_to_forbid(string name) => Hold(name, page =>
    {
        var inline = page.All.SelectMany(element => element.Attributes)
            .Where(attribute =>
                attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)
                    || attribute.Value.StartsWith("data:", StringComparison.OrdinalIgnoreCase)
                || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
            .Select(attribute => $"{attribute.Name}={attribute.Value}");
        var elements = page.QuerySelectorAll("style, script:not([type='application/ld+json']):not([src]), base, object, embed, iframe")
            .Select(element => element.OuterHtml);
        return inline.Concat(elements);
    });

    [Theory]
    [MemberData(nameof(Sites))]
    public void Nothing_is_asked_of_another_host(string name) => Hold(name, page =>
    {
        var own = new Uri(Of(page, "link[rel=canonical]", "href")!).Host;

        // Browsers do not load the links that FAIR Signposting uses.
        const string Links = "link[href]:not([rel=canonical], [rel=cite-as], [rel=type], [rel=author], [rel=license])";
        return page.QuerySelectorAll($"[src], [srcset], [poster], form[action], {Links}")
            .SelectMany(element =>
                new[] { "src", "srcset", "poster", "href", "action" }.Select(attribute => element.GetAttribute(attribute)).OfType<string>())
            .Where(address => Uri.TryCreate(new Uri($"https://{own}/"), address, out var target) && target.Host != own);
    });

    [Theory]
    [MemberData(nameof(Sites))]
    public void No_unescaped_text_has_become_an_element(string name) => Hold(name, page =>
        page.QuerySelectorAll("body script:not([src*='/assets/search.']:empty), body b, body i").Select(element => element.OuterHtml));

    [Fact]
    public void Style_sheets_ask_nothing_of_other_hosts_either() =>
        Assert.All(sites.Sample.Where(file => file.Key.EndsWith(".css", StringComparison.Ordinal)), sheet =>
        {
            var text = Encoding.UTF8.GetString(sheet.Value);
            Assert.DoesNotContain("http:", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("https:", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("data:", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("@import", text, StringComparison.OrdinalIgnoreCase);
        });

    [Fact]
    public void Text_is_utf8_without_mark_and_with_line_feeds() =>
        Assert.All(
            sites.Rich.Where(file => Path.GetExtension(file.Key) is ".html" or ".xml" or ".json" or ".css" or ".bib" or ".txt"), file =>
        {
            Assert.False(file.Value.AsSpan().StartsWith(Encoding.UTF8.Preamble), file.Key);
            Assert.False(file.Value.AsSpan().Contains((byte)'\r'), file.Key);
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Value);
        });

    [Theory]
    [InlineData("rich", "/digest/", "https://user.github.io/")]
    [InlineData("rich at root", "/", "http://site.test/")]
    [InlineData("sample", "/", "https://ai-digest.example/")]
    public void Every_internal_link_and_fragment_leads_somewhere(string name, string under, string host) =>
        Assert.Empty(LinkWalk.Broken(sites.Named(name), under, host));

    private static string? Of(IHtmlDocument page, string selector, string? attribute) =>
        page.QuerySelector(selector) is { } element ? attribute is null ? element.TextContent : element.GetAttribute(attribute) : null;

    private void Hold(string name, Func<IHtmlDocument, IEnumerable<string>> faults) =>
        Assert.Empty(Pages(name).SelectMany(page => faults(page.Document).Select(fault => $"{page.Path}: {fault}")));

    private IReadOnlyList<ReadPage> Pages(string name) => sites.Pages(name);
}
