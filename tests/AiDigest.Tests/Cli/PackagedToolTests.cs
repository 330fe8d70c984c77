using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>
/// The packaged tool, compiled ahead of time, beside the one that was built with these tests: on every golden site, every broken site and
/// the repository's own site the same files to the byte, the same words, the same exit code. What reflection or trimming would change
/// silently shows here. <c>build.ps1 verify</c> packs the tool and runs this, and all tests of the command line and the preview with it;
/// without a packaged tool, as in every ordinary run, the built one is compared with itself on one site.
/// </summary>
public class PackagedToolTests
{
    private const string Now = "2026-11-20T12:00:00Z";

    public static TheoryData<string> Sites => Executable.Packaged is null ? ["valid/minimal"] :
    [
        "own",
        .. Directory.GetDirectories(Checkout.PathOf("tests/AiDigest.Tests/Sites/valid")).Select(path => "valid/" + Path.GetFileName(path))
            .Order(StringComparer.Ordinal),
        .. BrokenSite.Names.Select(name => "invalid/" + name),
    ];

    [Theory]
    [MemberData(nameof(Sites))]
    public void Says_and_makes_the_same_as_the_tool_that_was_built(string name)
    {
        using var site = Make(name);
        var built = Run(Executable.Built, site);
        var packaged = Run(Executable.Path, site);
        Assert.Equal(built.Said, packaged.Said);
        ScratchSite.AssertSame(built.Tree, packaged.Tree);
        if (!name.StartsWith("invalid/", StringComparison.Ordinal))
        {
            Assert.Equal(Checked(Executable.Built, site), Checked(Executable.Path, site));
        }
    }

    public static TheoryData<string> Kept => Executable.Packaged is null ? ["valid/full"] : ["own", "valid/full"];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Keeps_what_it_built_and_knows_what_another_tool_built(string name)
    {
        using var site = Make(name);
        var first = Executable.Run(Executable.Path, site.Root, "", [], ["build", "--now", Now]);
        Assert.Equal(0, first.Code);
        var tree = site.Tree();
        Assert.Contains(
            "; 0 files written,", Executable.Run(Executable.Path, site.Root, "", [], ["build", "--now", Now]).Out,
            StringComparison.Ordinal);
        Assert.Contains(
            "; 0 files written,", Executable.Run(Executable.Built, site.Root, "", [], ["build", "--now", Now]).Out,
            StringComparison.Ordinal);
        ScratchSite.AssertSame(tree, site.Tree());
    }

    [Fact]
    public void Tells_the_commit_that_it_was_built_from()
    {
        var told = Executable.Run(Executable.Path, Checkout.Root, "", [], ["--version"]).Out;
        Assert.Equal(Executable.Run(Executable.Built, Checkout.Root, "", [], ["--version"]).Out, told);
        Assert.Matches(Path.Exists(Checkout.PathOf(".git"))
            ? @"^\d+\.\d+\.\d+(-[0-9a-z.]+)? \(commit [0-9a-f]{10}\)\r?\n$"
            : @"^\d+\.\d+\.\d+(-[0-9a-z.]+)?\r?\n$", told);
    }

    private static ScratchSite Make(string name)
    {
        switch (name.Split('/'))
        {
            case ["valid", var golden]:
                return ValidSiteTests.Copy(golden, plainTheme: golden != "full");
            case ["invalid", var broken]:
                var site = new ScratchSite();
                BrokenSite.Make(broken, site);
                return site;
            default:
                var own = new ScratchSite();
                foreach (var (path, bytes) in ScratchSite.Tree(Checkout.PathOf("content")))
                {
                    own.Add("content/" + path, bytes);
                }

                return own;
        }
    }

    private static ((int, string) Said, SortedDictionary<string, byte[]> Tree) Run(string executable, ScratchSite site)
    {
        // Outside the root; messages may name it.
        using var folder = new ScratchSite();
        var outcome = Executable.Run(executable, site.Root, "", [], ["build", "--no-cache", "--now", Now, "--output", folder.Output]);
        Assert.NotEqual(3, outcome.Code);
        return ((outcome.Code, outcome.Error.Replace(folder.Root, "OUT", StringComparison.Ordinal)), folder.Tree());
    }

    private static (int, string, string) Checked(string executable, ScratchSite site)
    {
        var outcome = Executable.Run(executable, site.Root, "", [], ["check", "--no-cache", "--now", Now, "--format", "sarif"]);
        return (outcome.Code, outcome.Out, outcome.Error);
    }
}
