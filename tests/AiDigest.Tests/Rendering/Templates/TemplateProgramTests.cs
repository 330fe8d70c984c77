using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Rendering.Templates;

/// <summary>Programs and the engine write the same bytes, and fail at the same places in the same words.</summary>
public class TemplateProgramTests
{
    public static TheoryData<string> Sites => [.. Directory.GetDirectories(Path.Combine(AiDigest.Tests.Fixtures.Checkout.PathOf("tests/AiDigest.Tests/Sites"), "valid")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_site_is_the_same_by_programs_and_by_the_engine(string name)
    {
        foreach (var plain in new[] { true, false })
        {
            using var site = ValidSiteTests.Copy(name, plain);
            AssertSame(site, needsPrograms: !plain);
        }
    }

    [Theory]
    [InlineData("{{ page.title }}{{ page.kind }}", true)]
    [InlineData("{{ x = 1 }}{{ x }}{{ x = x + 2 }}{{ x }}", true)]
    [InlineData("{{ for x in site.menu }}{{ for.index }}{{ for.first }}{{ for.last }}{{ x.title }},{{ end }}", true)]
    [InlineData("{{ for x in site.menu limit:1 }}{{ x.url }}{{ for.last }}{{ end }}{{ for x in site.menu offset:1 }}{{ x.url }}{{ end }}", true)]
    [InlineData("{{ for x in site.menu limit:0 }}{{ x.url }}{{ end }}{{ for x in site.menu offset:99 }}{{ x.url }}{{ else }}none{{ end }}", true)]
    [InlineData("{{ for x in site.menu }}{{ for y in site.menu }}{{ x.url }}{{ y.url }}{{ for.index }}{{ end }}{{ for.index }}{{ end }}", true)]
    [InlineData("{{ for x in site.menu limit:-1 }}{{ x.url }}{{ end }}", false)]
    [InlineData("{{ for x in site.menu limit:(page.body_level - 9) offset:(0 - page.body_level) }}{{ x.url }}{{ end }}", true)]
    [InlineData("{{ for x in page.image }}{{ x }}{{ else }}none{{ end }}|{{ for x in page.breadcrumbs }}{{ x.title }}{{ else }}none{{ end }}", true)]
    [InlineData("{{ if page.image }}a{{ else if page.index }}b{{ else }}c{{ end }}{{ if !page.image && page.title }}d{{ end }}{{ if page.image || '' }}e{{ end }}{{ if 0 }}f{{ end }}", true)]
    [InlineData("{{ page.title == 'x' }}{{ page.image == null }}{{ page.body_level == 2 }}{{ page.image == '' }}{{ page.image != '' }}{{ page.index == true }}{{ null == null }}", true)]
    [InlineData("{{ page.body_level > 1 }}{{ page.body_level - 1 }}{{ page.body_level + 1 >= 3 }}{{ page.body_level < 2 }}{{ page.body_level <= 2 }}", true)]
    [InlineData("{{ page.index == 'true' }}{{ page.body_level == '2' }}{{ page.body_level == true }}{{ page.index != 1 }}", true)]
    [InlineData("{{ page.image ?? page.title }}{{ page.index ? 'a' : 'b' }}{{ page.image ? page.image.url : '-' }}", true)]
    [InlineData("{{ t 'tag.heading' 'tag' page.title }}{{ count_text 'papers' 21 }}{{ number_text 12345 }}{{ site_url '/about/' }}{{ asset 'style.css' }}", true)]
    [InlineData("{{ page.title | string.replace 'а' '<&>' }}{{ page.canonical | string.replace_first 'HTTPS' 'x' }}", true)]
    [InlineData("{{ page.title | string.replace 'а' 'б' | string.replace 'б' '<' | string.replace '<' '&' }}", true)]
    [InlineData("{{ case page.kind }}{{ when 'x', 'not-found' }}1{{ when 'y' }}2{{ else }}3{{ end }}", true)]
    [InlineData("{{ case page.kind }}{{ when 'x' }}1{{ else }}3{{ end }}", true)]
    [InlineData("{{ x_html = '<i>' }}{{ x_html }}{{ page.heading_html }}{{ page.json_ld_html }}", true)]
    [InlineData("  {{~ if true ~}}  \n  a  {{~ end ~}}\n{{- 'b' -}}\n c {{ # a note }} d", true)]
    [InlineData("{{ site.extra.a }}{{ site.extra.list.size }}{{ for x in site.extra.list }}{{ x }}{{ end }}{{ site.extra.deep.er }}", true)]
    [InlineData("{{ site.extra.real }}", false)]
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
    [InlineData("{{ site.menu[0].url }}", false)]
    [InlineData("{{ while false }}{{ end }}x", false)]
    [InlineData("{{ for x in site.menu }}{{ x.url }}{{ break }}{{ end }}", false)]
    [InlineData("{{ for x in 'abc' }}{{ x }}{{ end }}", false)]
    [InlineData("{{ func f }}a{{ end }}{{ f }}", false)]
    [InlineData("{{ page.title + 'x' }}", false)]
    [InlineData("{{ 1.5 }}", false)]
    [InlineData("{{ include 'layouts/not-found.html' }}", false)]
    [InlineData("{{ count_text 'papers' page.title }}", false)]
    [InlineData("{{ 9223372036854775807 + 1 }}", false)]
    [InlineData("{{ page.title.size }}", false)]
    [InlineData("{{ site = 1 }}{{ site }}", false)]
    [InlineData("{{ $x = 1 }}{{ $x }}", false)]
    public void A_template_says_the_same_by_its_program_and_by_the_engine(string template, bool hasProgram)
    {
        using var site = new ScratchSite()
            .Settings("url: https://a.example/\nmenu: [{title: А, to: /tags/}, {title: Б & В, to: /archive/}]\nextra: {a: \"<x>\", list: [1, б, true], deep: {er: null}, real: 1.5}\n")
            .Add("templates/layouts/not-found.html", template).AddPaper("a", "2026-11-11", "t");
        AssertSame(site, needsPrograms: false);
        Assert.Equal(hasProgram, HasProgram(site, "layouts/not-found.html"));
    }

    private static void AssertSame(ScratchSite site, bool needsPrograms)
    {
        var prepared = Prepare(site);
        var compiled = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings);
        var (programs, engine) = (compiled.NewWorker(), new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings) { UsesPrograms = false }.NewWorker());
        var other = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings).NewWorker();
        foreach (var output in prepared.Plan!.Outputs.OfType<RenderedOutput>())
        {
            // By then parts of it are kept, and then those of another renderer stand in their place.
            var said = Said(engine, output);
            Assert.Equal([said, said, said, said], [Said(programs, output), Said(programs, output), Said(other, output), Said(programs, output)]);
            if (needsPrograms && !Directory.Exists(Path.Combine(site.Root, "templates")) && output.Template.EndsWith("ml", StringComparison.Ordinal))
            {
                Assert.False(compiled.Program("layouts/" + output.Template)?.IsGivenUp ?? true, output.Template);
            }
        }
    }

    private static bool HasProgram(ScratchSite site, string layout)
    {
        var prepared = Prepare(site);
        var renderer = new SiteRenderer(prepared.Theme, prepared.Plan!, prepared.Strings);
        Said(renderer.NewWorker(), prepared.Plan!.Outputs.OfType<RenderedOutput>().Single(output => "layouts/" + output.Template == layout));
        return renderer.Program(layout) is { IsGivenUp: false };
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
        return PlannedSite.Of(options, sources, new SourceHashes(sources), cache, new StageClock(), diagnostics, TestContext.Current.CancellationToken);
    }
}
