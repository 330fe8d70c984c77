using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Rendering.Themes;

/// <summary>A site's own files over the default theme, and what templates can and cannot do.</summary>
public class ThemeTests
{
    [Fact]
    public void One_partial_is_overridden_and_the_rest_stays()
    {
        using var site = Papers();
        site.BuildFine();
        var before = site.Tree();
        var foot = ThemeFile.Default["partials/foot.html"].Text();
        site.Add("templates/partials/foot.html", foot.Replace("</main>", "</main>\n<p>Свой подвал</p>", StringComparison.Ordinal))
            .BuildFine();
        foreach (var (path, bytes) in site.Tree())
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.Equal(Encoding.UTF8.GetString(before[path]), text.Replace("\n<p>Свой подвал</p>", "", StringComparison.Ordinal));
        }

        Assert.Contains("Свой подвал", site.Read("papers/a/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_word_is_overridden_and_the_rest_stays()
    {
        using var site = Papers();
        site.Add("templates/strings.ru.yaml", "tag:\n  heading: 'Всё про {tag}'\n").BuildFine();
        Assert.Equal("Всё про t", site.Heading("tags/t/index.html"));
        Assert.Equal("Архив", site.Heading("archive/index.html"));
    }

    [Fact]
    public void The_address_of_an_asset_follows_its_bytes()
    {
        using var site = Papers().Add("templates/assets/own.css", "a { color: red }\n")
            .Add("templates/layouts/not-found.html", "{{ asset 'own.css' }}");
        site.BuildFine();
        var first = site.Read("404.html");
        Assert.Matches("^/assets/own\\.[0-9a-f]{8}\\.css$", first);
        Assert.Equal("a{color:red}", site.Read(first[1..]));

        site.Add("templates/assets/own.css", "a { color: blue }\n").BuildFine();
        Assert.NotEqual(first, site.Read("404.html"));
        Assert.False(site.Has(first[1..]));
        site.Add("templates/assets/own.css", "a { color: red }\n").BuildFine();
        Assert.Equal(first, site.Read("404.html"));
    }

    [Theory]
    [InlineData(null, "Дайджест \"Кэш\"")]
    [InlineData("{ \"name\": \"Имя\", \"start_url\": \"../\" }", "Имя")]
    public void A_web_manifest_has_the_title_of_the_site_unless_it_names_itself(string? own, string name)
    {
        using var site = new ScratchSite().Settings("title: Дайджест \"Кэш\"\nurl: https://example.org/\n")
            .AddPaper("a", "2026-11-14", "t");
        if (own is not null)
        {
            site.Add("templates/assets/site.webmanifest", own);
        }

        site.BuildFine();
        var path = Assert.Single(site.Tree().Keys, key => key.EndsWith(".webmanifest", StringComparison.Ordinal));
        Assert.Contains(path, site.Read("index.html"), StringComparison.Ordinal);
        using var manifest = System.Text.Json.JsonDocument.Parse(site.Read(path));
        Assert.Equal(name, manifest.RootElement.GetProperty("name").GetString());
        Assert.Equal("../", manifest.RootElement.GetProperty("start_url").GetString());
    }

    [Fact]
    public void A_style_sheet_gets_the_addresses_of_what_it_names_and_changes_with_it()
    {
        using var site = Papers().Add("templates/assets/css/own.css", "a { background: url('../img/dot.png') }\n")
            .Add("templates/assets/img/dot.png", [1])
            .Add("templates/layouts/not-found.html", "{{ asset 'css/own.css' }}");
        site.BuildFine();
        var first = site.Read("404.html");
        var sheet = site.Read(first[1..]);
        var name = sheet.Split('"')[1];
        Assert.Matches("^\\.\\./img/dot\\.[0-9a-f]{8}\\.png$", name);
        Assert.True(site.Has("assets/css/" + name));
        site.Add("templates/assets/img/dot.png", [2]).BuildFine();
        Assert.NotEqual(first, site.Read("404.html"));
    }

    [Theory]
    [InlineData("{{ page.titel }}", 1, 9, "unknown field 'titel'; did you mean 'title'?")]
    [InlineData("ok\n  {{ paeg.title }}", 2, 6, "unknown name 'paeg'; did you mean 'page'?")]
    [InlineData("{{ site.extra.analitics }}", 1, 15, "unknown field 'analitics'")]
    [InlineData("{{ t 'nav.mian' }}", 1, 4, "no string is named 'nav.mian'; did you mean 'nav.main'?")]
    [InlineData("{{ count_text 'papers' 'x' }}", 1, 4, "no whole number")]
    [InlineData("{{ asset 'stile.css' }}", 1, 4, "no asset 'stile.css'; did you mean 'style.css'?")]
    [InlineData(
        "{{ include 'partials/haed.html' }}", 1, 4, "no template 'partials/haed.html' to include; did you mean 'partials/head.html'?")]
    [InlineData("{{ null.x }}", 1, 4, "")]
    [InlineData("{{ page.title.size.deep }}", 1, 4, "")]
    [InlineData("{{ nosuch 1 }}", 1, 4, "unknown name 'nosuch'")]
    public void A_mistake_is_reported_with_its_place(string template, int line, int column, string message)
    {
        using var site = Papers().Add("templates/layouts/not-found.html", template);
        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal((Catalogue.TemplateFailed.Id, "templates/layouts/not-found.html", line), (error.Rule.Id, error.Path, error.Line));
        Assert.True(message.Length == 0 || column == error.Column, $"column {error.Column}: {error.Message}");
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains("(on /404.html", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chain_of_includes_is_reported()
    {
        using var site = Papers().Add("templates/layouts/not-found.html", "\n{{ include 'partials/one.html' }}")
            .Add("templates/partials/one.html", "{{ include 'partials/two.html' }}").Add("templates/partials/two.html", "{{ page.x }}");
        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal("templates/partials/two.html", error.Path);
        Assert.Contains(
            "included at templates/partials/one.html:1:4, included at templates/layouts/not-found.html:2:4", error.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ date.now }}")]
    [InlineData("{{ timespan.from_days 1 }}")]
    [InlineData("{{ math.random 1 9 }}")]
    [InlineData("{{ math.uuid }}")]
    [InlineData("{{ object.eval '1' }}")]
    [InlineData("{{ object.eval_template 'x' }}")]
    [InlineData("{{ include_join ['partials/head.html'] '' '' }}")]
    [InlineData("{{ include 'strings.ru.yaml' }}")]
    [InlineData("{{ include 'assets/style.css' }}")]
    [InlineData("{{ include '../content/site.yaml' }}")]
    [InlineData("{{ include '/etc/passwd' }}")]
    [InlineData("{{ site.title = 'x' }}")]
    [InlineData("{{ page.kind = 'x' }}")]
    public void A_template_reaches_neither_clock_nor_chance_nor_other_files_nor_other_pages(string template)
    {
        using var site = Papers().Add("templates/layouts/not-found.html", template);
        Assert.Equal(Catalogue.TemplateFailed.Id, Assert.Single(site.Build().Diagnostics).Rule.Id);
        Assert.False(site.Has("index.html"));
    }

    [Theory]
    [InlineData("{{ while true }}{{ end }}")]
    [InlineData("{{ for i in 1..100000 }}{{ for j in 1..100000 }}{{ end }}{{ end }}")]
    [InlineData("{{ include 'layouts/not-found.html' }}")]
    [InlineData("{{ func f }}{{ f }}{{ end }}{{ f }}")]
    [InlineData("{{ x = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; for i in 1..40; x = x + x; end; x }}")]
    public void A_template_without_end_is_stopped_with_an_error(string template)
    {
        using var site = Papers().Add("templates/layouts/not-found.html", template);
        var error = Assert.Single(site.Build().Diagnostics);
        Assert.Equal((Catalogue.TemplateFailed.Id, "templates/layouts/not-found.html"), (error.Rule.Id, error.Path));
    }

    [Fact]
    public void No_bound_cuts_a_long_page()
    {
        using var site = Papers().Add("templates/layouts/not-found.html", "{{ for i in 1..300000 }}0123456789{{ end }}");
        site.BuildFine();
        Assert.Equal(3_000_000, site.Read("404.html").Length);
    }

    [Theory]
    [InlineData("templates/layouts/tagg.html", "did you mean 'templates/layouts/tag.html'?")]
    [InlineData("templates/strings.de.yaml", "")]
    [InlineData("templates/style.css", "")]
    [InlineData("templates/partials/x.txt", "")]
    public void A_file_without_a_place_in_the_theme_is_reported(string path, string hint)
    {
        using var site = Papers().Add(path, "x");
        var found = Assert.Single(site.Build().Diagnostics);
        Assert.Equal((Catalogue.UnknownThemeFile.Id, path), (found.Rule.Id, found.Path));
        Assert.Contains(hint, found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_one_page_are_unknown_on_the_next()
    {
        using var site = Papers().Add("templates/layouts/not-found.html", "{{ mine = 1 }}")
            .Add("templates/layouts/search.html", "{{ mine }}");
        Assert.Contains("unknown name 'mine'", Assert.Single(site.Build(jobs: 1).Diagnostics).Message, StringComparison.Ordinal);
    }

    private static ScratchSite Papers() =>
        new ScratchSite().Settings("url: https://a.example/\nextra: {analytics: false}\n").AddPaper("a", "2026-11-10", "t");
}
