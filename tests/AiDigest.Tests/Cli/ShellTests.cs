using System.Diagnostics;
using AiDigest.Tests.Building;
using Xunit;

namespace AiDigest.Tests.Cli;

public class ShellTests
{
    [Theory]
    [InlineData("biuld", "unknown command 'biuld'; did you mean 'build'?")]
    [InlineData("chek --drafts", "unknown command 'chek'; did you mean 'check'?")]
    [InlineData("build --draft", "unknown option '--draft'; did you mean '--drafts'?")]
    [InlineData("check --fial-on error", "unknown option '--fial-on'; did you mean '--fail-on'?")]
    public void A_mistyped_word_gets_the_nearest(string line, string message)
    {
        using var site = new ScratchSite();

        var outcome = Executable.Run(site, line.Split(' '));

        Assert.Equal((2, $"aidigest: {message}\naidigest: see aidigest --help\n"), (outcome.Code, outcome.Error));
    }

    [Fact]
    public void The_version_names_its_commit()
    {
        using var site = new ScratchSite();

        var outcome = Executable.Run(site, "--version");

        Assert.Equal(0, outcome.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+( \(commit [0-9a-f]{10}\))?\n$", outcome.Out);
    }

    [Fact]
    public void Every_command_has_an_example_in_its_help()
    {
        using var site = new ScratchSite();
        foreach (var command in (string[])["build", "serve", "check", "new", "import", "explain", "clean", "completion"])
        {
            Assert.Contains("Example: ", Executable.Run(site, command, "--help").Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Bash_completes_what_the_tool_suggests()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no bash");
        using var site = new ScratchSite();
        var script = $$"""
            aidigest() { '{{Executable.Path}}' "$@"; }
            eval "$(aidigest completion bash)"
            COMP_WORDS=(aidigest che) COMP_CWORD=1 COMP_LINE='aidigest che' COMP_POINT=12
            _aidigest aidigest; echo "${COMPREPLY[@]}"
            COMP_WORDS=(aidigest check --fail-on '') COMP_CWORD=3 COMP_LINE='aidigest check --fail-on ' COMP_POINT=25
            _aidigest aidigest; echo "${COMPREPLY[@]}"
            """;
        var start = new ProcessStartInfo("/bin/bash") { WorkingDirectory = site.Root, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script.ReplaceLineEndings("\n"));
        using var bash = Process.Start(start)!;

        Assert.Equal("check\nerror warning\n", bash.StandardOutput.ReadToEnd());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _aidigest aidigest\n")]
    [InlineData("zsh", "#compdef aidigest\n")]
    [InlineData("fish", "complete -c aidigest")]
    [InlineData("powershell", "Register-ArgumentCompleter")]
    public void Each_shell_has_a_script(string shell, string part)
    {
        using var site = new ScratchSite();

        Assert.Contains(part, Executable.Run(site, "completion", shell).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_terminal_is_never_coloured()
    {
        using var site = new ScratchSite().AddPaper("a", "2026-11-14", "tag", keys: "tgas: x");

        Assert.DoesNotContain('\e', Executable.Run(site, "build").Error);
    }
}
