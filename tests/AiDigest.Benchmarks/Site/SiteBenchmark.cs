using System.Globalization;
using System.Text;

namespace AiDigest.Benchmarks.Site;

/// <summary>
/// Whole builds, as processes: from nothing, again with nothing changed, with one entry edited, and with one added; for this tool and its
/// peers on the same entries, on one file system, in turn. A word that is new in the edited entry is looked for in every file of the site.
/// </summary>
internal sealed class SiteBenchmark
{
    private readonly SiteOptions _options;
    private readonly ResultTable _table = new();
    private int _words;

    private SiteBenchmark(SiteOptions options) => _options = options;

    public static int Run(SiteOptions options)
    {
        Console.WriteLine(Machine.Describe(options.Work));
        Directory.CreateDirectory(options.Work);
        try
        {
            foreach (var entries in options.Entries)
            {
                new SiteBenchmark(options).Run(entries);
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

    private void Run(int entries)
    {
        var work = _options.Work;
        var (plain, full) =
            (Generator.Own(_options.Tool, work, entries, full: false), Generator.Own(_options.Tool, work, entries, full: true));
        Generator[] all =
            [.. _options.Peers.Select(name => Generator.Peer(name, work, entries, Console.Error)).OfType<Generator>(), plain, full];
        foreach (var generator in all)
        {
            Console.Error.WriteLine($"{generator.Name}: {generator.Version}");
        }

        Measure(all, "from nothing", (generator, _) => generator.Forget(), word: false);
        Measure(all, "nothing changed", (_, _) => { }, word: false);
        Measure(all, "one entry edited", (generator, word) =>
            File.AppendAllText(Corpus.NewestFile(generator.Content), $"\nВ запись внесено {word}.\n"), word: true);
        Measure(
            all, "one entry added",
            (generator, word) => File.WriteAllText(
                Path.Combine(Path.GetDirectoryName(Corpus.NewestFile(generator.Content))!, $"added-{word}.md"),
                    Corpus.Added(word, generator.SourceKey)), word: true);
        CompareWithClean(plain);
        CompareWithClean(full);
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture,
            $"\n{entries} entries, medians of {_options.Runs} rounds; ratios are medians of those within a round\n"));
        _table.Print(Console.Out, relativeTo: "hugo");
        Console.WriteLine();
        WriteCost(plain);
        foreach (var generator in all)
        {
            Directory.Delete(generator.Folder, recursive: true);
        }
    }

    /// <summary>
    /// Rounds in which each generator takes its turn: where the machine is slow for a while, it is so for all. Every second round goes the
    /// other way, since who follows one that has used much memory is slower for it.
    /// </summary>
    private void Measure(Generator[] generators, string what, Action<Generator, string> change, bool word)
    {
        var runs = generators.Select(_ => new List<MeasuredRun>()).ToArray();
        var pages = new string[generators.Length];
        for (var round = 0; round < _options.Runs; round++)
        {
            var turns = generators.Index();
            foreach (var (i, generator) in round % 2 == 0 ? turns : turns.Reverse())
            {
                var text = string.Create(CultureInfo.InvariantCulture, $"dobavka{++_words}");
                change(generator, text);
                runs[i].Add(generator.Build());
                pages[i] = word
                    ? $"{Holding(generator.Output, text)}/{generator.Always + (2 * Corpus.TagsOf(Corpus.NewestFile(generator.Content)))}"
                    : "";
            }
        }

        foreach (var (i, generator) in generators.Index())
        {
            var files = Directory.EnumerateFiles(generator.Output, "*", SearchOption.AllDirectories)
                .Select(file => new FileInfo(file).Length).ToList();
            _table.Add(new ResultRow(generator.Name, what, runs[i], files.Count, files.Sum(), pages[i]));
        }
    }

    /// <summary>Files that hold a word. A page of an added entry holds it more than once, and counts once.</summary>
    private static int Holding(string folder, string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word + ".");
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Count(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0);
    }

    /// <summary>After all edits: the site is what a build from nothing makes of the same sources.</summary>
    private static void CompareWithClean(Generator generator)
    {
        var edited = Tree(generator.Output);
        generator.Forget();
        generator.Build("--no-cache");
        var clean = Tree(generator.Output);
        Console.WriteLine(edited.SequenceEqual(clean)
            ? string.Create(
                CultureInfo.InvariantCulture, $"{generator.Name}: after all edits each of {clean.Count} files equals that of a clean build")
            : $"{generator.Name}: THE EDITED SITE IS NOT THAT OF A CLEAN BUILD");
    }

    private static List<(string, string)> Tree(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file =>
            (Path.GetRelativePath(folder, file),
                Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))))
        .OrderBy(file => file.Item1, StringComparer.Ordinal)];

    /// <summary>
    /// What writing costs this tool (a build that writes less one that throws away), beside the least it can cost here and now.
    /// </summary>
    private void WriteCost(Generator own)
    {
        var (writing, discarding) = (new List<MeasuredRun>(), new List<MeasuredRun>());
        for (var i = 0; i < _options.Runs; i++)
        {
            own.Forget();
            discarding.Add(own.Build("--no-cache", "--discard"));
            own.Forget();
            writing.Add(own.Build("--no-cache"));
        }

        var cost = MeasuredRun.Median(writing).Wall - MeasuredRun.Median(discarding).Wall;
        foreach (var threads in (int[])[1, 2])
        {
            var floor = DiskFloor.Measure(own.Output, Path.Combine(_options.Work, "floor"), threads, _options.Runs);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"writing cost {cost:0.000} s; only writing those files, {threads} thread{(threads > 1 ? "s" : "")}: "
                    + $"{floor:0.000} s; ratio {cost / floor:0.00}"));
        }
    }
}
