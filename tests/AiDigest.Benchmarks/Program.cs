using AiDigest.Benchmarks.Lemmas;
using AiDigest.Benchmarks.Search;
using AiDigest.Benchmarks.Site;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// micro: BenchmarkDotNet over the parts. site: whole builds, this tool beside other generators. search: its search beside others.
switch (args)
{
    case ["micro", .. var rest]:
        // In this process: a project that BenchmarkDotNet makes would fall under this repository's rules for packages and warnings.
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(AppContext.BaseDirectory, "artifacts"));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest.Length > 0 ? rest : ["--filter", "*"], config);
        return 0;
    case ["site", .. var rest] when SiteOptions.Parse(rest, Console.Error) is { } options:
        return SiteBenchmark.Run(options);
    case ["search", .. var rest] when SiteOptions.Parse(rest, Console.Error) is { } options:
        return SearchBenchmark.Run(options);
    case ["lemmas", var dictionary, var output, .. var texts]:
        return LemmaTableWriter.Run(dictionary, output, texts);
    default:
        Console.Error.WriteLine("usage: micro [options of BenchmarkDotNet]");
        Console.Error.WriteLine("       site " + SiteOptions.Usage);
        Console.Error.WriteLine("       search " + SiteOptions.Usage);
        Console.Error.WriteLine("       " + LemmaTableWriter.Usage);
        return 2;
}
