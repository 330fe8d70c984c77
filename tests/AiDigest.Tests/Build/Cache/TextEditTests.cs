using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>
/// Where only texts of entries have changed, no other views are looked at than those that show them. The sample site holds each build
/// against a clean one.
/// </summary>
public sealed class TextEditTests : IDisposable
{
    private const string Six = "content/papers/six.md";

    private readonly SampleSite _site = new();
    private readonly int _all;

    public TextEditTests() => _all = _site.Build().Keyed;

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Only_what_shows_the_text_is_looked_at()
    {
        _site.Edit(Six, "Шестой", "Шестой, другой");
        var report = _site.Build();
        Assert.InRange(report.Keyed, report.Rendered, (_all / 2) - 1);
        Assert.InRange(report.Rendered, 5, report.Keyed);
    }

    [Fact]
    public void Again_and_again()
    {
        foreach (var (old, text) in new[]
        {
            ("Шестой", "Шестой, другой"), ("другой", "другой и третий"), ("Шестой, другой и третий", "Шестой"),
        })
        {
            var report = _site.Edit(Six, old, text).Build();
            Assert.InRange(report.Keyed, report.Rendered, (_all / 2) - 1);
        }

        Assert.Equal(0, _site.Build().Keyed);
    }

    [Fact]
    public void Two_texts_at_once()
    {
        _site.Edit(Six, "Шестой", "Шестой, другой").Edit("content/papers/three.md", "Третий.", "Третий.\n\nИ ещё абзац, $y^2$.");
        Assert.InRange(_site.Build().Keyed, 10, _all - 1);
    }

    [Theory]
    [InlineData("content/papers/six.md", "Заголовок six", "Другой заголовок")]
    [InlineData("content/papers/six.md", "Коротко о шестом.", "Первый абзац, с которым сравнивают другие записи.")]
    [InlineData("content/papers/six.md", "Шестой.", "Шестой.\n\n## Глава")]
    [InlineData("content/papers/one.md", "## Глава", "## Глава\n\n## Ещё")]
    [InlineData("content/papers/six.md", "Шестой.", "Шестой, см. [один](one.md).")]
    [InlineData("content/papers/six.md", "Шестой.", "Шестой, ![точка](img.png).")]
    [InlineData("content/papers/six.md", "tags:", "authors: [Eve]\ntags:")]
    [InlineData("content/papers/two.md", "[первый](one.md)", "[первый](three.md)")]
    [InlineData("content/pages/about.md", "См.", "Смотрите")]
    [InlineData("content/site.yaml", "title: Дайджест", "title: Другой")]
    public void What_others_may_see_has_everything_looked_at(string path, string old, string text) =>
        Assert.InRange(_site.Edit(path, old, text).Build().Keyed, _all, _all + 10);

    [Fact]
    public void A_text_and_something_else()
    {
        _site.Edit(Six, "Шестой", "Шестой, другой").Edit("content/tags.yaml", "title: RL", "title: Р.Л.");
        Assert.Equal(_all, _site.Build().Keyed);
    }

    [Fact]
    public void A_text_and_an_entry_whose_day_has_come()
    {
        _site.Edit(Six, "Шестой", "Шестой, другой");
        _site.Now = new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.InRange(_site.Build().Keyed, _all, _all + 20);
    }

    [Fact]
    public void Facts_are_those_of_the_settings_under_which_they_were_noted()
    {
        // The title differs in what it shows only while typography is off; what was noted with it on says nothing of that.
        _site.Edit(Six, "Заголовок six", "Заголовок - six").Build();
        _site.Edit("content/site.yaml", "title: Дайджест", "title: Дайджест\ntypography: false").Build();
        Assert.InRange(_site.Edit(Six, "Заголовок - six", "Заголовок — six").Build().Keyed, _all, _all + 10);
    }

    [Fact]
    public void Without_what_the_last_build_noted_everything_is_looked_at()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(_site.Site.Root, ".aidigest"), "shown-*"))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..^1]);
        }

        Assert.Equal(_all, _site.Edit(Six, "Шестой", "Шестой, другой").Build().Keyed);
        Assert.InRange(_site.Edit(Six, "Шестой, другой", "Шестой").Build().Keyed, 1, (_all / 2) - 1);
    }

    [Fact]
    public void A_template_that_changes_with_a_text_renders_its_pages()
    {
        _site.Build();
        _site.Site.Add("templates/layouts/opml.xml", "<opml version=\"2.0\"></opml>\n");
        _site.Build();
        _site.Edit(Six, "Шестой", "Шестой, другой");
        _site.Site.Add("templates/layouts/opml.xml", "<opml version=\"2.0\"><!-- иначе --></opml>\n");
        Assert.Equal(_all, _site.Build().Keyed);
    }

    [Fact]
    public void An_output_that_was_damaged_meanwhile_is_made_again()
    {
        var damaged = Path.Combine(_site.Site.Root, "site-output/papers/one/index.html");
        File.WriteAllText(damaged, "x");
        _site.Edit(Six, "Шестой", "Шестой, другой");
        Assert.InRange(_site.Build().Keyed, 5, _all - 1);
    }

    [Fact]
    public void One_entry_of_a_day_file()
    {
        _site.Site.Add("content/papers/day.yaml", "date: 2026-11-15\nentries:\n  - title: Первая\n    tags: [rl]\n    body: Раз.\n  - title: Вторая\n    tags: [rl]\n    body: \"Начало.\\n\\nДва.\"\n");
        _site.Build();
        Assert.InRange(_site.Edit("content/papers/day.yaml", "Два.", "Два и ещё.").Build().Keyed, 5, _all - 1);
    }
}
