using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>Each kind of edit: the tree is that of a clean build, and no more is rendered than the edit calls for.</summary>
public sealed class EditTests : IDisposable
{
    private readonly SampleSite _site = new();
    private readonly int _all;

    public EditTests()
    {
        var first = _site.Build();
        Assert.Equal((0, 0), (first.Kept, first.Deleted));
        _all = first.Rendered;
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Nothing_changed()
    {
        var again = _site.Build();
        Assert.Equal((0, 0, _all, 0, 0, 0), (again.Rendered, again.Written, again.Kept, again.Deleted, again.Parsed, again.Contexts));
    }

    [Fact]
    public async Task Text_of_the_same_size_and_time_in_a_file_with_a_mark()
    {
        await Task.Delay(120, TestContext.Current.CancellationToken);
        _site.Edit("content/papers/two.md", "Второй", "Другой");
        _site.Build();
        var file = Path.Combine(_site.Site.Root, "content/papers/one.md");
        var time = File.GetLastWriteTimeUtc(file);
        _site.Edit("content/papers/one.md", "Первый", "Третий");
        File.SetLastWriteTimeUtc(file, time);
        Assert.Equal((17, 17, 2), _site.Counts());
    }

    [Fact]
    public void The_text_of_an_entry()
    {
        _site.Edit("content/papers/one.md", "Первый", "Первейший");
        Assert.Equal((17, 17, 2), _site.Counts());
    }

    [Fact]
    public void A_heading_that_another_entry_links_to()
    {
        _site.Edit("content/papers/one.md", "## Глава", "## Глава\n\n## Ещё");
        Assert.Equal((14, 13, 0), _site.Counts());
    }

    [Fact]
    public void The_title_of_an_entry()
    {
        _site.Edit("content/papers/six.md", "Заголовок six", "Другой заголовок");
        Assert.Equal((24, 24, 3), _site.Counts());
    }

    [Fact]
    public void What_no_page_shows()
    {
        _site.Edit("content/papers/one.md", "title:", "title: ");
        Assert.Equal((0, 0, 0), _site.Counts());
    }

    [Fact]
    public void A_new_entry()
    {
        _site.Site.AddPaper("seven", "2026-11-15", "agents", "Седьмой.");
        Assert.Equal((32, 32, 4), _site.Counts());
    }

    [Fact]
    public void A_deleted_entry()
    {
        _site.Site.Remove("content/papers/six.md");
        Assert.Equal((28, 28, 8), _site.Counts());
    }

    [Fact]
    public void A_renamed_entry()
    {
        _site.Site.Remove("content/papers/six.md").AddPaper("sixth", "2026-11-14", "agents", "Коротко о шестом.\n\nШестой.");
        Assert.Equal((25, 25, 5), _site.Counts());
    }

    [Fact]
    public void Another_tag()
    {
        _site.Edit("content/papers/five.md", "tags: [agents]", "tags: [rl]");
        Assert.Equal((35, 34, 4), _site.Counts());
    }

    [Fact]
    public void A_slug_that_others_link_to()
    {
        _site.Edit("content/papers/one.md", "authors:", "slug: first\nauthors:");
        Assert.Equal((29, 29, 4), _site.Counts());
    }

    [Fact]
    public void A_day_that_comes()
    {
        _site.Now = new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal((32, 32, 2), _site.Counts());
        _site.Now = ScratchSite.Now;
        Assert.Equal((25, 25, 9), _site.Counts());
    }

    [Fact]
    public void A_moment_at_which_nothing_appears()
    {
        _site.Now = ScratchSite.Now.AddDays(3);
        Assert.Equal((0, 0, 0), _site.Counts());
    }

    [Fact]
    public void Drafts()
    {
        _site.Drafts = true;
        Assert.Equal((35, 35, 4), _site.Counts());
    }

    [Fact]
    public void The_title_of_the_site()
    {
        _site.Edit("content/site.yaml", "title: Дайджест", "title: Обзор");
        Assert.Equal((60, 48, 1), _site.Counts()); // the web manifest has the title, and its address follows its bytes
    }

    [Fact]
    public void The_place_of_publication()
    {
        _site.BaseUrl = "https://other.example/";
        Assert.Equal((59, 50, 0), _site.Counts());
    }

    [Fact]
    public void The_registry_of_tags()
    {
        _site.Edit("content/tags.yaml", "title: RL", "title: Подкрепление");
        Assert.Equal((35, 35, 2), _site.Counts());
    }

    [Fact]
    public void Words_of_the_theme()
    {
        _site.Site.Add("templates/strings.ru.yaml", "not_found.text: Нет такой страницы\n");
        Assert.Equal((39, 1, 0), _site.Counts());
    }

    [Fact]
    public void A_template_of_one_page()
    {
        _site.Site.Add("templates/layouts/opml.xml", "<opml version=\"2.0\"><head><title>x</title></head><body></body></opml>\n");
        Assert.Equal((1, 1, 0), _site.Counts());
    }

    [Fact]
    public void A_partial()
    {
        _site.Site.Add("templates/partials/ways.html", "<p>куда</p>\n");
        Assert.Equal((3, 3, 0), _site.Counts());
    }

    [Fact]
    public void A_style_sheet()
    {
        _site.Site.Add("templates/assets/style.css", "body { margin: 0 }\n");
        Assert.Equal((40, 30, 1), _site.Counts());
    }

    [Fact]
    public void A_picture()
    {
        _site.Site.Add("content/papers/img.png", [.. SampleSite.Picture, 0]);
        Assert.Equal((1, 1, 0), _site.Counts());
    }

    [Fact]
    public void A_static_file()
    {
        _site.Edit("content/static/robots.md.txt", "static", "moving");
        Assert.Equal((1, 1, 0), _site.Counts());
    }

    [Fact]
    public void A_standing_page()
    {
        _site.Edit("content/pages/about.md", "См.", "Смотри");
        Assert.Equal((1, 1, 0), _site.Counts());
    }

    [Fact]
    public void An_edit_that_keeps_size_and_time()
    {
        var path = Path.Combine(_site.Site.Root, "content/pages/about.md");
        var time = File.GetLastWriteTimeUtc(path);
        _site.Edit("content/pages/about.md", "См.", "Ср.");
        File.SetLastWriteTimeUtc(path, time);
        Assert.Equal((1, 1, 0), _site.Counts());
    }

    [Fact]
    public void Outputs_that_someone_deleted_or_changed()
    {
        File.Delete(Path.Combine(_site.Site.Output, "404.html"));
        File.AppendAllText(Path.Combine(_site.Site.Output, "papers/one/index.html"), "!");
        var index = Path.Combine(_site.Site.Output, "index.html");
        var bytes = File.ReadAllBytes(index);
        bytes[^5] ^= 1;
        File.WriteAllBytes(index, bytes);
        Assert.Equal((3, 3, 0), _site.Counts());
    }

    [Fact]
    public void A_mistake_is_reported_each_time_until_it_is_fixed()
    {
        _site.Edit("content/papers/one.md", "title:", "titel:");
        Assert.True(_site.Build().Failed);
        Assert.True(_site.Build().Failed);
        _site.Edit("content/papers/one.md", "titel:", "title:");
        Assert.Equal((0, 0, 0), _site.Counts());
    }

    [Fact]
    public void Two_output_folders_do_not_disturb_each_other()
    {
        var other = Path.Combine(_site.Site.Root, "other");
        Assert.Equal((_all, 0), (_site.Site.BuildFine(output: other).Rendered, _site.Site.BuildFine(output: other).Rendered));
        Assert.Equal((0, 0, 0), _site.Counts());
    }

    [Fact]
    public void A_build_without_the_cache_leaves_it_good()
    {
        _site.Edit("content/pages/about.md", "См.", "Смотри");
        Assert.Equal(_all, _site.Site.BuildFine(noCache: true).Rendered);
        _site.Edit("content/pages/about.md", "Смотри", "См.");
        Assert.Equal((1, 1, 0), _site.Counts());
    }
}
