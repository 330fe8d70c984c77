using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using BenchmarkDotNet.Attributes;

namespace AiDigest.Benchmarks.Micro;

/// <summary>What an incremental build asks of every source and every output.</summary>
[MemoryDiagnoser]
public class HashingBenchmarks
{
    private readonly MadeSite _site = MadeSite.Make();
    private readonly byte[] _page = new byte[40 << 10];

    [Benchmark]
    public Digest PageOf40Kilobytes() => Digest.Of(_page);

    [Benchmark(OperationsPerInvoke = MadeSite.Entries)]
    public int Source()
    {
        var sum = 0;
        foreach (var (_, bytes) in _site.Files)
        {
            sum ^= Digest.Of(bytes).GetHashCode();
        }

        return sum;
    }

    /// <summary>With its shared views digested already, as most of them are in a build.</summary>
    [Benchmark]
    public Digest ViewOfATagPage() => new HashViewWriter().Of(_site.TagPage.View);
}
