using System.Globalization;

namespace AiDigest.Fuzz;

/// <summary>
/// <c>fuzz TARGET|all [--seconds N] [--runs N] [--seed N]</c> runs targets one after another; <c>fuzz afl TARGET</c> serves afl-fuzz;
/// <c>fuzz list</c> names the targets. Exit code 1: an input broke a target; it is in <c>finds/</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["list"]:
                Console.WriteLine(string.Join('\n', Targets.All.Select(target => target.Name)));
                return 0;
            case ["afl", var name] when Targets.Named(name) is { } target:
                SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
                {
                    using var input = new MemoryStream();
                    stream.CopyTo(input);
                    target.Run(input.ToArray());
                });
                return 0;
            case [var name, .. var options] when name == "all" || Targets.Named(name) is not null:
                return Run(name == "all" ? Targets.All : [Targets.Named(name)!], options);
            default:
                Console.Error.WriteLine("usage: fuzz TARGET|all [--seconds N] [--runs N] [--seed N] | list | afl TARGET");
                return 2;
        }
    }

    private static int Run(IReadOnlyList<Target> targets, string[] options)
    {
        var seconds = Number(options, "--seconds", targets.Count > 1 ? 60 : 20);
        var runs = Number(options, "--runs", long.MaxValue);
        var seed = (int)Number(options, "--seed", 1);
        var seeds = Seeds.Read();
        var failed = false;
        var total = 0L;
        foreach (var target in targets)
        {
            var campaign = new Campaign(target, seeds, seed);
            var result = campaign.Run(TimeSpan.FromSeconds((double)seconds / targets.Count), runs);
            total += result.Runs;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {result.Runs} runs, {result.Corpus} inputs{(result.Find is null ? "" : ", FAILED: " + result.Find)}"));
            failed |= result.Find is not null;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{total} runs{(Coverage.IsOn ? ", guided by coverage" : "")}"));
        return failed ? 1 : 0;
    }

    private static long Number(string[] options, string name, long none)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? long.Parse(options[at + 1], CultureInfo.InvariantCulture) : none;
    }
}
