using AiDigest.Core.Incremental;
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

    /// <summary>With every shared view digested anew; in a build most of them have been.</summary>
    [Benchmark]
    public Digest ViewOfATagPage() => MadeSite.NewHash().Of(_site.TagPage.View);
}
