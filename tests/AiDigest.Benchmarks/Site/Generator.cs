using System.Diagnostics;

namespace AiDigest.Benchmarks.Site;

/// <summary>A generator that is measured: where its site and its entries lie, and how it is called.</summary>
/// <param name="Folder">The folder of its site.</param>
/// <param name="Content">Where the entries lie.</param>
/// <param name="SourceKey">The key of a paper's address.</param>
/// <param name="Leftovers">What a build leaves beside its output, below the folder: gone before a cold build.</param>
/// <param name="Always">Pages other than those of tags that hold the newest entry's words: its own, the feed, and what lists whole
/// entries.</param>
internal sealed record Generator(
    string Name, string Version, string Folder, string Content, string SourceKey, string Executable, string[] Arguments, string[] Leftovers,
        int Always)
{
    private static readonly string Peers = Path.Combine(AppContext.BaseDirectory, "Peers");

    public string Output => Path.Combine(Folder, "out");

    public MeasuredRun Build(params string[] more) => MeasuredRun.Of(Folder, Executable, [.. Arguments, .. more]);

    public void Forget()
    {
        foreach (var path in (string[])["out", .. Leftovers])
        {
            var full = Path.Combine(Folder, path);
            if (Directory.Exists(full))
            {
                Directory.Delete(full, recursive: true);
            }
            else
            {
                File.Delete(full);
            }
        }
    }

    /// <summary>This tool. All that peers do not do is off, or on where that is to be measured.</summary>
    public static Generator Own(string tool, string work, int entries, bool full)
    {
        var name = full ? "aidigest, math, highlight, typography" : "aidigest";
        var folder = Path.Combine(work, full ? "aidigest-full" : "aidigest");
        Directory.CreateDirectory(Path.Combine(folder, "content"));
        File.WriteAllText(
            Path.Combine(folder, "content", "site.yaml"),
            "title: AI Digest\nurl: https://digest.example/\noutputs: [home, papers, tags, archive, rss, sitemap]\nfeed_size: 20\n" +
            (full ? "" : "math: false\nhighlight: false\ntypography: false\n"));
        var content = Path.Combine(folder, "content", "papers");
        Corpus.Write(content, entries, "url");
        return new Generator(
            name, Said(folder, tool, "--version"), folder, content, "url", tool,
            ["build", "--quiet", "--root", folder, "--output", Path.Combine(folder, "out"), "--now", "2026-11-02T00:00:00Z"], [".aidigest"],
                Always: 4);
    }

    /// <summary>Another generator with the same entries; null where it is not installed.</summary>
    public static Generator? Peer(string name, string work, int entries, TextWriter log)
    {
        var folder = Path.Combine(work, name);
        Copy(Path.Combine(Peers, name), folder);
        try
        {
            var peer = name switch
            {
                "hugo" =>
                    new Generator(
                        name, Said(folder, "hugo", "version"), folder, Path.Combine(folder, "content"), "source", "hugo",
                        ["--quiet", "-d", "out"], ["resources", ".hugo_build.lock"], 2),
                "eleventy" => Eleventy(folder, work),
                "jekyll" =>
                    new Generator(
                        name, Said(folder, "jekyll", "--version"), folder, Path.Combine(folder, "_entries"), "source", "jekyll",
                        ["build", "--quiet", "-d", "out"], [".jekyll-cache", ".jekyll-metadata"], 2),
                "pelican" => new Generator(
                    name, "pelican " + Said(folder, "pelican", "--version"), folder, Path.Combine(folder, "content"), "source", "pelican",
                    ["content", "-o", "out", "-s", "pelicanconf.py", "-q", "-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true",
                        "CACHE_PATH=\"cache\""], ["cache"], 2),
                _ => throw new ArgumentException($"no peer '{name}'"),
            };
            Corpus.Write(peer.Content, entries, peer.SourceKey);
            return peer;
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            log.WriteLine($"{name}: passed by ({e.Message.Split('\n')[0]})");
            return null;
        }
    }

    /// <summary>Its packages come from npm, once for all sizes of the site.</summary>
    private static Generator Eleventy(string folder, string work)
    {
        var packages = Path.Combine(work, "node_modules");
        if (!Directory.Exists(packages))
        {
            File.Copy(Path.Combine(folder, "package.json"), Path.Combine(work, "package.json"), overwrite: true);
            MeasuredRun.Of(work, "npm", "install", "--no-audit", "--no-fund", "--silent");
        }

        string[] call = [Path.Combine(packages, "@11ty", "eleventy", "cmd.cjs")];
        return new Generator(
            "eleventy", Said(folder, "node", [.. call, "--version"]), folder, Path.Combine(folder, "src", "entries"), "source", "node",
                [.. call, "--quiet", "--output=out"], [], 2);
    }

    private static string Said(string folder, string executable, params string[] arguments)
    {
        var start = new ProcessStartInfo(executable, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start");
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said.Trim()
            .Split('\n')[0] : throw new InvalidOperationException($"{executable} ended with {process.ExitCode}");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}
