using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

/// <summary>site.yaml, tags.yaml, strings and standing pages.</summary>
public class SiteFilesTests
{
    [Fact]
    public void Every_setting_is_read()
    {
        var parsed = SiteFile("""
            title: Дайджест
            tagline: Строка
            description: Описание
            url: https://user.github.io/digest
            language: en
            time_zone: Europe/Berlin
            author: Редакция
            page_size: 10
            feed_size: 1000
            author_min: 1
            menu:
              - title: Теги
                to: /tags/
              - {title: Код, to: "https://github.com/a/b"}
            edit_url: https://github.com/a/b/edit/main/{path}
            math: false
            highlight: false
            typography: false
            check: {same-paper: error, short-summary: false}
            limits: {file_size: 1000, nesting: 32}
            outputs: [home, rss, rss, bibtex]
            extra: {banner_html: "<b>x</b>", n: 0x10}
            """);

        Assert.Empty(Found(parsed.Diagnostics));
        var site = parsed.Value!;
        Assert.Equal(("Дайджест", "Строка", "Описание"), (site.Title, site.Tagline, site.Description));
        Assert.Equal(("https://user.github.io/digest/", "en", "Europe/Berlin"), (site.Url, site.Language, site.TimeZone.Text));
        Assert.Equal((6, 12, 13), (site.TimeZone.At.Line, site.TimeZone.At.Column, site.TimeZone.At.Length));
        Assert.Equal(("Редакция", 10, 1000, 1), (site.Author, site.PageSize, site.FeedSize, site.AuthorMin));
        Assert.Equal([("Теги", "/tags/"), ("Код", "https://github.com/a/b")], site.Menu.Select(item => (item.Title, item.To.Text)));
        Assert.Equal("https://github.com/a/b/edit/main/{path}", site.EditUrl);
        Assert.Equal((false, false, false), (site.Math, site.Highlight, site.Typography));
        Assert.Equal(new Limits(1000, 32), site.Limits);
        Assert.Equal(["bibtex", "home", "rss"], site.Outputs.Names!.Order(StringComparer.Ordinal));
        Assert.Equal(
            [KeyValuePair.Create("short-summary", (Severity?)null), KeyValuePair.Create("same-paper", (Severity?)Severity.Error)],
            site.Check.Switches.Reverse());
        Assert.Equal(
            KeyValuePair.Create("n", (ExtraValue)new ExtraValue.Whole(16)), Assert.IsType<ExtraValue.Mapping>(site.Extra).Members[1]);
    }

    /// <summary>`content/site.yaml` comes with a pull request, so no limit can be raised without end.</summary>
    [Fact]
    public void Every_limit_has_a_ceiling()
    {
        foreach (var field in Core.Content.FrontMatter.SettingsFields.Limits)
        {
            var most = field.Most;
            Assert.NotEqual(int.MaxValue, most);
            Assert.Empty(SiteFile($"limits: {{{field.Name}: {most}}}\n").Diagnostics.Where(found => found.Rule.Id == "AD0203"));
            foreach (var more in (string[])[$"{most + 1L}", "99999999999999999999", "0", "-1", "1e3"])
            {
                Assert.Contains(SiteFile($"limits: {{{field.Name}: {more}}}\n").Diagnostics, found => found.Rule.Id == "AD0203");
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing\n")]
    [InlineData("---\n")]
    [InlineData("tagline:\nurl:\nmenu:\n")]
    public void Everything_has_a_default(string text)
    {
        var parsed = SiteFile(text);

        Assert.Empty(parsed.Diagnostics);
        Assert.Equal(new Settings(), parsed.Value);
    }

    [Theory]
    [InlineData("title:", "1:1+5 AD0127 title is blank")]
    [InlineData("titel: x", "1:1+5 AD0103 unknown key 'titel'; did you mean 'title'? => title: x")]
    [InlineData("url: https://a.example/?x", "1:6+20 AD0201 url may have no query or fragment")]
    [InlineData("url: a.example", "1:6+9 AD0136 url must begin with https:// or http://, not 'a.example' => url: https://a.example")]
    [InlineData("language: de", "1:11+2 AD0202 language must be ru or en, not 'de'")]
    [InlineData("page_size: 0", "1:12+1 AD0203 page_size must be a whole number from 1 to 1000, not '0'")]
    [InlineData("feed_size: 1e3", "1:12+3 AD0203 feed_size must be a whole number from 1 to 1000, not '1e3'")]
    [InlineData("author_min: -1", "1:13+2 AD0203 author_min must be a whole number from 1 to 1000000, not '-1'")]
    [InlineData(
        "menu: [{title: x, to: tags}]",
        "1:23+4 AD0204 to must be a path in the site that begins with '/', or an http(s) address, not 'tags'")]
    [InlineData(
        "menu: [{title: x, to: //a.example}]",
        "1:23+11 AD0204 to must be a path in the site that begins with '/', or an http(s) address, not '//a.example'")]
    [InlineData("menu: [{title: x}]", "1:9+5 AD0126 to is missing")]
    [InlineData("menu: [x]", "1:8+1 AD0130 menu must be a mapping of keys, not a text")]
    [InlineData("edit_url: https://a.example/", "1:11+18 AD0205 edit_url must hold {path}, where the place of the source is put")]
    [InlineData("math: on", "1:7+2 AD0131 math must be true or false, without quotes; did you mean 'true'? => math: true")]
    [InlineData("check: 1", "1:8+1 AD0130 check must be a mapping of keys, not a text")]
    [InlineData("limits: {nesting: 101}", "1:19+3 AD0203 nesting must be a whole number from 1 to 100, not '101'")]
    [InlineData("limits: {nestign: 10}", "1:10+7 AD0103 unknown key 'nestign'; did you mean 'nesting'? => limits: {nesting: 10}")]
    [InlineData("outputs: [homes]", "1:11+5 AD0206 unknown kind of output 'homes'; did you mean 'home'? => outputs: [home]")]
    [InlineData("outputs: home", "1:10+4 AD0129 outputs must be a list, not a text => outputs: [home]")]
    [InlineData("- x", "1:1+3 AD0106 keys with values are needed here, not a list")]
    public void Settings_with_a_mistake(string text, string expected) => AssertFound(SiteFile(text).Diagnostics, expected);

    [Fact]
    public void Tags_keep_their_order()
    {
        var parsed = Tags("zeta:\nAlpha:\n  title: Альфа\n  description: Описание\n  aliases: [al, \"#a\"]\n  slug: alpha-one\n");

        Assert.Empty(Found(parsed.Diagnostics));
        Assert.Equal(["zeta", "Alpha"], parsed.Value!.Select(tag => tag.Name.Text));
        var tag = parsed.Value![1];
        Assert.Equal(("Альфа", "Описание", "alpha-one"), (tag.Title, tag.Description, tag.Slug!.Value.Text));
        Assert.Equal(["al", "#a"], tag.Aliases.Select(alias => alias.Text));
        Assert.Equal((2, 1, 5), (tag.Name.At.Line, tag.Name.At.Column, tag.Name.At.Length));
        Assert.Empty(Tags("").Value!);
    }

    [Theory]
    [InlineData("a: x", "1:4+1 AD0130 'a' must be a mapping of keys, not a text")]
    [InlineData("a: {titel: x}", "1:5+5 AD0103 unknown key 'titel'; did you mean 'title'? => a: {title: x}")]
    [InlineData("'#': {}", "1:1+3 AD0139 the tag '#' has no name")]
    [InlineData("a: {aliases: ['-']}", "1:15+3 AD0139 the tag '-' has no name")]
    [InlineData("a: {slug: A}", "1:11+1 AD0133 slug may have only a-z, 0-9 and hyphens; did you mean 'a'? => a: {slug: a}")]
    [InlineData("a:\na:", "2:1+1 AD0124 key 'a' is here again; the first is on line 1")]
    public void Tags_with_a_mistake(string text, string expected) => AssertFound(Tags(text).Diagnostics, expected);

    [Fact]
    public void Strings_are_flat_or_nested()
    {
        var parsed = Strings("home: Главная\nempty: \"\"\nfeed:\n  atom: ' Atom '\n  count: {one: статья, few: статьи, many: статей}\n");

        Assert.Empty(Found(parsed.Diagnostics));
        Assert.Equal(["empty", "feed.atom", "feed.count", "home"], parsed.Value!.Keys);
        Assert.Equal(("", " Atom ", "Главная"), (parsed.Value!["empty"].Text, parsed.Value["feed.atom"].Text, parsed.Value["home"].Text));
        var count = parsed.Value["feed.count"];
        Assert.True(count.IsPlural);
        Assert.Equal(("статья", "статей"), (count.Form("one"), count.Form("many")));
        Assert.Empty(Strings("").Value!);
    }

    [Theory]
    [InlineData("a: [x]", "1:4+3 AD0128 a must be a text, not a list; put it in quotes => a: \"[x]\"")]
    [InlineData("a:", "1:1+1 AD0127 a is blank; for no text write \"\"")]
    [InlineData("a: {one: x, few: y}", "1:1+1 AD0207 a needs the form 'other', or 'one', 'few' and 'many'")]
    [InlineData("a: {b: x}\na.b: y", "2:1+3 AD0124 the name 'a.b' is here again")]
    [InlineData("a: x #1", "1:6+2 AD0111 a ends before '#', which begins a comment; put the text in quotes => a: \"x #1\"")]
    public void Strings_with_a_mistake(string text, string expected) => AssertFound(Strings(text).Diagnostics, expected);

    [Theory]
    [InlineData("content/pages/about.md", "", "about")]
    [InlineData("content/pages/docs/howto.md", "", "docs/howto")]
    [InlineData("content/pages/Моя папка/howto.md", "slug: other", "moya-papka/other")]
    [InlineData("content/pages/docs/index.md", "", "docs")]
    [InlineData("content/pages/docs/index.md", "slug: guide", "guide")]
    [InlineData("content/pages/index.md", "", "pages")]
    public void Address_of_a_page(string path, string slug, string address)
    {
        var parsed = Page("title: x\n" + slug, path);

        Assert.Empty(Found(parsed.Diagnostics));
        Assert.Equal(address, parsed.Value!.Page.Address.Text);
    }

    [Fact]
    public void Every_key_of_a_page_is_read()
    {
        var page =
            Page(
                "title: О проекте\nslug: about\nmenu: true\ndescription: Описание\naliases: [o/]\ndraft: true\nupdated: "
                + "2026-11-14\nextra: {a: 1}\n").Value!.Page;

        Assert.Equal(
            ("О проекте", "about", true, "Описание", true), (page.Title.Text, page.Address.Text, page.Menu, page.Description, page.Draft));
        Assert.Equal(("o/", EntryDate.Of(new DateOnly(2026, 11, 14))), (Assert.Single(page.Aliases).Text, page.Updated));
        Assert.NotNull(page.Extra);
        Assert.Equal(3, page.Address.At.Line);
    }

    [Theory]
    [InlineData(
        "content/pages/tags.md", "title: x", "2:1+5 AD0143 the address /tags/ is used by the site itself; choose another slug or folder")]
    [InlineData(
        "content/pages/2026/x.md", "title: x", "2:1+5 AD0143 the address /2026/ is used by the site itself; choose another slug or folder")]
    [InlineData(
        "content/pages/x.md", "title: x\nslug: api",
        "3:7+3 AD0143 the address /api/ is used by the site itself; choose another slug or folder")]
    [InlineData("content/pages/x.md", "slug: x", "2:1+4 AD0126 title is missing")]
    [InlineData(
        "content/pages/x.md", "title: x\nmenu: 1",
        "3:7+1 AD0131 menu must be true or false, without quotes; did you mean 'true'? => menu: true")]
    public void Pages_with_a_mistake(string path, string frontMatter, string expected) =>
        AssertFound(Page(frontMatter, path).Diagnostics, expected);
}
