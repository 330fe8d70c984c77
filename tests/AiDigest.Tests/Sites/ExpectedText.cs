using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Sites;

/// <summary>
/// A text of the repository that a test holds the product to. With <c>AIDIGEST_UPDATE_EXPECTED=1</c> the test writes it instead, for a
/// person to read the difference; in CI that is refused, since no person reads it there.
/// </summary>
internal static class ExpectedText
{
    private const string Variable = "AIDIGEST_UPDATE_EXPECTED";

    public static bool IsUpdating => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <param name="path">Relative to the root of the repository, with <c>/</c>.</param>
    public static void Check(string path, string actual)
    {
        var full = Checkout.PathOf(path);
        if (IsUpdating)
        {
            RefuseInCi();
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (!File.Exists(full) || File.ReadAllText(full) != actual)
            {
                File.WriteAllText(full, actual);
            }
        }

        Assert.True(File.Exists(full), $"{path} is missing; {Variable}=1 makes it");
        Assert.Equal(File.ReadAllText(full), actual);
    }

    public static void RefuseInCi() => Assert.False(IsCi, $"{Variable} rewrites expectations and is refused in CI");

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ci && ci != "false";
}
