using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using BenchmarkDotNet.Attributes;

namespace AiDigest.Benchmarks.Micro;

/// <summary>A body of about three kilobytes and a half to HTML with holes; a figure is of one body.</summary>
[MemoryDiagnoser]
public class MarkdownBenchmarks
{
    private readonly MadeSite _site = MadeSite.Make();
    private BodyRenderer _renderer = null!;

    /// <summary>Formulas, coloured code and typography.</summary>
    [Params(false, true)]
    public bool All { get; set; }

    [GlobalSetup]
    public void Begin() => _renderer = new BodyRenderer(new MarkdownOptions(new Limits(), All, All, All));

    [Benchmark(OperationsPerInvoke = MadeSite.Entries)]
    public int Body()
    {
        var found = 0;
        foreach (var body in _site.Bodies)
        {
            found += _renderer.Render(body).Diagnostics.Length;
        }

        return found;
    }
}
