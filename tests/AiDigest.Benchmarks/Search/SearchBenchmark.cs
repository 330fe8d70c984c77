using System.Globalization;
using System.Text.Json;
using AiDigest.Benchmarks.Site;

namespace AiDigest.Benchmarks.Search;

/// <summary>
/// Search of this tool beside Pagefind and MiniSearch: one corpus of real Russian vocabulary, one Chromium, one host that sends what GitHub
/// Pages would. Texts come from packages of Debian and the peers from npm, into the work folder; nothing of them is part of the repository.
/// It needs apt-get, dpkg-deb, python3, node, npm and Chromium.
/// </summary>
internal sealed class SearchBenchmark(SiteOptions options)
{
    private static readonly string Scripts = Path.Combine(AppContext.BaseDirectory, "Search");
    private static readonly string[] Texts = ["libreoffice-help-ru", "gimp-help-ru", "manpages-ru", "hunspell-ru"];

    private static readonly string[] Modules = ["playwright-core", "pagefind@1.6.0", "minisearch@7"];

    private readonly string _work = options.Work;

    public static int Run(SiteOptions options)
    {
        Console.WriteLine(Machine.Describe(options.Work));
        Directory.CreateDirectory(options.Work);
        var benchmark = new SearchBenchmark(options);
        try
        {
            benchmark.Fetch();
            foreach (var entries in options.Entries)
            {
                benchmark.Run(entries);
            }
        }
        finally
        {
            if (!options.Keep)
            {
                Directory.Delete(options.Work, recursive: true);
            }
        }

        return 0;
    }

    private void Fetch()
    {
        if (Directory.Exists(At("packages")))
        {
            return;
        }

        MeasuredRun.Of(_work, "apt-get", ["download", .. Texts]);
        foreach (var file in Directory.EnumerateFiles(_work, "*.deb"))
        {
            MeasuredRun.Of(_work, "dpkg-deb", "-x", file, At("packages"));
        }

        foreach (var script in Directory.EnumerateFiles(Scripts))
        {
            File.Copy(script, At(Path.GetFileName(script)), overwrite: true);
        }

        var modules = options.Peers.Count == 0 ? Modules[..1] : Modules;
        MeasuredRun.Of(_work, "npm", ["install", "--no-audit", "--no-fund", "--silent", .. modules]);
    }

    private void Run(int entries)
    {
        var count = entries.ToString(CultureInfo.InvariantCulture);
        foreach (var old in (string[])["site", "out", "plain", "copy"])
        {
            if (Directory.Exists(At(old)))
            {
                Directory.Delete(At(old), recursive: true);
            }
        }

        MeasuredRun.Of(_work, "python3", At("corpus.py"), At("packages"), count, At("site"));
        MeasuredRun.Of(
            _work, "python3", At("queries.py"), At("packages/usr/share/hunspell/ru_RU"), At("site/entries.jsonl"), At("queries.tsv"));
        Console.WriteLine($"\n{Directory.EnumerateFiles(At("site/content/papers")).Count()} entries\n");
        Builds();
        Edits();
        Compare("ours", At("out"));
        if (options.Peers.Count > 0)
        {
            Directory.CreateDirectory(At("copy"));
            Directory.Move(At("out/papers"), At("copy/papers"));
            File.WriteAllText(At("copy/empty.html"), "<!DOCTYPE html><title>empty</title>");
            Print(
                "pagefind, making the index",
                MeasuredRun.Of(_work, At("node_modules/.bin/pagefind"), "--site", At("copy"), "--glob", "papers/*/index.html"));
            Sizes("pagefind", At("copy/pagefind"));
            Compare("pagefind", At("copy"));
            Print(
                "minisearch, making the index",
                MeasuredRun.Of(_work, "node", At("minisearch.mjs"), At("site/entries.jsonl"), At("copy")));
            Sizes("minisearch", At("copy/minisearch"));
            Compare("minisearch", At("copy"));
        }
    }

    /// <summary>Whole builds with search and without, in turn.</summary>
    private void Builds()
    {
        var (with, without) = (new List<MeasuredRun>(), new List<MeasuredRun>());
        for (var round = 0; round < options.Runs; round++)
        {
            without.Add(Build("plain", search: false, "--no-cache"));
            Directory.Delete(At("plain"), recursive: true);
            if (Directory.Exists(At("out")))
            {
                Directory.Delete(At("out"), recursive: true);
            }

            with.Add(Build("out", search: true, "--no-cache"));
        }

        Print("a build without search", MeasuredRun.Median(without));
        Print("a build with search", MeasuredRun.Median(with));
        Sizes("index", At("out/assets/search"));
    }

    private MeasuredRun Build(string output, bool search, params string[] more)
    {
        File.WriteAllText(
            At("site/content/site.yaml"),
            "title: Дайджест\nurl: https://example.org/sub/\nfeed_size: 20\noutputs: [home, papers, tags, archive, rss, sitemap"
            + (search ? ", search]\n" : "]\n"));
        return MeasuredRun.Of(
            _work, options.Tool,
            ["build", "--quiet", "--root", At("site"), "--output", At(output), "--now", "2026-11-02T00:00:00Z", .. more]);
    }

    /// <summary>Files of search that one changed entry touches.</summary>
    private void Edits()
    {
        Build("out", search: true);
        var files = Directory.EnumerateFiles(At("site/content/papers")).Order(StringComparer.Ordinal).ToArray();
        foreach (var (what, file) in ((string, string)[])[("the newest entry edited", files[0]), ("an old entry edited", files[^40])])
        {
            Change(what, () => File.AppendAllText(file, "\nЕщё здесь упомянута электродинамика.\n"));
        }

        Change("an entry added", () => File.WriteAllText(
            At("site/content/papers/added.md"),
            File.ReadAllText(files[7]).Replace("date: 20", "date: 2026-11-01 #", StringComparison.Ordinal)));
    }

    private void Change(string what, Action change)
    {
        var before = Names();
        change();
        var run = Build("out", search: true);
        var after = Names();
        Print(what, run);

        // The root keeps its name.
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  files of search written: {after.Except(before).Count() + 1}"));
    }

    private HashSet<string> Names() => [.. Directory.EnumerateFiles(At("out/assets/search")).Select(file => Path.GetFileName(file)!)];

    private void Compare(string which, string folder)
    {
        MeasuredRun.Of(_work, "node", At("compare.mjs"), which, folder, At("queries.tsv"), At($"{which}.json"));
        using var found = JsonDocument.Parse(File.ReadAllText(At($"{which}.json")));
        foreach (var figure in found.RootElement.EnumerateObject())
        {
            Console.WriteLine($"{which}, {figure.Name}: {figure.Value}");
        }
    }

    private static void Print(string what, MeasuredRun run) => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{what}: {run.Wall:0.00} s, CPU {run.Cpu:0.00} s, {run.Peak / 1048576} MiB"));

    private static void Sizes(string what, string folder)
    {
        var files = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).ToArray();
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{what}: {files.Length} files, {files.Sum(file => file.Length) / 1e6:0.00} MB"));
    }

    private string At(string path) => Path.Combine(_work, path);
}
