using AiDigest.Fuzz;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Hostile;

/// <summary>The targets of tests/AiDigest.Fuzz: every earlier find, and some thousand changed inputs with a fixed seed.</summary>
public sealed class FuzzTests
{
    private static readonly Lazy<IReadOnlyList<(string Path, byte[] Bytes)>> Beginnings = new(Seeds.Read);

    public static TheoryData<string> Names => [.. Targets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Changed_inputs_break_no_promise(string name)
    {
        // One formula or template takes as long as hundreds of other inputs.
        var isSlow = name is "formulas" or "templates";
        var runs = SlowRun.IsOn ? (isSlow ? 1_000 : 200_000) : isSlow ? 300 : 1_500;
        var result = new Campaign(Targets.Named(name)!, Beginnings.Value, seed: 20261201).Run(TimeSpan.MaxValue, runs);
        Assert.Null(result.Find);
        Assert.Equal(runs, result.Runs);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Earlier_finds_stay_fixed(string name)
    {
        var folder = Seeds.FindsOf(name);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder) : [])
        {
            Targets.Named(name)!.Run(File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Every_target_has_something_to_begin_with() =>
        Assert.DoesNotContain(
            Targets.All,
            target => target.Name is not ("cache" or "pictures") && target.Samples.Count == 0
                && !Beginnings.Value.Any(file => target.IsSeed(file.Path)));

    [Fact]
    public void A_broken_promise_is_a_find_that_is_kept()
    {
        var target = new Target("test-of-finds", _ => false, bytes =>
        {
            if (bytes.Length > 3)
            {
                throw new BrokenPromiseException("too long");
            }
        });
        try
        {
            Assert.Contains("too long", new Campaign(target, [], 1).Run(TimeSpan.MaxValue, 1_000).Find, StringComparison.Ordinal);
            Assert.Single(Directory.GetFiles(Seeds.FindsOf(target.Name)));
        }
        finally
        {
            Directory.Delete(Seeds.FindsOf(target.Name), recursive: true);
        }
    }
}
