using AiDigest.Core.Build;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>A site in memory has the pages that a build of the same sources writes.</summary>
public sealed class LiveSiteTests : IDisposable
{
    private const string Path = "content/papers/a.md";

    private readonly ScratchSite _site = new ScratchSite().Settings("url: https://user.github.io/digest/")
        .AddPaper("a", "2026-11-14", "tag", "Первый абзац. [Другая](b.md)\n\n## Заголовок\n\nЕщё текст.")
        .AddPaper("b", "2026-11-13", "tag, other", "Текст второй. $x^2$");

    private readonly LiveSite _live = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Its_pages_are_those_of_a_build()
    {
        AssertSame(Update(null));
        _site.AddPaper("c", "2026-11-15", "tag");
        AssertSame(Update(["content/papers/c.md"]));
        _site.AddPaper("a", "2026-11-14", "other", "Иначе. [Другая](b.md)");
        AssertSame(Update([Path]));
        _site.Remove("content/papers/b.md");
        _site.AddPaper("a", "2026-11-14", "other", "Одна.");
        AssertSame(Update(null));
    }

    [Fact]
    public void Another_text_of_an_entry_is_shown_without_planning()
    {
        var planned = Update(null);
        _site.AddPaper("a", "2026-11-14", "tag", "Совсем \"иное\" начало. [Эта](b.md)\n\nИ **другое** слово.");
        var patched = _live.Patch(_site.Root, [Path]);

        Assert.True(patched is { IsPatched: true } && !patched.IsSameAs(planned));
        AssertSame(patched!, except: "feed.json");
        AssertSame(Update([Path]));
    }

    [Theory]
    [InlineData("b", "title: Вторая «версия» & <её> *заголовок*")]
    [InlineData("b", "title: Вторая\nlead: Иное начало.")]
    [InlineData("b", "title: Вторая\npaper_title: Another One")]
    [InlineData("b", "title: Вторая\nvenue: ICML")]
    [InlineData("c", "title: \"Третья, в кавычках\"")]
    public void Other_words_of_an_entry_are_shown_without_planning_on_each_page(string slug, string keys)
    {
        static string Of(string keys) =>
            string.Join(
                '\n', new[] { "title", "lead", "paper_title", "venue" }.Select(key => keys.Split('\n')
                .FirstOrDefault(line => line.StartsWith(key + ":", StringComparison.Ordinal)) ?? $"{key}: Прежнее"));
        string Entry(string date, string words) =>
            $"---\n{words}\ndate: {date}\ntags: [tag, other]\nauthors: [Ada Lovelace]\narxiv: 2411.19108\n---\n\nТекст.\n";
        _site.Add("content/papers/b.md", Entry("2026-11-13", Of("")));
        _site.Add("content/papers/c.md", Entry("2026-11-12", Of("")));
        var planned = Update(null);
        Assert.False(planned.Report.Failed);
        _site.Add($"content/papers/{slug}.md", Entry(slug == "b" ? "2026-11-13" : "2026-11-12", Of(keys)));

        var patched = _live.Patch(_site.Root, [$"content/papers/{slug}.md"]);

        Assert.True(patched is { IsPatched: true } && !patched.IsSameAs(planned));
        AssertSame(patched!, except: "feed.json");
    }

    [Fact]
    public void One_title_of_a_day_file_is_shown_without_planning_while_its_address_stays()
    {
        string Day(string second) =>
            $"date: 2026-11-15\nentries:\n  - title: Первая\n    slug: one\n    tags: [tag]\n    body: Текст.\n  - title: {second}\n  "
            + $"  slug: two\n    tags: [tag]\n    body: Ещё текст.\n";
        _site.Add("content/papers/day.yaml", Day("Вторая"));
        Update(null);
        _site.Add("content/papers/day.yaml", Day("Другая вторая"));

        AssertSame(_live.Patch(_site.Root, ["content/papers/day.yaml"])!, except: "feed.json");
    }

    [Fact]
    public void A_title_that_makes_the_address_or_is_in_a_redirect_is_planned()
    {
        _site.Add("content/papers/day.yaml", "date: 2026-11-15\nentries:\n  - title: Первая\n    tags: [tag]\n    body: Текст.\n");
        _site.AddPaper("c", "2026-11-12", "tag", "Текст.", "aliases: [/old/]");
        Update(null);
        _site.Add("content/papers/day.yaml", "date: 2026-11-15\nentries:\n  - title: Вторая\n    tags: [tag]\n    body: Текст.\n");
        var aliased = File.ReadAllText(System.IO.Path.Combine(_site.Root, "content/papers/c.md"));
        _site.Add("content/papers/c.md", aliased.Replace("Заголовок c", "Иной заголовок", StringComparison.Ordinal));

        Assert.Null(_live.Patch(_site.Root, ["content/papers/day.yaml"]));
        Assert.Null(_live.Patch(_site.Root, ["content/papers/c.md"]));
    }

    [Fact]
    public void A_text_that_comes_back_is_the_planned_site()
    {
        var planned = Update(null);
        _site.AddPaper("a", "2026-11-14", "tag", "Первый абзац. [Другая](b.md)\n\n## Заголовок\n\nЕщё текст.");

        Assert.Same(planned, _live.Patch(_site.Root, [Path]));
    }

    [Theory]
    [InlineData("2026-11-14", "tag", "Первый абзац. [Другая](b.md)", "slug: x")]
    [InlineData("2026-11-15", "tag", "Первый абзац. [Другая](b.md)", "")]
    [InlineData("2026-11-14", "other", "Первый абзац. [Другая](b.md)", "")]
    [InlineData("2026-11-14", "tag", "Первый абзац. [Другая](c.md)", "")]
    [InlineData("2026-11-14", "tag", "Первый абзац.", "")]
    [InlineData("2026-11-14", "tag", "Первый $x$ абзац. [Другая](b.md)", "")]
    [InlineData("2026-11-14", "tag", "Первый абзац. [Другая](b.md)", "tgas: x")]
    public void Whatever_else_changes_is_planned(string date, string tags, string text, string keys)
    {
        Update(null);
        _site.AddPaper("a", date, tags, text, keys);

        Assert.Null(_live.Patch(_site.Root, [Path]));
    }

    [Theory]
    [InlineData("content/papers/c.md")]
    [InlineData("content/site.yaml")]
    [InlineData("templates/layouts/home.html")]
    public void A_change_of_another_file_is_planned(string path)
    {
        Update(null);
        _site.Add(path, "title: x\n");

        Assert.Null(_live.Patch(_site.Root, [path]));
    }

    [Fact]
    public void A_template_that_fails_on_a_page_is_found_by_looking_at_that_page_or_at_all()
    {
        _site.Add(
            "templates/partials/head-extra.html",
            "{{ if page.kind == 'author' }}{{ page.titel }}{{ end }}{{ if page.kind == 'tag' }}{{ page.titel }}{{ end }}");
        var build = Update(null);

        Assert.False(build.Rehearse(["index.html", "no/such.html"], eachTemplate: false, TestContext.Current.CancellationToken).Failed);
        Assert.Contains(
            "'titel'",
            Assert.Single(
                build.Rehearse(["tags/tag/index.html"], eachTemplate: false, TestContext.Current.CancellationToken).Diagnostics).Message,
                StringComparison.Ordinal);
        Assert.True(build.Rehearse([], eachTemplate: true, TestContext.Current.CancellationToken).Failed);
        Assert.True(build.RehearseAll(null, 2, TestContext.Current.CancellationToken).Failed);
    }

    private LiveBuild Update(string[]? changed) => _live.Update(Options, changed, TestContext.Current.CancellationToken);

    private BuildOptions Options => new(_site.Root, _site.Output, ScratchSite.Now, 2, NoCache: true);

    private void AssertSame(LiveBuild live, string except = "")
    {
        _site.BuildFine();
        Assert.False(live.Report.Failed);
        foreach (var (path, bytes) in _site.Tree())
        {
            if (!path.StartsWith('.') && !path.EndsWith(except.Length > 0 ? except : "?", StringComparison.Ordinal))
            {
                var file = live.Open(path);
                Assert.True(file is not null, path);
                Assert.True(bytes.AsSpan()
                    .SequenceEqual(file.Value.Bytes is { } made ? made.Span : File.ReadAllBytes(file.Value.Source!.PhysicalPath)), path);
            }
        }

        Assert.False(live.Has("papers/none/index.html"));
    }
}
