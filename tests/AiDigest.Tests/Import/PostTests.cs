using System.Collections.Immutable;
using AiDigest.Core.Import;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Import;

public class PostTests
{
    private static readonly DateOnly Today = new(2026, 11, 14);

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "Before.\n\n<!--more-->\n\nAfter.", "Before.\n\nAfter.", "" },
        { "{{< toc >}}\n\nText.", "Text.", "the shortcode {{< toc >}}" },
        { "{{< highlight python \"linenos=table\" >}}\nprint(\"{{< x >}}\")\n{{< /highlight >}}", "```python\nprint(\"{{< x >}}\")\n```",
            "" },
        { "{{% notice %}}\nInside.\n{{% /notice %}}", "Inside.", "the shortcode {{% notice %}}" },
        { "{{< youtube dQw4w9WgXcQ >}}", "<https://www.youtube.com/watch?v=dQw4w9WgXcQ>",
            "the youtube 'dQw4w9WgXcQ', which is a link now" },
        { "Write {{</* toc */>}} and `{{< toc >}}`.", "Write {{< toc >}} and `{{< toc >}}`.", "" },
        { "See [it]({{< ref \"none.md\" >}}).", "See it.", "the link to 'none.md', of which the words are there" },
        { "## Раздел {#sec .big}\n\n[сюда](#sec) и [туда](#none)", "## Раздел\n\n[сюда](<#razdel>) и туда",
            "the attributes {#sec .big} of a heading|the link to '#none', of which the words are there" },
        { "{% highlight c++ linenos %}\nint x;\n{% endhighlight %}", "```c++\nint x;\n```", "" },
        { "{% raw %}{{ x }}{% endraw %} stays", "{{ x }} stays", "" },
        { "{% comment %}hidden{% endcomment %}Text {{ page.title }}.", "Text .", "the Liquid {{ page.title }}" },
        { "{% if x %}a{% endif %}", "a", "the Liquid {% if x %}|the Liquid {% endif %}" },
        { "* TOC\n{:toc}\n\nText\n{: .note #id }", "Text", "the attributes * TOC {:toc}|the attributes {: .note #id }" },
        { "Пусть $$x_n$$ растёт, а \\\\(y\\\\) убывает.", "Пусть $x_n$ растёт, а $y$ убывает.", "" },
        { "$$\nE = mc^2\n$$\n\nи $$a$$5", "$$\nE = mc^2\n$$\n\nи $a5$", "" },
        { "H<sub>2</sub>O<br>ещё <b>жирно</b> и <kbd>Esc</kbd>", "H₂O\\\nещё **жирно** и `Esc`", "" },
        { "<u>подчёркнуто</u>, `<u>код</u>`", "подчёркнуто, `<u>код</u>`", "the tag <u>, whose text is there" },
        { "<div class=\"x\">\n<p>Один <b>два</b></p>\n<table><tr><th>a</th></tr><tr><td>1</td></tr></table>\n</div>\n\nТекст.",
            "Один **два**\n\n| a |\n| --- |\n| 1 |\n\nТекст.", "" },
        { "<details markdown=\"1\">\n<summary>Тут</summary>\n\n*текст*\n\n</details>", "**Тут**\n\n*текст*", "" },
        { "<!-- note to self -->Text.", "Text.", "the comment <!-- note to self -->" },
        { "![x](https://e.example/x.png) [a](//e.example/b \"t\") ![y](/img/y.svg)",
            "[x](<https://e.example/x.png>) [a](<https://e.example/b>) y",
            "the picture https://e.example/x.png, which is a link now|the picture '/img/y.svg', which is not with the posts or of "
            + "another format than png, jpg, webp, avif or gif" },
        { "[about](/about/) and [r]\n\n[r]: /r.html", "about and [r]",
            "the link to '/about/', of which the words are there|the link to '/r.html', of which the words are there" },
        { "```\n{{< toc >}} {% if %} <b> [x](/y/)\n```", "```\n{{< toc >}} {% if %} <b> [x](/y/)\n```", "" },
        { "<iframe src=\"https://e.example/v\"></iframe>", "<https://e.example/v>",
            "the <iframe> of https://e.example/v, which is a link now" },
        { "A List<T> and a < b", "A List<T> and a < b", "" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public void Markup_of_a_body(string body, string markdown, string losses)
    {
        var item = Post("p.md", "title: T\ndate: 2026-01-01", body);

        Assert.Equal(losses.Split('|', StringSplitOptions.RemoveEmptyEntries), item.Notes.Losses.Select(lost => lost.English));
        Assert.Equal(
            markdown.Replace("(<https://e.example/b>)", "(<https://e.example/b> \"t\")", StringComparison.Ordinal), item.Draft!.Body);
    }

    [Theory]
    [InlineData("draft: True", true)]
    [InlineData("draft: yes", true)]
    [InlineData("draft: on", true)]
    [InlineData("draft: 'false'", false)]
    [InlineData("published: no", true)]
    [InlineData("published: False", true)]
    [InlineData("published: true", false)]
    [InlineData("expiryDate: 2026-02-01", true)]
    [InlineData("expiryDate: 2027-02-01", false)]
    public void What_is_not_public_becomes_a_draft(string key, bool isDraft)
    {
        using var site = new ScratchSite();

        var entry = Assert.Single(Import(site, Post("p.md", "title: T\ndate: 2026-01-01\n" + key, "Text.")));

        Assert.Equal(isDraft, File.ReadAllText(Path.Combine(site.Root, entry.Path!)).Contains("\ndraft: true\n", StringComparison.Ordinal));
    }

    [Fact]
    public void Drafts_of_jekyll_and_days_to_come()
    {
        using var site = new ScratchSite();
        using var posts = new ScratchSite().Add("old/_drafts/idea.md", "---\ntitle: Idea\n---\nText.\n")
            .Add("old/later.md", "---\ntitle: Later\ndate: 2026-01-01\npublishDate: 2030-01-01\n---\nText.\n");

        var entries = Import(site, [.. ImportReader.Read(Path.Combine(posts.Root, "old"), null)]);

        Assert.Equal(["content/papers/2026/11/14/idea.md", "content/papers/2030/01/01/later.md"], entries.Select(entry => entry.Path));
        Assert.Contains("draft: true", File.ReadAllText(Path.Combine(site.Root, entries[0].Path!)), StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.NotEmpty(entry.Notes));
    }

    [Theory]
    [InlineData("_posts/2015-11-17-a.md", "categories: jekyll update", "jekyll|update")]
    [InlineData("_posts/2015-11-17-a.md", "category: web dev", "web dev")]
    [InlineData("_posts/2015-11-17-a.md", "tags: one two\ncategories: [a b, c]", "one|two|a b|c")]
    [InlineData("posts/a.md", "categories: machine learning", "machine learning")]
    [InlineData("posts/a.md", "tags: one, two three", "one|two three")]
    public void Categories_by_the_rule_of_each_tool(string name, string keys, string tags) =>
        Assert.Equal(tags.Split('|'), Post(name, "title: T\ndate: 2026-01-01\n" + keys, "Text.").Draft!.Tags);

    [Theory]
    [InlineData("2026-01-08T00:15:57+03:00", "2026-01-08T00:15:57+03:00", "content/papers/2026/01/08/p.md")]
    [InlineData("2015-11-17 16:16:01 -0600", "2015-11-17T16:16:01-06:00", "content/papers/2015/11/18/p.md")]
    [InlineData("2026-01-08", "2026-01-08", "content/papers/2026/01/08/p.md")]
    [InlineData("2026-01-08 10:00:00", "2026-01-08", "content/papers/2026/01/08/p.md")]
    [InlineData("2026-01-08T00:00:00Z", "2026-01-08", "content/papers/2026/01/08/p.md")]
    public void The_time_of_the_day_stays(string written, string date, string path)
    {
        using var site = new ScratchSite();

        var entry = Assert.Single(Import(site, Post("p.md", $"title: T\ndate: {written}", "Text.")));

        Assert.Equal(path, entry.Path);
        Assert.Contains($"\ndate: {date}\n", File.ReadAllText(Path.Combine(site.Root, path)), StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_of_one_title_are_distinguished_by_their_paths_and_come_once()
    {
        using var site = new ScratchSite();
        using var posts = new ScratchSite().Add("in/api/overview.md", "---\ntitle: Обзор\n---\n\nОб API.\n")
            .Add("in/guide/overview.md", "---\ntitle: Обзор\n---\n\nО руководстве.\n");
        ImmutableArray<ImportedEntry> Run() => Import(site, [.. ImportReader.Read(Path.Combine(posts.Root, "in"), null)]);

        Assert.Equal([ImportStatus.Imported, ImportStatus.Imported], Run().Select(entry => entry.Status));
        Assert.Equal([ImportStatus.Skipped, ImportStatus.Skipped], Run().Select(entry => entry.Status));
    }

    [Fact]
    public void Files_beside_a_post_go_along_and_nothing_from_elsewhere_does()
    {
        var png =
            Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        using var posts = new ScratchSite().Add("blog/hugo.toml", "title = 'x'\n").Add("blog/content/posts/first/index.md",
            "---\ntitle: Пост\ndate: 2026-01-08\ncover:\n  image: cover.png\n  alt: Обложка\n---\n\n![Схема](pic.PNG) "
            + "![Ещё](/img/same.png) ![Вон](../../../../secret.png) [данные](data.csv) [второй](../second.md) [он же](/posts/second/)\n")
            .Add("blog/content/posts/second.md",
                "---\ntitle: Второй\ndate: 2026-01-09\nslug: other\n---\n\nСм. [первый]({{< relref \"first\" >}}).\n")
            .Add("blog/content/posts/first/cover.png", png).Add("blog/content/posts/first/pic.PNG", png).Add("blog/static/img/same.png",
                png).Add("secret.png", png).Add("blog/content/posts/first/data.csv", "a,b\n");
        using var site = new ScratchSite().Settings("url: https://a.example/");

        var entries = Import(site, [.. ImportReader.Read(Path.Combine(posts.Root, "blog/content"), null)]);

        Assert.Equal(
            ["content/papers/2026/01/08/first/index.md", "content/papers/2026/01/09/other.md"], entries.Select(entry => entry.Path));
        Assert.Equal(
            ["cover.png", "data.csv", "index.md", "pic.png", "same.png"],
            Directory.GetFiles(Path.Combine(site.Root, "content/papers/2026/01/08/first")).Select(Path.GetFileName).Order());
        var text = File.ReadAllText(Path.Combine(site.Root, entries[0].Path!));
        Assert.Contains(
            "![Схема](pic.png) ![Ещё](same.png) Вон [данные](<data.csv>) [второй](<../../09/other.md>) [он же](<../../09/other.md>)", text,
            StringComparison.Ordinal);
        Assert.Contains("aliases:\n  - \"/posts/first/\"\nimage: cover.png\nimage_alt: Обложка\n", text, StringComparison.Ordinal);
        Assert.Contains(
            "[первый](<../08/first/index.md>)", File.ReadAllText(Path.Combine(site.Root, entries[1].Path!)), StringComparison.Ordinal);
        site.BuildFine();
    }

    [Theory]
    [InlineData("url: /old/place/", "/old/place/")]
    [InlineData("permalink: /x/y.html", "/x/y.html")]
    [InlineData("permalink: /:categories/:year/:title/\ncategories: [a, b]", "/a/b/2026/p/")]
    [InlineData("aliases: [/one, /two/]\nredirect_from: /three.html", "/one/|/two/|/three.html")]
    [InlineData("permalink: /:unknown/", "")]
    public void Permalinks_become_aliases(string keys, string aliases) =>
        Assert.Equal(
            aliases.Split('|', StringSplitOptions.RemoveEmptyEntries),
            Post("2026-01-01-p.md", "title: T\n" + keys, "Text.").Draft!.Aliases);

    [Fact]
    public void The_configuration_of_jekyll_tells_addresses()
    {
        using var posts = new ScratchSite().Add("blog/_config.yml", "permalink: pretty\n")
            .Add("blog/_posts/2026-01-02-a.md",
            "---\ntitle: A\ncategories: x y\n---\nSee [b]({% post_url 2026-01-03-b %}) and [b]({{ site.baseurl }}/x/2026/01/03/b/).\n")
            .Add("blog/_posts/2026-01-03-b.md", "---\ntitle: B\ncategory: x\n---\nText.\n");
        using var site = new ScratchSite().Settings("url: https://a.example/");

        var items = ImportReader.Read(Path.Combine(posts.Root, "blog"), null);
        Import(site, [.. items]);

        Assert.Equal(["/x/y/2026/01/02/a/", "/x/2026/01/03/b/"], items.SelectMany(item => item.Draft!.Aliases));
        Assert.Contains(
            "See [b](<../03/b.md>) and [b](<../03/b.md>).", File.ReadAllText(Path.Combine(site.Root, "content/papers/2026/01/02/a.md")),
            StringComparison.Ordinal);
        site.BuildFine();
    }

    [Fact]
    public void Front_matter_of_proceedings_and_blank_lines_before_it()
    {
        var draft =
            ImportedText.Draft(
                "2010-03-31-petrova10a.md",
                "\n\n---\ntitle: Trees\nabstract: We grow $x$ trees.\nauthor:\n- given: Anna\n  family: Petrova\ncontainer-title: "
                + "Proceedings\n---\n");

        Assert.Equal(
            ("Trees", "We grow $x$ trees.", "Proceedings", "Anna Petrova", new DateOnly(2010, 3, 31)),
            (draft.Title, draft.Body, draft.Venue, Assert.Single(draft.Authors), draft.Day!.Value));
    }

    [Fact]
    public void A_thousand_posts_build_at_once()
    {
        using var posts = new ScratchSite().Add("blog/_config.yml", "title: x\n");
        for (var i = 0; i < 1_000; i++)
        {
            posts.Add(
                $"blog/_posts/2026-{1 + (i % 10):00}-{1 + (i % 28):00}-post-{i}.md",
                $"---\nlayout: post\ntitle: \"Post: {i}\"\ncategories: a b{i % 7}\ntags: [t{i % 20}]\n---\n\nText <b>of</b> $$x_{i}$$ "
                + $"and [next]({{% post_url 2026-{1 + ((i + 1) % 10):00}-{1 + ((i + 1) % 28):00}-post-{i + 1} %}}), "
                + $"![gone](/img/{i}.png).\n\n## Part {{#p}}\n\nSee [part](#p), {{{{ page.x }}}}, [about](/about).\n{{: .note }}\n\n{{% "
                + $"highlight ruby %}}\nputs {i}\n{{% endhighlight %}}\n");
        }

        using var site = new ScratchSite().Settings("url: https://a.example/");

        var entries = Import(site, [.. ImportReader.Read(Path.Combine(posts.Root, "blog"), null)]);

        Assert.Equal(1_000, entries.Count(entry => entry.Status == ImportStatus.Imported));
        Assert.Equal(1_000, site.BuildFine().Entries);
    }

    private static ImportedItem Post(string name, string keys, string body) =>
        Assert.Single(ImportedText.Read(name, $"---\n{keys}\n---\n\n{body}\n"));

    private static ImmutableArray<ImportedEntry> Import(ScratchSite site, params ImportedItem[] items) => Importer.Import(
        items, new ImportOptions(
            site.Root, Today, 2, TagsMap.Empty, ["imported"], false)
        { Time = AiDigest.Core.Site.SiteTime.Find("Europe/Moscow") },
            TestContext.Current.CancellationToken);
}
