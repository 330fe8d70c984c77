using AiDigest.Benchmarks.Site;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering;
using AiDigest.Core.Site;

namespace AiDigest.Benchmarks.Micro;

/// <summary>A made-up site of 200 entries, read and planned once, of which the benchmarks take what they measure.</summary>
internal sealed class MadeSite
{
    public const int Entries = 200;

    private MadeSite(string root)
    {
        Files = [.. Directory.EnumerateFiles(Path.Combine(root, "content", "papers"), "*.md", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes(file)))];
        Bodies = [.. Files.Select(file => EntryParser.Markdown(file.Path, file.Bytes, new Limits()).Value![0].Body)];
        var options =
            new BuildOptions(
                root, Path.Combine(root, "out"), new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), Jobs: 1, NoCache: true);
        var diagnostics = new List<Diagnostic>();
        var sources = new SourceList(root, diagnostics);
        var cache = BuildCache.Open(options, BuildCache.Use.Reading);
        cache.Begin(sources);
        var prepared = PlannedSite.Of(options, sources, cache, new StageClock(), diagnostics, CancellationToken.None);
        var plan = prepared.Plan ?? throw new InvalidOperationException("the site cannot be planned");
        Worker = new SiteRenderer(prepared.Theme, plan, prepared.Strings).NewWorker();
        var outputs = plan.Outputs.OfType<RenderedOutput>().ToDictionary(output => output.Path, StringComparer.Ordinal);
        TagPage = outputs["tags/tag-001/index.html"];
        EntryPage =
            outputs.Values.First(output =>
                output.Path.StartsWith("papers/", StringComparison.Ordinal)
                    && output.Path.EndsWith("/index.html", StringComparison.Ordinal));
        Feed = outputs["rss.xml"];
    }

    public (string Path, byte[] Bytes)[] Files { get; }

    public BodySource[] Bodies { get; }

    public RenderWorker Worker { get; }

    public RenderedOutput TagPage { get; }

    public RenderedOutput EntryPage { get; }

    public RenderedOutput Feed { get; }

    public static MadeSite Make()
    {
        var root = Directory.CreateTempSubdirectory("aidigest-micro-").FullName;
        try
        {
            Corpus.Write(Path.Combine(root, "content", "papers"), Entries, "url");
            File.WriteAllText(Path.Combine(root, "content", "site.yaml"), "url: https://digest.example/\n");
            return new MadeSite(root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
