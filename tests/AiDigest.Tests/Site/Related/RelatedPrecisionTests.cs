using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Site.Related;

/// <summary>How many of the papers that an entry's page names are related to it, by frozen labels (<c>Labels/README.md</c>).</summary>
public class RelatedPrecisionTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "tests", "AiDigest.Tests", "Site", "Related", "Labels");

    [Fact]
    public void Four_of_five_papers_named_on_a_page_are_related_to_it()
    {
        var papers = File.ReadLines(Path.Combine(Folder, "papers.tsv")).Select(Labelled.Of).ToDictionary(paper => paper.Slug);
        var near = File.ReadLines(Path.Combine(Folder, "near.tsv")).Select(line => line.Split('\t')).ToArray();
        using var site = new ScratchSite().Settings("outputs: [papers, tags, related]\n");
        foreach (var paper in papers.Values)
        {
            site.Add($"content/papers/{paper.Slug}.md", paper.Source);
        }

        site.BuildFine(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var (named, right, log) = (0, 0, new List<string>());
        foreach (var paper in papers.Values.Where(paper => paper.IsAsked))
        {
            var wide = near.Where(pair => pair.Any(paper.Topics.Contains)).SelectMany(pair => pair).Concat(paper.Topics).ToHashSet();
            var found = Related(site, paper.Slug).Select(slug => papers[slug]).ToArray();
            var wrong = found.Where(other => !other.Topics.Any(wide.Contains)).ToArray();
            (named, right) = (named + found.Length, right + found.Length - wrong.Length);
            log.Add($"{paper}: {string.Join(", ", wrong.AsEnumerable())}");
        }

        Assert.Equal(60, log.Count);
        Assert.True(named > 280, $"only {named} papers are named");
        Assert.True(right >= 0.8 * named, $"{right} of {named}:\n{string.Join('\n', log)}");
    }

    private static string[] Related(ScratchSite site, string slug) =>
        [.. new HtmlParser().ParseDocument(site.Read($"papers/{slug}/index.html")).QuerySelectorAll("#related a")
            .Select(link => link.GetAttribute("href")!.Split('/')[^2])];

    private sealed record Labelled(string Slug, bool IsAsked, string[] Topics, string Source)
    {
        public override string ToString() => $"{Slug} {string.Join(' ', Topics)}";

        public static Labelled Of(string line)
        {
            var row = line.Split('\t');
            var title = row[3].Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
            return new Labelled(
                "p" + row[1].Replace('.', '-'), row[0] == "*", row[4].Split(' '),
                $"---\ntitle: \"{title}\"\ndate: {row[2]}\ntags: [{row[5]}]\narxiv: \"{row[1]}\"\n---\n\n{row[6]}\n");
        }
    }
}
