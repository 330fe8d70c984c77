namespace AiDigest.Tests.Fixtures;

/// <summary>
/// Tests that try many cases of one kind have a short list, which an author's pull request waits for, and a long one, which runs every week
/// (<c>AIDIGEST_SLOW=1</c>, <c>.github/workflows/weekly.yml</c>). The short list keeps at least one case of each kind.
/// </summary>
internal static class SlowRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("AIDIGEST_SLOW") == "1";

    /// <summary>All cases in the weekly run, else those that are named.</summary>
    public static T[] Of<T>(T[] all, params int[] inShort) => IsOn ? all : [.. inShort.Select(index => all[index])];
}
