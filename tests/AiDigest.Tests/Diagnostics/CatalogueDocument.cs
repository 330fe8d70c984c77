using System.Globalization;
using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Sites;

namespace AiDigest.Tests.Diagnostics;

/// <summary>Writes <c>docs/diagnostics.md</c> from the catalogue and from what the broken sites are told.</summary>
internal static class CatalogueDocument
{
    public const string Path = "docs/diagnostics.md";

    private const string Opening =
        """
        # Diagnostics

        Every mistake that a build can report, by its id. An id never changes its meaning. An *error* ends the build with exit code 1 before
        anything is written; a *warning* never stops it. All mistakes of all files are reported in one run, sorted by place:

        ```text
        content/papers/x.md:4:1: error AD0103: unknown key 'tgas'; did you mean 'tags'?
          tgas: [diffusion]
          ^^^^
          mended: tags: [diffusion]
        ```

        That is the file, the line and the column (from 1, in UTF-16 units as editors count), the severity, the id, and the message; then the
        line of the file with the place underlined and, where there is only one way to mend it, the line as it should stand.

        Do not edit this page: it is made from `Catalogue` and from the broken sites of the tests, and a test holds it to them.
        `AIDIGEST_UPDATE_EXPECTED=1 dotnet test` writes it anew.

        """;

    private const string Switches =
        "A build says nothing of these. Each has a name, by which `check` of `content/site.yaml` switches it off or weighs it "
        + "otherwise:\n" +
        "`check: {short-summary: false, same-paper: error}`. A *hint* never fails a run.\n\n";

    private static readonly (string Hundred, string Title)[] Hundreds =
    [
        ("01", "Front matter and YAML"),
        ("02", "Settings and words"),
        ("03", "Markdown"),
        ("04", "Links and files"),
        ("05", "The plan of the site"),
        ("06", "Templates"),
        ("07", "The output folder"),
        ("08", "What only `check` looks for"),
    ];

    public static string Make()
    {
        var told = BrokenSite.ExpectedLines();
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        foreach (var (hundred, title) in Hundreds)
        {
            var rules = Catalogue.All.Where(rule => rule.Id.StartsWith("AD" + hundred, StringComparison.Ordinal))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## AD{hundred}: {title}\n\n{(hundred == "08" ? Switches : "")}| id | severity | mistake | why, and what mends it "
                + $"|\n|---|---|---|---|\n");
            foreach (var rule in rules)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | "
                    + $"{(rule.Name is { } name ? $"`{name}`: " : "")}{Cell(rule.Title)} | {Cell(rule.Explanation)} |\n");
            }

            Examples(text, [.. rules.Select(rule => Example(told[rule.Id])).OfType<string>()]);
        }

        return text.ToString();
    }

    private static void Examples(StringBuilder text, List<string> examples)
    {
        if (examples.Count > 0)
        {
            text.Append("\nFor example:\n\n```text\n").AppendJoin('\n', examples).Append("\n```\n");
        }
    }

    /// <summary>The ids that stand under no heading.</summary>
    public static IEnumerable<string> Homeless() =>
        Catalogue.All.Select(rule => rule.Id)
            .Where(id => !Hundreds.Any(hundred => id.StartsWith("AD" + hundred.Hundred, StringComparison.Ordinal)));

    /// <summary>The shortest of the real lines: the one with the least beside its mistake.</summary>
    private static string? Example(IEnumerable<string> lines) =>
        lines.OrderBy(line => line.Length).ThenBy(line => line, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Text as a cell of a table: outside code, an underscore or star would be emphasis and a bracket HTML.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        var code = false;
        foreach (var c in text)
        {
            code ^= c == '`';
            cell.Append(c switch
            {
                '|' => "\\|",
                '*' or '_' or '<' or '[' when !code => "\\" + c,
                _ => c.ToString(),
            });
        }

        return cell.ToString();
    }
}
