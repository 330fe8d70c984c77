using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Rendering.Templates;

/// <summary>Both engines of templates write the same bytes, and fail at the same places in the same words.</summary>
public class TemplateEngineTests
{
    public static TheoryData<string> Sites =>
        [.. Directory.GetDirectories(Path.Combine(AiDigest.Tests.Fixtures.Checkout.PathOf("tests/AiDigest.Tests/Sites"), "valid"))
            .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_site_is_the_same_by_both_engines_and_the_fast_one_renders_all_of_it(string name)
    {
        foreach (var plain in new[] { true, false })
        {
            using var site = ValidSiteTests.Copy(name, plain);
            AssertSame(site, isAllFast: true);
        }
    }

    [Fact]
    public void A_layout_that_is_rendered_by_the_slower_engine_is_named_with_the_line_that_is_why()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-11", "t")
            .Add("templates/partials/ways.html", "a\n  {{ while false }}{{ end }}\n");
        Assert.Equal(
            "templates/partials/ways.html:2:6: a 'while' loop: layouts/not-found.html is rendered by the slower engine",
            Fallback(site, "layouts/not-found.html")?.ToString());
        Assert.Null(Fallback(site, "layouts/tags.html"));
        Assert.Contains(site.BuildFine().Fallbacks, fallback => fallback.Layout == "layouts/search.html" && fallback.Line == 2);
    }

    /// <summary>
    /// Only what the fast engine does not know falls back. Anything else that it throws is a mistake of ours, and must not become slowness.
    /// </summary>
    [Fact]
    public void A_mistake_in_the_fast_engine_shows()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").AddPaper("a", "2026-11-11", "t");
        var plan = Prepare(site).Plan!;
        var worker = new RenderWorker(plan.Addresses, [], new Utf8Output(), new Broken(), new Broken(), new Fallbacks(), null);
        Assert.Throws<InvalidCastException>(() =>
            worker.Render(plan.Outputs.OfType<RenderedOutput>().First(output => output.Template == "tag.html")));
    }

    [Theory]
    [InlineData("{{ page.title }}{{ page.kind }}", true)]
    [InlineData("{{ x = 1 }}{{ x }}{{ x = x + 2 }}{{ x }}", true)]
    [InlineData("{{ for x in site.menu }}{{ for.index }}{{ for.first }}{{ for.last }}{{ x.title }},{{ end }}", true)]
    [InlineData(
        "{{ for x in site.menu limit:1 }}{{ x.url }}{{ for.last }}{{ end }}{{ for x in site.menu offset:1 }}{{ x.url }}{{ end }}", true)]
    [InlineData(
        "{{ for x in site.menu limit:0 }}{{ x.url }}{{ end }}{{ for x in site.menu offset:99 }}{{ x.url }}{{ else }}none{{ end }}", true)]
    [InlineData(
        "{{ for x in site.menu }}{{ for y in site.menu }}{{ x.url }}{{ y.url }}{{ for.index }}{{ end }}{{ for.index }}{{ end }}", true)]
    [InlineData("{{ for x in site.menu limit:-1 }}{{ x.url }}{{ end }}", false)]
    [InlineData("{{ for x in site.menu limit:(page.body_level - 9) offset:(0 - page.body_level) }}{{ x.url }}{{ end }}", true)]
    [InlineData(
        "{{ for x in page.image }}{{ x }}{{ else }}none{{ end }}|{{ for x in page.breadcrumbs }}{{ x.title }}{{ else }}none{{ end }}",
        true)]
    [InlineData(
        "{{ if page.image }}a{{ else if page.index }}b{{ else }}c{{ end }}{{ if !page.image && page.title }}d{{ end }}{{ if "
        + "page.image || '' }}e{{ end }}{{ if 0 }}f{{ end }}", true)]
    [InlineData(
        "{{ page.title == 'x' }}{{ page.image == null }}{{ page.body_level == 2 }}{{ page.image == '' }}{{ page.image != '' }}{{ "
        + "page.index == true }}{{ null == null }}", true)]
    [InlineData(
        "{{ page.body_level > 1 }}{{ page.body_level - 1 }}{{ page.body_level + 1 >= 3 }}{{ page.body_level < 2 }}{{ page.body_level "
        + "<= 2 }}", true)]
    [InlineData("{{ page.index == 'true' }}{{ page.body_level == '2' }}{{ page.body_level == true }}{{ page.index != 1 }}", true)]
    [InlineData("{{ page.image ?? page.title }}{{ page.index ? 'a' : 'b' }}{{ page.image ? page.image.url : '-' }}", true)]
    [InlineData(
        "{{ t 'tag.heading' 'tag' page.title }}{{ count_text 'papers' 21 }}{{ number_text 12345 }}{{ site_url '/about/' }}{{ asset "
        + "'style.css' }}", true)]
    [InlineData("{{ page.title | string.replace 'а' '<&>' }}{{ page.canonical | string.replace_first 'HTTPS' 'x' }}", true)]
    [InlineData("{{ page.title | string.replace 'а' 'б' | string.replace 'б' '<' | string.replace '<' '&' }}", true)]
    [InlineData("{{ case page.kind }}{{ when 'x', 'not-found' }}1{{ when 'y' }}2{{ else }}3{{ end }}", true)]
    [InlineData("{{ case page.kind }}{{ when 'x' }}1{{ else }}3{{ end }}", true)]
    [InlineData("{{ x_html = '<i>' }}{{ x_html }}{{ page.heading_html }}{{ page.json_ld_html }}", true)]
    [InlineData("  {{~ if true ~}}  \n  a  {{~ end ~}}\n{{- 'b' -}}\n c {{ # a note }} d", true)]
    [InlineData("{{ site.extra.a }}{{ site.extra.list.size }}{{ for x in site.extra.list }}{{ x }}{{ end }}{{ site.extra.deep.er }}", true)]
    [InlineData("{{ site.extra.real }}", true)]
    [InlineData("{{ if x }}{{ end }}{{ x = 1 }}", false)]
    [InlineData("{{ for x in site.menu }}{{ x = 1 }}{{ end }}", false)]
    [InlineData("{{ for page in site.menu }}{{ page.url }}{{ end }}{{ page.kind }}", true)]
    [InlineData("{{ for x in site.menu }}{{ if y }}{{ y }}{{ end }}{{ y = x.url }}{{ end }}", false)]
    [InlineData("{{ page.titel }}", false)]
    [InlineData("{{ page.image.url }}", false)]
    [InlineData("{{ t 'nowhere' }}", false)]
    [InlineData("{{ if false }}{{ t 'nowhere' }}{{ end }}", true)]
    [InlineData("{{ page.breadcrumbs }}", false)]
    [InlineData("{{ page }}", false)]
    [InlineData("{{ site.menu[0].url }}", true)]
    [InlineData("{{ while false }}{{ end }}x", false)]
    [InlineData("{{ for x in site.menu }}{{ x.url }}{{ break }}{{ end }}", false)]
    [InlineData("{{ for x in 'abc' }}{{ x }}{{ end }}", false)]
    [InlineData("{{ func f }}a{{ end }}{{ f }}", true)]
    [InlineData("{{ page.title + 'x' }}", true)]
    [InlineData("{{ 1.5 }}", true)]
    [InlineData("{{ include 'layouts/not-found.html' }}", false)]
    [InlineData("{{ count_text 'papers' page.title }}", false)]
    [InlineData("{{ 9223372036854775807 + 1 }}", false)]
    [InlineData("{{ page.title.size }}", false)]
    [InlineData(
        "{{ page.title | string.upcase }}{{ string.downcase page.title }}{{ page.title | string.size }}{{ page.title | "
        + "string.truncate 5 }}{{ 'a,b' | string.split ',' | array.join '<' }}", true)]
    [InlineData(
        "{{ page.title | string.upcase | string.replace 'А' '<' | string.capitalize | string.append '&' }}{{ 'a' | string.contains "
        + "'a' }}", true)]
    [InlineData(
        "{{ string.pad_left page.title 40 }}{{ page.title | string.slice1 1 }}{{ ' a ' | string.strip }}{{ 'a' | string.starts_with "
        + "'b' }}", true)]
    [InlineData(
        "{{ site.menu | array.size }}{{ site.extra.list | array.join ',' }}{{ for x in (site.menu | array.reverse) }}{{ x.title }}{{ "
        + "x.url }}{{ end }}", true)]
    [InlineData(
        "{{ for x in (array.sort site.menu 'title') }}{{ x.title }}{{ for.index }}{{ for.last }}{{ end }}{{ (array.first "
        + "site.menu).title }}{{ (site.menu | array.last).url }}", true)]
    [InlineData(
        "{{ for x in (site.menu | array.map 'title' | array.uniq) }}{{ x }};{{ end }}{{ site.menu | array.map 'url' | array.join ' ' "
        + "}}", true)]
    [InlineData(
        "{{ site.extra.list | array.contains 1 }}{{ (site.extra.list | array.limit 2).size }}{{ site.extra.list | array.offset 1 | "
        + "array.join '-' }}", true)]
    [InlineData(
        "{{ html.escape page.title }}{{ html.strip '<b>x</b>' }}{{ html.url_encode 'а б' }}{{ math.plus 1 2 }}{{ math.round 1.25 1 "
        + "}}{{ math.divided_by 7 2 }}{{ regex.replace page.title 'а' '<' }}", true)]
    [InlineData(
        "{{ object.typeof page }}{{ object.typeof site.menu }}{{ object.typeof page.title }}{{ object.typeof page.index }}{{ "
        + "object.typeof page.body_level }}{{ object.typeof page.image }}", true)]
    [InlineData(
        "{{ for k in (object.keys page) }}{{ k }} {{ end }}{{ page['title'] }}{{ n = 'kind' }}{{ page[n] }}{{ site.menu[1].title }}", true)]
    [InlineData("{{ string.upcase }}", false)]
    [InlineData("{{ string.nothing page.title }}", false)]
    [InlineData("{{ page.title | string.upcase 1 2 3 }}", false)]
    [InlineData("{{ page.title | string.to_int | math.plus 1 }}", true)]
    [InlineData("{{ array.size page }}", false)]
    [InlineData("{{ page.title | string.replace '' 'x' }}", false)]
    [InlineData("{{ regex.match page.title '(' }}", false)]
    [InlineData("{{ site.menu[9].url }}", false)]
    [InlineData("{{ page['nothing'] }}", false)]
    [InlineData(
        "{{ 'a' + 'b<' }}{{ 'a' + 1 }}{{ 1 + 'a' }}{{ 'a' + true }}{{ 'a' + null }}{{ page.kind + '-' + page.body_level }}{{ 'a' + "
        + "1.5 }}", true)]
    [InlineData("{{ 2 * 3 }}{{ 7 / 2 }}{{ 7 // 2 }}{{ 7 % 4 }}{{ 1.5 + 1 }}{{ 'a' < 'b' }}{{ 'a' * 3 }}", true)]
    [InlineData("{{ 1 / 0 }}", true)]
    [InlineData("{{ page + 'x' }}", false)]
    [InlineData("{{ capture x }}<b>{{ page.title }}</b>{{ end }}{{ x }}|{{ x | string.size }}", true)]
    [InlineData(
        "{{ capture x_html }}<b>{{ page.title }}</b>{{ end }}{{ x_html }}{{ capture y_html }}{{ x_html }}!{{ end }}{{ y_html }}", true)]
    [InlineData(
        "{{ capture x }}{{ for y in site.menu }}{{ y.title }}{{ end }}{{ end }}{{ if x != '' }}{{ x }}{{ end }}{{ capture z }}{{ end "
        + "}}{{ if z }}1{{ else }}0{{ end }}{{ z == '' }}", true)]
    [InlineData("{{ if x }}{{ end }}{{ capture x }}a{{ end }}", false)]
    [InlineData("{{ func f(a, b) }}[{{ a }}|{{ b }}]{{ end }}{{ f 'x' page.title }}{{ f 1 site.menu.size }}", true)]
    [InlineData("{{ func f_html(a) }}<i>{{ a }}</i>{{ end }}{{ f_html page.title }}{{ 'z' | f_html }}", true)]
    [InlineData("{{ func f_html(a) }}<i>{{ a }}</i>{{ end }}{{ x_html = f_html 'y' }}{{ x_html }}", false)]
    [InlineData("{{ func f(a) }}{{ a }}{{ if a.size < 5 }}{{ f (a + 'x') }}{{ end }}{{ end }}{{ f 'b' }}", false)]
    [InlineData(
        "{{ func f(a) }}{{ a }}{{ if a < 5 }}{{ for x in site.menu }}{{ f (a + 1) }}{{ x.title }}{{ end }}{{ a }}{{ end }}{{ end }}{{ "
        + "f 3 }}", true)]
    [InlineData("{{ func f }}{{ page.title }}{{ end }}{{ f }}{{ f_ = f }}{{ f_ }}{{ f | string.upcase }}", false)]
    [InlineData("{{ func f }}{{ end }}{{ x = f }}{{ x }}{{ f }}", false)]
    [InlineData("{{ func f(a) }}{{ ret a }}{{ end }}{{ f 1 }}", false)]
    [InlineData("{{ func f(a) }}{{ x = a }}{{ x }}{{ end }}{{ f 1 }}", false)]
    [InlineData("{{ func f }}{{ x }}{{ end }}{{ x = 1 }}{{ f }}", false)]
    [InlineData("{{ func f(a) }}{{ a }}{{ end }}{{ f 1 2 }}", false)]
    [InlineData("{{ func f(a) }}{{ f a }}{{ end }}{{ f 1 }}", false)]
    [InlineData("{{ if page.index }}{{ func f }}a{{ end }}{{ else }}{{ func f }}b{{ end }}{{ end }}{{ f }}", false)]
    [InlineData("{{ func title(kind) }}{{ kind }}{{ end }}{{ title page.kind }}{{ page.title }}", true)]
    [InlineData(
        "{{ for x in ['a', 'b', page.title] }}{{ x }}{{ for.last }}{{ end }}{{ ['a', 'b'] | array.join ', ' }}{{ [1, 2].size }}", true)]
    [InlineData("{{ page.json_ld_html + 'x' }}{{ page.json_ld_html | string.size }}{{ x = page.json_ld_html }}{{ x }}", true)]
    [InlineData("{{ site.menu == null }}{{ page.image == null }}{{ null != site.extra }}", true)]
    [InlineData("{{ day_text '2026-11-14' }}{{ x = '/about/' }}{{ site_url x }}{{ y = 'style.css' }}{{ asset y }}", true)]
    [InlineData("{{ t 'nowhere' 'a' page.title }}", false)]
    [InlineData("{{ with page }}{{ title }}{{ end }}", false)]
    [InlineData("{{ site = 1 }}{{ site }}", false)]
    [InlineData("{{ $x = 1 }}{{ $x }}", true)]
    public void A_template_says_the_same_by_both_engines(string template, bool isFast)
    {
        using var site = new ScratchSite()
            .Settings(
                "url: https://a.example/\nmenu: [{title: А, to: /tags/}, {title: Б & В, to: /archive/}]\nextra: {a: \"<x>\", list: "
                + "[1, б, true], deep: {er: null}, real: 1.5}\n")
            .Add("templates/layouts/not-found.html", template).AddPaper("a", "2026-11-11", "t");
        AssertSame(site, isAllFast: false);
        Assert.Equal(
            isFast ? null : "", Fallback(site, "layouts/not-found.html") is { } fallback ? isFast ? fallback.ToString() : "" : null);
    }

    private static void AssertSame(ScratchSite site, bool isAllFast)
    {
        var prepared = Prepare(site);
        var renderer = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings);
        var (fast, scriban) =
            (renderer.NewWorker(),
                new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings) { UsesFastEngine = false }.NewWorker());
        var other = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings).NewWorker();
        foreach (var output in prepared.Plan!.Outputs.OfType<RenderedOutput>())
        {
            // By then one renderer has kept parts of it, and then another one does.
            var said = Said(scriban, output);
            Assert.Equal([said, said, said, said], [Said(fast, output), Said(fast, output), Said(other, output), Said(fast, output)]);
        }

        if (isAllFast)
        {
            Assert.Equal([], renderer.Fallbacks.Select(fallback => fallback.ToString()));
        }
    }

    private static TemplateFallback? Fallback(ScratchSite site, string layout)
    {
        var prepared = Prepare(site);
        var renderer = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings);
        Said(renderer.NewWorker(), prepared.Plan!.Outputs.OfType<RenderedOutput>()
            .Single(output => "layouts/" + output.Template == layout));
        return renderer.Fallbacks.SingleOrDefault(fallback => fallback.Layout == layout);
    }

    private static string Said(RenderWorker worker, RenderedOutput output)
    {
        try
        {
            return Encoding.UTF8.GetString(worker.Render(output).Span);
        }
        catch (TemplateException failure)
        {
            return failure.Diagnostic.ToString();
        }
    }

    private static PlannedSite Prepare(ScratchSite site)
    {
        var options = new BuildOptions(site.Root, site.Output, ScratchSite.Now, 1, NoCache: true);
        var diagnostics = new List<Diagnostic>();
        var sources = new SourceList(options.Root, diagnostics);
        var cache = BuildCache.Open(options, BuildCache.Use.Reading);
        cache.Begin(sources);
        return PlannedSite.Of(options, sources, cache, new StageClock(), diagnostics, TestContext.Current.CancellationToken);
    }

    private sealed class Broken : ITemplateEngine
    {
        public ReadOnlyMemory<byte> Render(string layout, RenderedOutput output, PageView view, BodyPlace place) =>
            throw new InvalidCastException();
    }
}
