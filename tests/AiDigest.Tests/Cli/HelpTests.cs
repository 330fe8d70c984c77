using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>The help of every command, to the letter: <c>Cli/help/*.txt</c>. AIDIGEST_UPDATE_EXPECTED=1 rewrites them.</summary>
public class HelpTests
{
    private static readonly string Folder = Checkout.PathOf("tests/AiDigest.Tests/Cli/help");

    [Theory]
    [InlineData("aidigest", "--help")]
    [InlineData("build", "build", "--help")]
    [InlineData("serve", "serve", "--help")]
    [InlineData("explain", "explain", "--help")]
    [InlineData("check", "check", "--help")]
    [InlineData("new", "new", "--help")]
    [InlineData("import", "import", "--help")]
    [InlineData("init", "init", "--help")]
    [InlineData("deploy", "deploy", "--help")]
    [InlineData("clean", "clean", "--help")]
    [InlineData("completion", "completion", "--help")]
    public void The_help_of_a_command_is(string name, params string[] arguments)
    {
        using var site = new ScratchSite();
        var run = Executable.RunProcess(site.Root, arguments);
        Assert.Equal((0, ""), (run.Code, run.Error));
        var text = string.Join('\n', run.Out.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        ExpectedText.Check($"tests/AiDigest.Tests/Cli/help/{name}.txt", text);
    }

    [Fact]
    public void Every_command_has_its_help_here()
    {
        using var site = new ScratchSite();
        var lines = Executable.RunProcess(site.Root, "--help").Out.ReplaceLineEndings("\n").Split('\n');
        var commands = lines.SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0).Where(line => line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(
            commands.Append("aidigest").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_version_is_told()
    {
        using var site = new ScratchSite();
        var run = Executable.RunProcess(site.Root, "--version");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }
}
