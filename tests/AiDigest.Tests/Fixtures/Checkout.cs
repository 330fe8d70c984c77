using System.Diagnostics;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// The repository that these tests were built from: the nearest folder above the test binaries with AiDigest.sln. Asks git for what is
/// committed or staged, so that what lies about in a working tree is no failure.
/// </summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string ReadText(string relative) => File.ReadAllText(PathOf(relative));

    /// <summary>Tracked files as `/`-separated paths; skips the test in an unpacked archive, which has no repository to ask.</summary>
    public static IReadOnlyList<string> TrackedFiles() => Git("ls-files", "-z");

    /// <summary>Runs git at the root; its NUL-separated output.</summary>
    public static IReadOnlyList<string> Git(params string[] arguments)
    {
        // A worktree has a file of that name, a clone a folder.
        Assert.SkipUnless(Path.Exists(PathOf(".git")), "not a git repository");
        var start = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardOutput = true, RedirectStandardError = true };
        // The owner of the folder may be another user than the one who runs the tests, as in a container.
        foreach (var argument in (string[])["-c", "safe.directory=*", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {errors.GetAwaiter().GetResult()}");
        return output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AiDigest.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"no AiDigest.sln above {AppContext.BaseDirectory}");
    }
}
