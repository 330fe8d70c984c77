using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Import;

public class ImporterTests
{
    private static readonly DateOnly Today = new(2026, 11, 14);

    public static TheoryData<string> HostileTexts =>
    [
        "---", "- item", "# heading", "a: b", "a #b", "'", "\"", "\\", "[x]", "{x", "&a", "*a", "!a", "%a", "@a", "`a`", "| a", "> a",
            "? a", "~", "null", "true", "2411.10510",
        "a\u0002b\u0000c", "a\u2028b", "a\nb", "a\r\n---\r\nb", "a\tb", "$\\tau$ and $7.8", "<script>alert(1)</script>", "</title>", "a:",
            ": a", "«кавычки»: да", "\uFEFFx", "x\u202Ey", "a, b", "\ud800x", "1. one", "+ a", "=== a",
    ];

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_text_stays_inside_its_value(string text)
    {
        var draft =
            new EntryDraft
            {
                Title = "x"
                + text,
                Tags = ["tag"],
                Authors = [text, text],
                PaperTitle = text,
                Venue = text,
                By = text,
                Note = text,
                Body = MarkdownText.OfPlain("x " + text + "\n\n" + text)
            };

        var parsed =
            EntryParser.Markdown("content/papers/x.md", System.Text.Encoding.UTF8.GetBytes(EntryText.Of(draft, Today)), new Limits());

        Assert.Equal([], parsed.Diagnostics.Select(found => found.Message));
        var paper = Assert.Single(parsed.Value!).Metadata;
        var expected = YamlScalars.Line(text.Replace('\ud800', '\uFFFD'));
        Assert.Equal(
            (YamlScalars.Line("x" + text.Replace('\ud800', '\uFFFD')), expected, expected),
            (paper.Title.Text, paper.PaperTitle ?? "", paper.Venue ?? ""));
        Assert.Equal([new Located("tag", paper.Tags[0].At)], paper.Tags);
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void A_plain_text_shows_as_it_is(string text)
    {
        var body = new AiDigest.Core.Markdown.BodyRenderer(new AiDigest.Core.Markdown.MarkdownOptions(new Limits(), true, true, false))
            .Render(new BodySource(new SourceText("x.md", ""), MarkdownText.OfPlain(text), 1));

        Assert.Empty(body.Body.Anchors.Headings);
        var html = System.Text.Encoding.UTF8.GetString(body.Body.Utf8.Span);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            Assert.Equal(YamlScalars.Line(text).Replace('\ud800', '\uFFFD'), body.Body.Lead.Replace('\ud800', '\uFFFD'));
        }
    }

    [Fact]
    public void An_import_builds_and_a_second_one_skips_everything()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .AddPaper("there", "2024-12-02", "tag", keys: "arxiv: 2411.19108v1");
        ImportedItem[] items =
        [
            Item("1", new EntryDraft { Title = "Same paper", Arxiv = "2411.19108v3", Body = "Text." }),
            Item("2",
                new EntryDraft { Title = "Title: one", Day = new DateOnly(2026, 11, 1), Tags = ["cs.CV", "cs.LG"], Doi = "10.1000/A",
                Body = "Text." }),
            Item("3", new EntryDraft { Title = "Title: one", Day = new DateOnly(2026, 11, 2), Body = "Text." }),
            Item("4", new EntryDraft { Title = "Other", Doi = "10.1000/a", Body = "Text." }),
            Item("5", new EntryDraft { Title = "Empty" }),
            ImportedItem.Failed("6", Message.Foreign("broken")),
        ];

        var first = Import(site, items);
        var second = Import(site, items);

        Assert.Equal("Skipped Imported Imported Skipped Failed Failed", string.Join(' ', first.Select(entry => entry.Status)));
        Assert.Equal(
            ["content/papers/there.md", "content/papers/2026/11/01/title-one.md", "content/papers/2026/11/02/title-one-2.md",
                "content/papers/2026/11/01/title-one.md", null, null], first.Select(entry => entry.Path));
        Assert.Equal("Skipped Skipped Skipped Skipped Failed Failed", string.Join(' ', second.Select(entry => entry.Status)));
        Assert.Contains("tags: [computer-vision]\n", File.ReadAllText(Path.Combine(site.Root, first[1].Path!)), StringComparison.Ordinal);
        Assert.Contains("tags: [imported]\n", File.ReadAllText(Path.Combine(site.Root, first[2].Path!)), StringComparison.Ordinal);
        site.BuildFine();
    }

    [Fact]
    public void Tags_of_one_address_and_of_a_reserved_one_are_left_out_and_told_so_that_the_site_builds()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").Add("content/tags.yaml", "F#: {slug: f-sharp}\n");
        ImportedItem[] items =
        [
            Item("1", new EntryDraft { Title = "One", Day = Today, Tags = ["C#", "C++", "F", "F#"], Body = "Text." }),
            Item("2", new EntryDraft { Title = "Two", Day = Today, Tags = ["c++", "Page", "c#"], Body = "Text." }),
        ];

        var entries = Import(site, items);

        Assert.Equal([1, 2], entries.Select(entry => entry.Losses.Length));
        string Text(int entry) => File.ReadAllText(Path.Combine(site.Root, entries[entry].Path!));
        Assert.StartsWith(
            "the tag 'C++': its address /tags/c/ belongs to the tag 'C#'", entries[0].Losses[0].English, StringComparison.Ordinal);
        Assert.Contains("tags: [\"C#\", F, \"F#\"]\n", Text(0), StringComparison.Ordinal);
        Assert.Contains("tags: [\"c#\"]\n", Text(1), StringComparison.Ordinal);
        site.BuildFine();
    }

    [Fact]
    public void A_dry_run_says_the_same_and_writes_nothing()
    {
        using var site = new ScratchSite();
        var items = Enumerable.Range(0, 3)
            .Select(i => Item($"{i}", new EntryDraft { Title = "One title", Day = Today.AddDays(i), Body = "Text." })).ToArray();

        var dry = Import(site, items, dryRun: true);

        Assert.Equal(["content"], Directory.EnumerateFileSystemEntries(site.Root).Select(Path.GetFileName));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(site.Root, "content")));
        Assert.Equal(dry.Select(entry => entry.Path), Import(site, items).Select(entry => entry.Path));
    }

    [Fact]
    public void Lists_end_where_the_limits_of_the_site_do_so_that_it_builds()
    {
        using var site = new ScratchSite().Settings("url: https://example.org/\nlimits:\n  authors: 3\n  tags: 2\n  list_items: 2\n");
        static string[] Many(string name, string end) => [.. Enumerable.Range(0, 5).Select(number => name + number + end)];
        var draft = new EntryDraft
        {
            Title = "One title",
            Day = Today,
            Body = "Text.",
            Authors = [.. Many("Anna Bell ", "")],
            Tags = [.. Many("tag", "")],
            Aliases = [.. Many("/old", "/")],
            Code = [.. Many("https://example.org/", "")],
        };
        var options = new BuildOptions(site.Root, site.Output, ScratchSite.Now, 2);
        var importing = new ImportOptions(site.Root, Today, 2, TagsMap.Empty, ["imported"], false) { Limits = SiteDay.Limits(options) };

        var entry = Assert.Single(Importer.Import([Item("1", draft)], importing, TestContext.Current.CancellationToken));

        Assert.Equal(4, entry.Losses.Length);
        Assert.Contains("2 authors, since an entry has at most 3: Anna Bell 3, Anna Bell 4", entry.Losses.Select(lost => lost.English));
        site.BuildFine();
    }

    [Fact]
    public void A_map_of_tags_is_a_mapping() => Assert.Throws<ImportException>(() => TagsMap.Parse("x.yaml", "- a"u8.ToArray()));

    private static ImportedItem Item(string origin, EntryDraft draft) => ImportedItem.Of(origin, draft);

    private static ImmutableArray<ImportedEntry> Import(ScratchSite site, ImportedItem[] items, bool dryRun = false) => Importer.Import(
        items, new ImportOptions(
            site.Root, Today, 2, TagsMap.Parse("map.yaml", "cs.CV: computer-vision\ncs.LG:\n"u8.ToArray()), ["imported"], dryRun),
            TestContext.Current.CancellationToken);
}
