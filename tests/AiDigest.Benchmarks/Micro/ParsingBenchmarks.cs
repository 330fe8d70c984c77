using AiDigest.Core.Content;
using AiDigest.Core.Model;
using BenchmarkDotNet.Attributes;

namespace AiDigest.Benchmarks.Micro;

/// <summary>Front matter of an entry to its record; a figure is of one entry.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private readonly MadeSite _site = MadeSite.Make();
    private readonly Limits _limits = new();

    [Benchmark(OperationsPerInvoke = MadeSite.Entries)]
    public int Entry()
    {
        var found = 0;
        foreach (var (path, bytes) in _site.Files)
        {
            found += EntryParser.Markdown(path, bytes, _limits).Diagnostics.Length;
        }

        return found;
    }
}
