using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Explain;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Explain;

/// <summary>What <c>explain</c> says of an output: its sources, its templates, its key, and what builds do with it.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly SampleSite _site = new();

    public void Dispose() => _site.Dispose();

    private ExplainResult Explain(string address) => SiteExplainer.Explain(
        new BuildOptions(_site.Site.Root, _site.Site.Output, _site.Now, 2), address, TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("/tags/rl/")]
    [InlineData("tags/rl")]
    [InlineData("tags/rl/index.html")]
    [InlineData("/digest/tags/rl/")]
    [InlineData("https://example.org/digest/tags/rl/#top")]
    public void An_address_in_any_form(string address) => Assert.Equal("tags/rl/index.html", Explain(address).Found!.Path);

    [Fact]
    public void A_list_names_what_it_shows_and_what_it_is_made_with()
    {
        var found = Explain("/tags/rl/").Found!;
        Assert.Equal(
            ["content/papers/four.md", "content/papers/two.md", "content/papers/one.md"],
            found.Sources.Select(source => source.Path)
                .OrderBy(path =>
                    path.Length == 0
                        ? 0
                        : path.Contains("four", StringComparison.Ordinal)
                        ? 0
                        : path.Contains("two", StringComparison.Ordinal)
                        ? 1
                        : 2));
        Assert.All(found.Sources, source => Assert.True(source.Line > 0));
        Assert.Equal("templates/layouts/tag.html", found.Template);
        Assert.Contains("templates/partials/entry.html", found.Includes);
        Assert.Equal(["view", "template", "site", "strings", "assets", "place", "tool"], found.Parts.Select(part => part.Name));
    }

    [Fact]
    public void The_fields_that_each_template_reads()
    {
        var fields = Explain("/tags/rl/").Found!.Fields.ToDictionary(read => read.Template, read => read.Fields);
        Assert.Equal("templates/layouts/tag.html", fields.Keys.First());
        Assert.Superset(
            new HashSet<string> { "page.heading_html", "papers", "tag.count", "page.feeds[].url" },
            fields["templates/layouts/tag.html"].ToHashSet());
        Assert.Superset(
            new HashSet<string> { "papers[].title", "papers[].body_html", "page.body_level" },
            fields["templates/partials/entry.html"].ToHashSet());
        Assert.Contains("site.title", fields.Values.SelectMany(read => read));
        Assert.DoesNotContain("paper", fields.Values.SelectMany(read => read).Select(field => field.Split('.', '[')[0]));

        var own = Explain("/papers/one/").Found!.Fields.ToDictionary(read => read.Template, read => read.Fields);
        Assert.Superset(new HashSet<string> { "paper.title", "paper.body_html" }, own.Values.SelectMany(read => read).ToHashSet());
        Assert.Empty(Explain("/feed.json").Found!.Fields);
    }

    [Fact]
    public void A_name_of_a_template_means_what_it_stands_for()
    {
        _site.Site
            .Add("templates/layouts/tag.html", """
                {{ first = papers[0] }}{{ first.title | string.upcase }}{{ other = 'x' + tag.slug }}{{ other.length }}
                {{ for tag in page.breadcrumbs offset:pager.number }}{{ tag.title }}{{ include 'partials/own.html' }}{{ end }}
                {{ if papers.size > 1 && !(tag.count) }}{{ t 'nav.main' 'n' (number_text tag.count) }}{{ end }}
                {{ for item in papers }}{{ for.index }}{{ fragment 'partials/whole.html' item }}{{ end }}{{ site.extra['key'] }}
                """)
            .Add("templates/partials/own.html", "{{ tag.url }}{{ include 'partials/own.html' }}")
            .Add("templates/partials/whole.html",
                "{{ paper.body_html }}{{ item }}{{ tag.title }}{{ for code in paper.code_urls }}{{ code }}{{ else }}{{ page.kind }}{{ "
                + "end }}");
        Assert.Equal(
            [
                "templates/layouts/tag.html: page.breadcrumbs page.breadcrumbs[].title pager.number papers papers[] papers[].title "
                + "site.extra[] tag.count tag.slug",
                "templates/partials/own.html: page.breadcrumbs[].url",
                "templates/partials/whole.html: page.kind papers[].body_html papers[].code_urls papers[].code_urls[]",
            ],
            Explain("/tags/rl/").Found!.Fields.Select(read => $"{read.Template}: {string.Join(' ', read.Fields)}"));
    }

    [Fact]
    public void What_builds_do_with_it()
    {
        var before = Explain("/tags/rl/").Found!;
        Assert.Equal((null, new Decision(RenderReason.New)), (before.Last, before.Next));
        _site.Build();
        var built = Explain("/tags/rl/").Found!;
        Assert.Equal((new Decision(RenderReason.New), new Decision(RenderReason.Kept)), (built.Last, built.Next));
        _site.Edit("content/papers/one.md", "Первый", "Первейший");
        Assert.Equal(new Decision(RenderReason.Changed, KeyParts.View), Explain("/tags/rl/").Found!.Next);
        Assert.Equal(new Decision(RenderReason.Kept), Explain("/tags/agents/").Found!.Next);
        _site.Build();
        Assert.Equal(new Decision(RenderReason.Changed, KeyParts.View), Explain("/tags/rl/").Found!.Last);
        Assert.Equal(new Decision(RenderReason.Kept), Explain("/tags/agents/").Found!.Last);
        File.Delete(Path.Combine(_site.Site.Output, "tags/rl/index.html"));
        Assert.Equal(new Decision(RenderReason.Missing), Explain("/tags/rl/").Found!.Next);
        _site.Site.Add("templates/partials/entry.html", "x");
        Assert.Equal(
            new Decision(RenderReason.Changed, KeyParts.Template), Explain("/tags/agents/").Found!.Next with { Parts = KeyParts.Template });
    }

    private string[] InLastBuild(string address) => Told(Explain(address).Found!.LastChanges);

    private string[] InNextBuild(string address) => Told(Explain(address).Found!.NextChanges);

    private static string[] Told(IEnumerable<ExplainedChange> changes) =>
    [
        .. changes.Select(change =>
            $"{change.Of.Change} {change.Of.Item?.Path ?? change.Of.Part}{(change.Elsewhere is null ? "" : " " + change.Elsewhere)}"),
    ];

    [Fact]
    public void What_a_tag_gained_and_which_entries_moved_to_another_page_of_it()
    {
        _site.Build();
        Assert.Equal(("tag 'agents'", 0), (Explain("/tags/agents/").Found!.Subject, Explain("/tags/agents/").Found!.LastChanges.Length));
        _site.Site.AddPaper("seven", "2026-11-15", "agents", "Седьмой.").AddPaper("eight", "2026-11-16", "agents", "Восьмой.");
        string[] changes =
        [
            "Gained content/papers/eight.md", "Gained content/papers/seven.md",
            "Lost content/papers/six.md /tags/agents/page/2/", "Lost content/papers/five.md /tags/agents/page/2/",
            "Changed tag", "Changed pager",
        ];
        Assert.Equal(changes, InNextBuild("/tags/agents/"));
        _site.Build();
        Assert.Equal(changes, InLastBuild("/tags/agents/"));
        Assert.Equal(["Changed pager"], InLastBuild("/tags/agents/page/1/"));
        Assert.Empty(InNextBuild("/tags/agents/"));
        Assert.Empty(InLastBuild("/tags/rl/"));
    }

    [Fact]
    public void What_a_tag_lost_and_what_came_back_to_its_page()
    {
        _site.Site.AddPaper("seven", "2026-11-15", "agents", "Седьмой.").AddPaper("eight", "2026-11-16", "agents", "Восьмой.");
        _site.Build();
        _site.Edit("content/papers/seven.md", "agents", "rl");
        _site.Build();
        Assert.Contains("Lost content/papers/seven.md", InLastBuild("/tags/agents/"));
        Assert.Contains("Gained content/papers/six.md /tags/agents/page/2/", InLastBuild("/tags/agents/"));
        Assert.Contains("Gained content/papers/seven.md", InLastBuild("/tags/rl/"));
        Assert.Contains("Gained content/papers/seven.md", InLastBuild("/tags/rl/feed.xml"));
        File.Delete(Path.Combine(_site.Site.Root, "content/papers/six.md"));
        _site.Build();
        Assert.Contains("Lost content/papers/six.md", InLastBuild("/tags/agents/"));
    }

    [Fact]
    public void An_entry_that_changed_and_entries_in_another_order()
    {
        _site.Build();
        _site.Edit("content/papers/six.md", "Коротко о шестом", "Коротко о шестом, другое");
        _site.Build();
        Assert.Equal(["Changed content/papers/six.md"], InLastBuild("/tags/agents/"));
        Assert.Equal(["Changed content/papers/six.md", "Changed page"], InLastBuild("/papers/six/"));
        _site.Edit("content/papers/two.md", "2026-11-10", "2026-11-10T09:00:00+03:00");
        _site.Build();
        Assert.Contains("Reordered papers", InLastBuild("/2026/11/10/"));
        Assert.DoesNotContain(InLastBuild("/2026/11/10/"), change =>
            change.StartsWith("Gained", StringComparison.Ordinal) || change.StartsWith("Lost", StringComparison.Ordinal));
    }

    [Fact]
    public void Entries_of_one_day_file_are_distinguished_though_their_lines_move()
    {
        _site.Site.Add("content/papers/day.yaml", Day("А", "Б"));
        _site.Build();
        _site.Site.Add("content/papers/day.yaml", Day("Новая", "А", "Б"));
        _site.Build();
        var day = Explain("/2026/11/16/").Found!.LastChanges.Where(change => change.Of.Item is not null).ToList();
        Assert.Equal((ContentChange.Gained, 3), (day.Single().Of.Change, day.Single().Of.Item!.Value.Line));

        static string Day(params string[] titles) =>
            "date: 2026-11-16\nentries:\n"
                + string.Concat(titles.Select(title => $"  - title: {title}\n    tags: [day]\n    body: Текст.\n"));
    }

    [Fact]
    public void A_build_of_which_nothing_is_known_names_the_parts_of_the_key_alone()
    {
        _site.Build();
        _site.Edit("content/papers/six.md", "Шестой", "Шестой, другой");
        _site.Build();
        foreach (var file in Directory.GetFiles(Path.Combine(_site.Site.Root, ".aidigest"), "shown-*.before"))
        {
            File.Delete(file);
        }

        var found = Explain("/tags/agents/").Found!;
        Assert.Equal((new Decision(RenderReason.Changed, KeyParts.View), 0), (found.Last, found.LastChanges.Length));
    }

    public static TheoryData<string, string, string, string, string[]> Shared => new()
    {
        { "templates/partials/entry.html", "{{ paper.title }}", "/tags/rl/", "template",
            ["template: Changed templates/partials/entry.html:0 "] },
        { "templates/partials/entry.html", "{{ paper.title }}", "/archive/", "", [] },
        { "templates/layouts/archive.html", "x", "/archive/", "template", ["template: Changed templates/layouts/archive.html:0 "] },
        { "templates/layouts/archive.html", "x", "/tags/rl/", "", [] },
        { "templates/strings.ru.yaml", "# ours\nnav:\n  main: Части\n", "/tags/rl/", "strings",
            ["strings: Changed templates/strings.ru.yaml:3 nav.main"] },
        { "templates/strings.ru.yaml", "# ours\n", "/tags/rl/", "strings", ["strings: Changed templates/strings.ru.yaml:0 "] },
        { "templates/assets/style.css", "body { color: red }\n", "/tags/rl/", "assets", ["assets: Changed templates/assets/style.css:0 "] },
        { "content/tags.yaml", "agents:\n  title: Агенты\nrl:\n  title: Обучение\n  aliases: [обучение с подкреплением]\n", "/tags/rl/",
            "view", ["view: Gained content/tags.yaml:1 agents", "view: Changed content/tags.yaml:3 rl"] },
        { "content/tags.yaml", "agents:\n  title: Агенты\nrl:\n  title: Обучение\n  aliases: [обучение с подкреплением]\n", "/papers/five/",
            "view", ["view: Gained content/tags.yaml:1 agents"] },
        { "content/tags.yaml", "# comment\nrl:\n  title: \"RL\"\n  aliases: [обучение с подкреплением]\n", "/tags/rl/", "", [] },
        { "content/site.yaml", "title: Ежедневник\nurl: https://example.org/digest/\npage_size: 2\nfeed_size: 3\n", "/tags/rl/", "site",
            ["site: Changed content/site.yaml:1 title", "assets: Changed templates/assets/site.webmanifest:0 "] },
        { "content/site.yaml", "title: Дайджест\nurl: https://example.org/other/\npage_size: 2\nfeed_size: 3\n", "/tags/rl/", "place",
            ["place: Changed content/site.yaml:2 url"] },
        { "content/site.yaml", "title: Дайджест\nurl: https://example.org/digest/\npage_size: 1\nfeed_size: 3\n", "/tags/rl/", "view",
            ["view: Changed content/site.yaml:3 page_size"] },
        { "content/site.yaml", "title: Дайджест\nurl: https://example.org/digest/\npage_size: 2\nfeed_size: 3\nauthor: Анна\n", "/tags/rl/",
            "site", ["site: Gained content/site.yaml:5 author"] },
        { "content/site.yaml", "title: Дайджест\nurl: https://example.org/digest/\nfeed_size: 3\n", "/tags/agents/", "view",
            ["view: Lost content/site.yaml:3 page_size"] },
        { "content/site.yaml",
            "title: Дайджест\nurl: https://example.org/digest/\npage_size: 2\nfeed_size: 3\ncheck: {same-paper: error}\n", "/tags/rl/", "",
            [] },
        { "content/pages/about.md", "---\ntitle: О нас\nmenu: true\n---\n\nТекст.\n", "/tags/rl/", "site", ["site: Changed :0 site.menu"] },
    };

    [Theory]
    [MemberData(nameof(Shared))]
    public void What_outputs_share_is_named_where_it_changed_the_key(string path, string text, string address, string part, string[] causes)
    {
        _site.Build();
        Assert.Empty(Explain(address).Found!.LastCauses);
        _site.Site.Add(path, text);
        var next = Explain(address).Found!;
        Assert.Equal(
            (part.Length > 0, part.Length > 0),
            (next.Next.Reason == RenderReason.Changed, next.Next.Parts.ToString().ToLowerInvariant().Split(", ").Contains(part)));
        Assert.Equal(causes, Caused(next.NextCauses));
        _site.Build();
        var last = Explain(address).Found!;
        Assert.Equal(part.Length > 0, last.Last!.Value.Reason == RenderReason.Changed);
        Assert.Equal(causes, Caused(last.LastCauses));
        Assert.Empty(last.NextCauses);
        _site.Build();
        Assert.Equal(causes, Caused(Explain(address).Found!.LastCauses));
    }

    [Fact]
    public void A_partial_that_only_some_pages_include_is_named_for_these_alone()
    {
        _site.Site.Add("templates/layouts/archive.html", "{{ include 'partials/own.html' }}").Add("templates/partials/own.html", "a");
        _site.Build();
        _site.Site.Add("templates/partials/own.html", "b").Add("templates/partials/never.html", "c");
        _site.Build();
        Assert.Equal(["template: Changed templates/partials/own.html:0 "], Caused(Explain("/archive/").Found!.LastCauses));
        Assert.Empty(Explain("/tags/rl/").Found!.LastCauses);
    }

    [Fact]
    public void Another_address_of_the_build_is_no_setting()
    {
        _site.Build();
        _site.BaseUrl = "https://example.net/digest/";
        _site.Build();
        var causes =
            Caused(
                SiteExplainer.Explain(new BuildOptions(_site.Site.Root, _site.Site.Output, _site.Now, 2, _site.BaseUrl), "/tags/rl/",
                TestContext.Current.CancellationToken).Found!.LastCauses);
        Assert.Equal(["place: Changed :0 address of the site"], causes.Where(cause => cause.StartsWith("place", StringComparison.Ordinal)));
    }

    private static string[] Caused(IEnumerable<ExplainedCause> causes) =>
        [.. causes.Select(cause => $"{cause.Part}: {cause.Change} {cause.Of.Path}:{cause.Of.Line} {cause.Of.Name}")];

    [Fact]
    public void A_copied_file_and_a_feed_of_the_tool()
    {
        _site.Build();
        var picture = Explain("/papers/one/img.png").Found!;
        Assert.Equal(
            ("content/papers/img.png", (string?)null, "view"),
            (picture.Sources.Single().Path, picture.Template, picture.Parts.Single().Name));
        var feed = Explain("/feed.json").Found!;
        Assert.Equal(("feed.json", new Decision(RenderReason.Kept)), (feed.Template, feed.Next));
    }

    [Fact]
    public void An_address_that_is_not_there()
    {
        var result = Explain("/tags/agent/");
        Assert.Null(result.Found);
        Assert.Equal("/tags/agents/", result.Near);
    }

    [Fact]
    public void A_site_with_mistakes_cannot_be_explained()
    {
        _site.Edit("content/papers/one.md", "title:", "titel:");
        Assert.NotEmpty(Explain("/").Mistakes);
    }
}
