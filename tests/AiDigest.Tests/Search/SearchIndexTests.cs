using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Explain;
using AiDigest.Core.Model;
using AiDigest.Core.Search;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Search;

public class SearchIndexTests
{
    private static readonly Synonyms Names = new([new SearchTag("diffusion", "Диффузия", ["diffusion", "диффузия"])]);

    [Fact]
    public void An_index_made_with_memory_is_the_one_made_without()
    {
        var random = new Random(7);
        var entries = Enumerable.Range(0, 700).Select(number => Entry(number, random)).ToList();
        SearchMemory? memory = null;
        for (var round = 0; round < (SlowRun.IsOn ? 60 : 12); round++)
        {
            entries = Edited(entries, random, round);
            var ordered = entries.OrderBy(entry => entry.Day).ToArray();
            var index = SearchIndex.Build(ordered, Names, OneByOne, 1, memory);
            Same(SearchIndex.Build(ordered, Names, OneByOne, 1), index);
            memory = index.Memory;
        }
    }

    [Fact]
    public void A_memory_of_other_options_or_without_its_words_changes_nothing()
    {
        var random = new Random(8);
        SearchEntry[] entries = [.. Enumerable.Range(0, 300).Select(number => Entry(number, random)).OrderBy(entry => entry.Day)];
        var memory = SearchIndex.Build(entries, Names, OneByOne, 1).Memory;
        var lost =
            memory with { Segments = [.. memory.Segments.Select(segment => segment with { Content = new Lazy<Segment?>(() => null) })] };
        var clean = SearchIndex.Build(entries[1..], Names, OneByOne, 1);
        Same(clean, SearchIndex.Build(entries[1..], Names, OneByOne, 1, memory with { Options = 2 }));
        Same(clean, SearchIndex.Build(entries[1..], Names, OneByOne, 1, lost));
        Same(SearchIndex.Build(entries, Names, OneByOne, 1), SearchIndex.Build(entries, Names, OneByOne, 1, lost));
    }

    [Fact]
    public void Threads_change_nothing()
    {
        var random = new Random(9);
        SearchEntry[] entries = [.. Enumerable.Range(0, 600).Select(number => Entry(number, random)).OrderBy(entry => entry.Day)];
        Same(SearchIndex.Build(entries, Names, OneByOne),
            SearchIndex.Build(entries, Names, (count, work) =>
                Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, work)));
    }

    [Fact]
    public void One_entry_changes_few_files()
    {
        var random = new Random(10);
        var entries = Enumerable.Range(0, 3000).Select(number => Entry(number, random)).OrderBy(entry => entry.Day).ToList();
        var before = Paths(SearchIndex.Build([.. entries], Names, OneByOne));
        var added = Paths(SearchIndex.Build([.. entries, Entry(3000, random) with { Day = entries[^1].Day }], Names, OneByOne));
        Assert.InRange(added.Except(before).Count(), 1, 16);
        var changed = entries.ToArray();
        changed[40] = With(changed[40], " ещё электромагнетизм");
        Assert.InRange(Paths(SearchIndex.Build(changed, Names, OneByOne)).Except(before).Count(), 1, 16);
    }

    [Fact]
    public void No_entries_are_an_index_too() =>
        Assert.Contains(SearchIndex.Build([], Names, OneByOne).Files, file => file.Path == SearchIndex.Root);

    [Fact]
    public void Files_are_small_and_named_by_their_bytes()
    {
        var random = new Random(11);
        var index =
            SearchIndex.Build(
                [.. Enumerable.Range(0, 2000).Select(number => Entry(number, random)).OrderBy(entry => entry.Day)], Names, OneByOne);
        Assert.Equal(index.Files.Count, index.Files.DistinctBy(file => file.Path).Count());
        Assert.All(index.Files.Where(file => file.Path != SearchIndex.Root), file =>
        {
            Assert.Equal(file.Path, FileName.Path(FileName.Hash(file.Make().Span), Path.GetExtension(file.Path)));
            Assert.InRange(file.Make().Length, 1, 20_000);
        });
    }

    [Fact]
    public void Explain_answers_for_a_file_of_search()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-01", "t");
        site.BuildFine();
        Assert.True(site.Has(SearchIndex.Root));
        var found =
            SiteExplainer.Explain(new BuildOptions(site.Root, site.Output, ScratchSite.Now, 2), "/"
                + SearchIndex.Root, TestContext.Current.CancellationToken).Found!;
        Assert.Equal("index of search", found.Subject);
        Assert.Equal(RenderReason.Kept, found.Next.Reason);
    }

    [Fact]
    public void A_site_without_the_kind_has_no_file_of_it()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-01", "t");
        site.BuildFine();
        Assert.Contains(site.Tree().Keys, path => path.StartsWith(FileName.Folder, StringComparison.Ordinal));
        site.Settings("outputs: [home, papers, tags, archive, pages]\n");
        site.BuildFine();
        Assert.DoesNotContain(site.Tree().Keys, path =>
            path.StartsWith("search/", StringComparison.Ordinal) || path.StartsWith(FileName.Folder, StringComparison.Ordinal));
        Assert.DoesNotContain("search/", site.Read("index.html"), StringComparison.Ordinal);
    }

    private static List<SearchEntry> Edited(List<SearchEntry> entries, Random random, int round)
    {
        var edited = entries.ToList();
        for (var edits = random.Next(4); edits >= 0; edits--)
        {
            var at = random.Next(edited.Count);
            switch (random.Next(5))
            {
                case 0:
                    edited.RemoveAt(at);
                    break;
                case 1:
                    edited.Insert(at, Entry(10_000 + (10 * round) + edits, random));
                    break;
                case 2:
                    edited[at] = Dated(edited[at], edited[at].Day.AddDays(random.Next(-90, 90)));
                    break;
                default:
                    edited[at] = With(edited[at], " слово" + random.Next(50));
                    break;
            }
        }

        return edited;
    }

    private static SearchEntry With(SearchEntry entry, string more)
    {
        var text = Encoding.UTF8.GetString(entry.Body.Utf8.Span) + more;
        return entry with { Body = Body(text), Digest = (UInt128)text.GetHashCode(StringComparison.Ordinal) ^ entry.Digest ^ 1 };
    }

    private static SearchEntry Dated(SearchEntry entry, DateOnly day) =>
        entry with { Day = day, Digest = entry.Digest ^ ((UInt128)day.DayNumber << 64) };

    private static SearchEntry Entry(int number, Random random)
    {
        var text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => Word(random)));
        return new SearchEntry(
            $"papers/entry-{number}/", $"Заголовок {Word(random)} {number}", new DateOnly(2026, 11, 20)
                .AddDays(-number / 3), [new SearchTag("diffusion", "Диффузия", ["diffusion", "диффузия"])], Body(text))
        {
            Authors = ["Anna Bell"],
            Digest = ((UInt128)(uint)number << 32) | (uint)random.Next(),
        };
    }

    private static string Word(Random random)
    {
        var word = new char[random.Next(3, 7)];
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = (char)('а' + (random.Next(12) * random.Next(3) % 32));
        }

        return new string(word);
    }

    private static RenderedBody Body(string text) => MemoryBody.Empty with { Html = Encoding.UTF8.GetBytes(text) };

    private static HashSet<string> Paths(SearchIndex index) => [.. index.Files.Select(file => file.Content)];

    private static void Same(SearchIndex expected, SearchIndex actual)
    {
        var (wanted, found) = (expected.Files.ToDictionary(file => file.Path), actual.Files.ToDictionary(file => file.Path));
        Assert.Equal(wanted.Keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(wanted, file => Assert.True(file.Value.Make().Span.SequenceEqual(found[file.Key].Make().Span), file.Key));
    }

    private static void OneByOne(int count, Action<int> work)
    {
        for (var i = 0; i < count; i++)
        {
            work(i);
        }
    }
}
