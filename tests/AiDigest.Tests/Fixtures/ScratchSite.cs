using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>A site in a new folder, made of inline texts and deleted after the test.</summary>
public sealed class ScratchSite : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public ScratchSite()
    {
        Root = Directory.CreateTempSubdirectory("aidigest-site-").FullName;
        Directory.CreateDirectory(Path.Combine(Root, "content"));
    }

    public string Root { get; }

    /// <summary>Whether builds write compressed copies.</summary>
    public bool Precompress { get; set; }

    public string Output => Path.Combine(Root, "site-output");

    public ScratchSite Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    public ScratchSite Add(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return this;
    }

    /// <summary>An entry with the keys that every entry needs.</summary>
    public ScratchSite AddPaper(string name, string date, string tags, string body = "Текст пересказа.", string keys = "") =>
        Add($"content/papers/{name}.md",
            $"---\ntitle: \"Заголовок {name}\"\ndate: {date}\ntags: "
            + $"[{tags}]\n{keys}{(keys.Length > 0 && !keys.EndsWith('\n') ? "\n" : "")}---\n\n{body}\n");

    public ScratchSite Settings(string yaml) => Add("content/site.yaml", yaml);

    public ScratchSite Remove(string path)
    {
        File.Delete(Path.Combine(Root, path));
        return this;
    }

    public BuildReport Build(
        DateTimeOffset? now = null, int jobs = 2, string? baseUrl = null, bool drafts = false, bool future = false, string? output = null,
        bool noCache = false) =>
        SiteBuilder.Build(
            new BuildOptions(Root, output ?? Output, now ?? Now, jobs, baseUrl, drafts, future, noCache) { Precompress = Precompress },
            () => { }, TestContext.Current.CancellationToken);

    /// <summary>Builds and insists that there is no error.</summary>
    public BuildReport BuildFine(
        DateTimeOffset? now = null, int jobs = 2, string? baseUrl = null, bool drafts = false, bool future = false, string? output = null,
        bool noCache = false)
    {
        var report = Build(now, jobs, baseUrl, drafts, future, output, noCache);
        Assert.Equal([], report.Diagnostics.Where(d => d.Rule.Severity == Severity.Error)
            .Select(d => $"{d.Path}:{d.Line}:{d.Column} {d.Rule.Id} {d.Message}"));
        return report;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Output, path));

    public bool Has(string path) => File.Exists(Path.Combine(Output, path));

    /// <summary>Every file of a folder with its bytes, by path.</summary>
    public static SortedDictionary<string, byte[]> Tree(string folder)
    {
        var tree = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                tree.Add(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file));
            }
        }

        return tree;
    }

    public SortedDictionary<string, byte[]> Tree() => Tree(Output);

    public static void AssertSame(SortedDictionary<string, byte[]> expected, SortedDictionary<string, byte[]> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (path, bytes) in expected)
        {
            if (!bytes.AsSpan().SequenceEqual(actual[path]))
            {
                Assert.Fail($"{path} differs {FirstDifference(bytes, actual[path])}");
            }
        }
    }

    private static string FirstDifference(byte[] expected, byte[] actual)
    {
        var (wanted, found) = (Encoding.UTF8.GetString(expected).Split('\n'), Encoding.UTF8.GetString(actual).Split('\n'));
        var line = wanted.Zip(found).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"at line {line + 1}:\n{wanted.ElementAtOrDefault(line)}\n--- and ---\n{found.ElementAtOrDefault(line)}";
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
