using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Explain;

/// <summary>
/// What outputs showed after the build before the last, after the last, and would show now. It finds what an output gained and lost
/// in between, and where on the other pages of a numbered list that came from or went to.
/// </summary>
internal sealed class PageContentsHistory(BuildCache cache, BuildPlan plan, Func<RenderedOutput, PageContents?> now)
{
    private readonly (PageContentsSnapshot? Last, PageContentsSnapshot? Before) _noted = cache.Shown() is { } last
        ? (last, cache.ShownBefore(last))
        : (null, null);

    /// <summary>What the outputs shared in the build before the last, and in the last; empty where that is not known.</summary>
    public (ImmutableArray<SharedInput> Before, ImmutableArray<SharedInput> Last) Inputs =>
        (_noted.Before?.Inputs ?? [], _noted.Last?.Inputs ?? []);

    public ImmutableArray<ExplainedChange> InLastBuild(RenderedOutput output) =>
        Changes(output, _noted.Before is { } before ? before.At : null, _noted.Last is { } last ? last.At : null);

    public ImmutableArray<ExplainedChange> InNextBuild(RenderedOutput output) =>
        Changes(output, _noted.Last is { } last ? last.At : null, path => Planned(path) is { } planned ? now(planned) : null);

    private static ImmutableArray<ExplainedChange> Changes(
        RenderedOutput output, Func<string, PageContents?>? before, Func<string, PageContents?>? after)
    {
        if (before?.Invoke(output.Path) is not { } old || after?.Invoke(output.Path) is not { } shown)
        {
            return [];
        }

        var pages = PagesOf(output, path => before(path) is not null || after(path) is not null);
        return [.. shown.Since(old).OrderBy(difference => difference.Item is null ? 1 : 0)
            .Select(difference => new ExplainedChange(difference, difference switch
        {
            { Change: ContentChange.Gained, Item: { } item } => Find(item, pages, before),
            { Change: ContentChange.Lost, Item: { } item } => Find(item, pages, after),
            _ => null,
        }))];
    }

    private static string? Find(PageContentsItem item, IEnumerable<string> pages, Func<string, PageContents?> shown)
    {
        var found = pages.FirstOrDefault(page => shown(page)?.Items.Any(other => IsSame(item, other)) == true);
        return found is null ? null : "/" + Addresses.AddressOf(found);
    }

    // A file of one entry may have been edited as well; the entries of a day file are told apart by what they show.
    private static bool IsSame(PageContentsItem one, PageContentsItem other) =>
        one.Path == other.Path && (one.Print == other.Print || one.Path.EndsWith(".md", StringComparison.Ordinal));

    private RenderedOutput? Planned(string path) => plan.Outputs.OfType<RenderedOutput>().FirstOrDefault(output => output.Path == path);

    /// <summary>The other pages of the numbered list to which a page belongs.</summary>
    private static List<string> PagesOf(RenderedOutput output, Func<string, bool> exists)
    {
        if (output.View.Kind != "tag")
        {
            return [];
        }

        var address = output.View.Address;
        var numbered = address.IndexOf("page/", "tags/".Length, StringComparison.Ordinal);
        var start = numbered < 0 ? address : address[..numbered];
        var pages = new List<string> { start + "index.html" };
        for (var number = 1; exists(Page(number)); number++)
        {
            pages.Add(Page(number));
        }

        pages.Remove(output.Path);
        return pages;

        string Page(int number) => string.Create(CultureInfo.InvariantCulture, $"{start}page/{number}/index.html");
    }
}
