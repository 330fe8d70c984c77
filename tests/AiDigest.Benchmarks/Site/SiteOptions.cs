using System.Globalization;

namespace AiDigest.Benchmarks.Site;

/// <param name="Tool">The tool to measure.</param>
/// <param name="Entries">Sizes of the site, one after another.</param>
/// <param name="Peers">Other generators; those that are not installed are passed by.</param>
/// <param name="Work">The folder for corpora and sites; its file system is the one that is measured.</param>
/// <param name="Keep">Leave the folder as it is at the end.</param>
internal sealed record SiteOptions(string Tool, IReadOnlyList<int> Entries, int Runs, IReadOnlyList<string> Peers, string Work, bool Keep)
{
    public const string Usage =
        "--tool FILE [--entries N,N] [--runs N] [--peers hugo,eleventy,jekyll,pelican|none] [--file-system tmpfs|disk] [--work DIR] "
        + "[--keep]";

    public static SiteOptions? Parse(IReadOnlyList<string> arguments, TextWriter error)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var name = arguments[i];
            if (name == "--keep")
            {
                given[name] = "";
            }
            else if (name is "--tool" or "--entries" or "--runs" or "--peers" or "--file-system" or "--work" && i + 1 < arguments.Count)
            {
                given[name] = arguments[++i];
            }
            else
            {
                error.WriteLine($"what is '{name}'?");
                return null;
            }
        }

        if (!given.TryGetValue("--tool", out var tool) || !File.Exists(tool))
        {
            error.WriteLine("--tool must name the packaged tool");
            return null;
        }

        var fileSystem = given.GetValueOrDefault("--file-system") ?? (Directory.Exists("/dev/shm") ? "tmpfs" : "disk");
        var below = fileSystem == "tmpfs" ? "/dev/shm" : Path.GetTempPath();
        var peers = given.GetValueOrDefault("--peers") ?? "hugo,eleventy,jekyll,pelican";
        return new SiteOptions(
            Path.GetFullPath(tool),
            [.. (given.GetValueOrDefault("--entries") ?? "1000").Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture))],
            int.Parse(given.GetValueOrDefault("--runs") ?? "3", CultureInfo.InvariantCulture),
            peers == "none" ? [] : peers.Split(','),
            given.GetValueOrDefault("--work") ?? Path.Combine(below, $"aidigest-bench-{Environment.ProcessId}"),
            given.ContainsKey("--keep"));
    }
}
