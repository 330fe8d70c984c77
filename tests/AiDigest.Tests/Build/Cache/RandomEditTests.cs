using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>Any sequence of edits, from a fixed seed: after each the tree is that of a clean build.</summary>
public class RandomEditTests
{
    private const int Edits = 10;

    /// <summary>60 edits in the default run; 600 with <c>AIDIGEST_SLOW=1</c>.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, SlowRun.IsOn ? 60 : 6)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Stay_exact(int seed)
    {
        using var site = new SampleSite();
        site.Build();
        var edits = new RandomEdits(site, new Random(seed));
        var told = new List<string>();
        for (var i = 0; i < Edits; i++)
        {
            told.Add(edits.Next());
            try
            {
                site.Jobs = new[] { 1, 2, 7 }[i % 3];
                if (site.Build().Failed)
                {
                    edits.TakeBack();
                    told[^1] += " (a mistake, taken back)";
                    Assert.False(site.Build().Failed);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"seed {seed}: {string.Join("; ", told)}\n{e}");
            }
        }
    }
}
