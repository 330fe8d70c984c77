using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Rendering.Templates;

/// <summary>What is written is escaped unless its last name ends in <c>_html</c>; nothing from content comes out as markup.</summary>
public class EscapingTests
{
    private const string Hostile = "\"><script>hostile()</script><img src=x onerror='hostile()'>&lt;b&gt; ]]> --> {{ page }} %}";

    // The title of the page for a wrong address is <b>"'&</b> here.
    [Theory]
    [InlineData("{{ page.title }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ page['title'] }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ (page.title) }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ page.title | string.downcase }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ x = page.title; x }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData(
        "{{ x = page.heading_html; x }}", "&lt;b&gt;&quot;&#39;&amp;amp;&lt;/b&gt;",
        "&amp;lt;b&amp;gt;&quot;&#39;&amp;amp;&amp;lt;/b&amp;gt;")]
    [InlineData("{{ page.title + 'x' }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;x")]
    [InlineData("{{ if true }}{{ page.title }}{{ end }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ for x in [page.title] }}{{ x }}{{ end }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ true ? page.title : '' }}", "&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;")]
    [InlineData("{{ '<i>' }}", "&lt;i&gt;")]
    [InlineData("{{ page.heading_html }}", "&lt;b&gt;\"'&amp;&lt;/b&gt;")]
    [InlineData("{{ page['heading_html'] }}", "&lt;b&gt;\"'&amp;&lt;/b&gt;")]
    [InlineData("{{ (page.heading_html) }}", "&lt;b&gt;\"'&amp;&lt;/b&gt;")]
    [InlineData("{{ x_html = '<i>'; x_html }}", "<i>")]
    [InlineData("{{ capture x_html }}<i>{{ page.title }}</i>{{ end }}{{ x_html }}", "<i>&lt;b&gt;&quot;&#39;&amp;&lt;/b&gt;</i>")]
    [InlineData("{{ page.heading_html | string.upcase }}", "&amp;LT;B&amp;GT;&quot;&#39;&amp;AMP;&amp;LT;/B&amp;GT;")]
    public void A_template_writes(string template, string written, string? orWritten = null)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n")
            .Add("templates/strings.ru.yaml", "not_found:\n  heading: \"<b>\\\"'&</b>\"\n")
            .Add("templates/layouts/not-found.html", template);
        site.BuildFine();
        Assert.Equal(orWritten ?? written, site.Read("404.html"));
    }

    [Fact]
    public void Nothing_of_a_hostile_site_comes_out_as_markup()
    {
        var yaml = JsonSerializer.Serialize(Hostile);
        using var site = new ScratchSite()
            .Settings(
                $"url: https://a.example/\nauthor_min: 1\npage_size: 1\ntitle: {yaml}\ntagline: {yaml}\ndescription: {yaml}\nauthor: "
                + $"{yaml}\n"
                + $"edit_url: \"https://a.example/?\\\"><script>hostile()</script>&p={{path}}\"\nmenu:\n  - {{title: {yaml}, to: "
                    + $"/tags/}}\nextra: {{x: {yaml}}}\n")
            .Add("content/tags.yaml", $"t:\n  title: {yaml}\n  description: {yaml}\n")
            .Add("content/papers/a\"><script>hostile()<.md", $"---\ntitle: {yaml}\ndate: 2026-11-10\ntags: [t, {yaml}]\n"
                + $"lead: {yaml}\npaper_title: {yaml}\nauthors: [{yaml}, {yaml}]\nvenue: {yaml}\nby: {yaml}\nreviewed_by: "
                    + $"{yaml}\nurl: \"https://b.example/?a=1&b=%22\"\n"
                + $"doi: \"10.1000/<script>hostile()</script>\"\nimage: \"x'y.png\"\nimage_alt: {yaml}\ncorrections:\n  - date: "
                    + $"2026-11-11\n    text: {yaml}\nextra:\n  x: {yaml}\n---\n\n"
                + $"{Hostile}\n\n## {Hostile}\n\n`{Hostile}`\n\n~~~\n{Hostile}\n~~~\n\n[x](https://b.example/ "
                    + $"\"{Hostile.Replace("\"", "\\\"", StringComparison.Ordinal)}\")\n")
            .AddPaper("b", "2026-11-11", "t")
            .Add("content/papers/x'y.png", [1])
            .Add("content/pages/p.md", $"---\ntitle: {yaml}\ndescription: {yaml}\nmenu: true\n---\n\n{Hostile}\n");
        site.BuildFine();

        foreach (var path in site.HtmlPaths())
        {
            var page = site.Page(path);
            Assert.Empty(
                page.QuerySelectorAll(
                    "script:not([type='application/ld+json'], [src^='/assets/']:empty), [onerror], img[src=x], main b")
                    .Select(element => $"{path}: {element.OuterHtml}"));
            Assert.All(page.QuerySelectorAll("script:not([src])"), script => JsonDocument.Parse(script.TextContent).Dispose());
            Assert.DoesNotContain("<script>hostile", site.Read(path), StringComparison.Ordinal);
        }

        foreach (var (path, bytes) in site.Tree().Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal)))
        {
            var names = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Descendants().Select(element => element.Name.LocalName).ToHashSet();
            Assert.DoesNotContain("script", names);
            Assert.DoesNotContain("img", names);
            Assert.DoesNotContain("b", names);
            Assert.NotEmpty(path);
        }

        Assert.Equal(Hostile, XDocument.Parse(site.Read("feed.xml")).Root!.Elements()
            .First(element => element.Name.LocalName == "title").Value);
        Assert.Equal(Hostile, JsonDocument.Parse(site.Read("feed.json")).RootElement.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("content/papers/x.md", "---\ntitle: А\ndate: 2026-11-10\ntags: [t]\nextra: {a_html: <b>}\n---\n\nТекст.\n")]
    [InlineData("content/papers/x.md", "---\ntitle: А\ndate: 2026-11-10\ntags: [t]\nextra: {deep: [{a_html: <b>}]}\n---\n\nТекст.\n")]
    [InlineData("content/pages/x.md", "---\ntitle: А\nextra: {a_html: <b>}\n---\n\nТекст.\n")]
    public void Entries_and_pages_may_not_name_a_value_trusted(string path, string text)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").Add(path, text);
        Assert.Equal("AD0141", Assert.Single(site.Build().Diagnostics).Rule.Id);
    }

    [Fact]
    public void The_owner_may_in_the_settings()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\nextra: {deep: {a_html: <b>, b: <i>}}\n")
            .Add("templates/layouts/not-found.html", "{{ site.extra.deep.a_html }}{{ site.extra.deep.b }}");
        site.BuildFine();
        Assert.Equal("<b>&lt;i&gt;", site.Read("404.html"));
    }
}
