using System.Text;
using AiDigest.Tests.Sites;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Dom.Events;
using AngleSharp.Html.Parser;
using Xunit;

[assembly: AssemblyFixture(typeof(AiDigest.Tests.Fixtures.RichSite))]

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// Sites in the default theme that hold as much of the format as there is. Each is built and parsed once for all tests, when the first test
/// asks.
/// </summary>
public sealed class RichSite
{
    private readonly Lazy<(Tree Rich, Tree AtRoot)> _rich = new(BuildRich);
    private readonly Lazy<Tree> _sample = new(BuildSample);

    /// <summary>The golden site `full` with 45 entries more, at https://user.github.io/digest/.</summary>
    public SortedDictionary<string, byte[]> Rich => _rich.Value.Rich.Files;

    /// <summary>The same, published at http://site.test/.</summary>
    public SortedDictionary<string, byte[]> RichAtRoot => _rich.Value.AtRoot.Files;

    /// <summary>The content of the repository itself.</summary>
    public SortedDictionary<string, byte[]> Sample => _sample.Value.Files;

    public SortedDictionary<string, byte[]> Named(string name) => TreeOf(name).Files;

    /// <summary>Every page of a site. No test changes a document.</summary>
    public IReadOnlyList<ReadPage> Pages(string name) => TreeOf(name).Pages.Value;

    private Tree TreeOf(string name) => name switch
    {
        "rich" => _rich.Value.Rich,
        "rich at root" => _rich.Value.AtRoot,
        _ => _sample.Value,
    };

    private static (Tree, Tree) BuildRich()
    {
        using var site = ValidSiteTests.Copy("full", plainTheme: false);
        for (var i = 0; i < 45; i++)
        {
            var slug = $"many-{i:00}";
            site.AddPaper(slug, $"2026-09-{1 + (i % 30):00}", "diffusion, RL, \"C#\", \"強化学習\", \"<b>\\\"&'\"", $"""
                Абзац {i} с *курсивом* и [соседом](many-{(i + 1) % 45:00}.md#итог).

                ## Итог

                Сноска[^1], таблица и формула $x_{i} < y^2$.

                | А | Б |
                |:-:|--:|
                | 1 | 2 |

                ### Глубже

                - раз
                - два

                [^1]: См. [начало](#итог).
                """, $"authors: [Автор {i % 7}, \"<script>alert({i})</script>\"]\npaper_title: \"Title {i} <i> & \\\"q\\\"\"\ncode: https://example.org/{i}");
        }

        site.BuildFine();
        var rich = site.Tree();
        site.BuildFine(baseUrl: "http://site.test/", output: Path.Combine(site.Root, "at-root"));
        return (new Tree(rich), new Tree(ScratchSite.Tree(Path.Combine(site.Root, "at-root"))));
    }

    private static Tree BuildSample()
    {
        using var sample = new ScratchSite();
        foreach (var (path, bytes) in ScratchSite.Tree(Checkout.PathOf("content")))
        {
            sample.Add("content/" + path, bytes);
        }

        // The sample's entries are dated on after the time of these lines; a fixed moment keeps the tests the same in later years.
        sample.BuildFine(now: new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
        return new Tree(sample.Tree());
    }

    private static ReadPage Parse(string path, byte[] bytes)
    {
        var errors = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = false });
        parser.Error += (_, e) => errors.Add($"{path}: {(e as HtmlErrorEvent)?.Message} at {(e as HtmlErrorEvent)?.Position}");
        return new ReadPage(path, parser.ParseDocument(Encoding.UTF8.GetString(bytes)), errors);
    }

    private sealed class Tree(SortedDictionary<string, byte[]> files)
    {
        public SortedDictionary<string, byte[]> Files => files;

        public Lazy<IReadOnlyList<ReadPage>> Pages { get; } = new(() =>
            [.. files.Where(file => file.Key.EndsWith(".html", StringComparison.Ordinal)).Select(file => Parse(file.Key, file.Value))]);
    }
}

/// <summary>A page as a browser's parser reads it.</summary>
/// <param name="Errors">What the parser had to repair.</param>
public sealed record ReadPage(string Path, IHtmlDocument Document, IReadOnlyList<string> Errors);
