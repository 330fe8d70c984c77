using AiDigest.Tests.Sites;

namespace AiDigest.Tests.Fixtures;

/// <summary>Sites in the default theme that hold as much of the format as there is, built once for all tests of validity.</summary>
public sealed class RichSite : IDisposable
{
    private readonly ScratchSite _rich;
    private readonly ScratchSite _sample;

    public RichSite()
    {
        _rich = ValidSiteTests.Copy("full", plainTheme: false);
        for (var i = 0; i < 45; i++)
        {
            var slug = $"many-{i:00}";
            _rich.AddPaper(slug, $"2026-09-{1 + (i % 30):00}", "diffusion, RL, \"C#\", \"強化学習\", \"<b>\\\"&'\"", $"""
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

        _rich.BuildFine();
        Rich = _rich.Tree();
        _rich.BuildFine(baseUrl: "http://site.test/", output: Path.Combine(_rich.Root, "at-root"));
        RichAtRoot = ScratchSite.Tree(Path.Combine(_rich.Root, "at-root"));

        _sample = new ScratchSite();
        foreach (var (path, bytes) in ScratchSite.Tree(Checkout.PathOf("content")))
        {
            _sample.Add("content/" + path, bytes);
        }

        // The sample's entries are dated on after the time of these lines; a moment of its own keeps the tests the same for ever.
        _sample.BuildFine(now: new DateTimeOffset(2026, 12, 31, 0, 0, 0, TimeSpan.Zero));
        Sample = _sample.Tree();
    }

    /// <summary>The golden site `full` with 45 entries more, at https://user.github.io/digest/.</summary>
    public SortedDictionary<string, byte[]> Rich { get; }

    /// <summary>The same, published at http://site.test/.</summary>
    public SortedDictionary<string, byte[]> RichAtRoot { get; }

    /// <summary>The content of the repository itself.</summary>
    public SortedDictionary<string, byte[]> Sample { get; }

    public SortedDictionary<string, byte[]> Named(string name) => name switch
    {
        "rich" => Rich,
        "rich at root" => RichAtRoot,
        _ => Sample,
    };

    public void Dispose()
    {
        _rich.Dispose();
        _sample.Dispose();
    }
}
