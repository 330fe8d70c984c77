using BenchmarkDotNet.Attributes;

namespace AiDigest.Benchmarks.Micro;

/// <summary>A planned output to bytes, with the engine's state made once, as a build has it.</summary>
[MemoryDiagnoser]
public class RenderingBenchmarks
{
    private readonly MadeSite _site = MadeSite.Make();

    [Benchmark]
    public int EntryPage() => _site.Worker.Render(_site.EntryPage).Length;

    [Benchmark]
    public int TagPageOfTwenty() => _site.Worker.Render(_site.TagPage).Length;

    [Benchmark]
    public int Feed() => _site.Worker.Render(_site.Feed).Length;
}
