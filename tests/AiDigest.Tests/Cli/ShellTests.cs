using AiDigest.Tests.Fixtures;
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
        Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?( \(commit [0-9a-f]{10}\))?\n$", outcome.Out);
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
    public void Help_goes_by_the_names_that_shells_complete()
    {
        using var site = new ScratchSite();
        var suggested = Executable.Run(site, "[suggest:6]", "build ").Out.Split('\n');

        Assert.Contains("--help", suggested);
        Assert.DoesNotContain(suggested, word => word is "-?" or "/?" or "/h");
        Assert.Equal(
            (0, 2, 2),
            (Executable.Run(site, "build", "-h").Code, Executable.Run(site, "build", "-?").Code, Executable.Run(site, "build", "/h").Code));
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

        Assert.Equal("check\nerror warning\n", RunShell(site, "/bin/bash", "-c", script));
    }

    [Fact]
    public void Zsh_completes_what_the_tool_suggests()
    {
        using var site = new ScratchSite();
        // Outside of a line editor nothing may be added to its list, so what would be added is printed. It is zsh that leaves out what
        // begins otherwise.
        var script = $$"""
            aidigest() { '{{Executable.Path}}' "$@"; }
            compdef() { print "$@"; }
            compadd() { [[ "$1" == -a ]] && print -- "${(P)2}"; }
            eval "$(aidigest completion zsh)"
            BUFFER='aidigest che' CURSOR=12; _aidigest
            BUFFER='aidigest check --fail-on ' CURSOR=25; _aidigest
            """;

        Assert.Equal("_aidigest aidigest\ncheck --no-cache\nerror warning\n", RunShell(site, Find("zsh"), "-f", "-c", script));
    }

    [Fact]
    public void Fish_completes_what_the_tool_suggests_and_files_where_it_suggests_nothing()
    {
        using var site = new ScratchSite();
        var script = $$"""
            function aidigest; '{{Executable.Path}}' $argv; end
            aidigest completion fish | source
            complete -C 'aidigest che'
            complete -C 'aidigest check --fail-on '
            complete -C 'aidigest build --root con'
            """;

        Assert.Equal("check\nerror\nwarning\ncontent/\n", RunShell(site, Find("fish"), "--no-config", "-c", script));
    }

    [Fact]
    public void PowerShell_completes_what_the_tool_suggests()
    {
        using var site = new ScratchSite();
        var script = $$"""
            function aidigest { & '{{Executable.Path}}' @args }
            aidigest completion powershell | Out-String | Invoke-Expression
            foreach ($line in 'aidigest che', 'aidigest check --fail-on ') {
                (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
            }
            """;

        Assert.Equal("check\nerror\nwarning\n", RunShell(site, Find("pwsh"), "-NoProfile", "-NonInteractive", "-Command", script));
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

    [Theory]
    [InlineData("", true)]
    [InlineData("1", false)]
    public void A_terminal_is_coloured_unless_it_says_no(string noColor, bool coloured)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a terminal is made by script(1) of Linux");
        using var site = new ScratchSite().AddPaper("a", "2026-11-14", "tag", keys: "tgas: x");

        var shown =
            RunShell(
                site, Find("script"), [("NO_COLOR", noColor), ("CI", ""), ("TERM", "xterm")], "-qec",
                $"'{Executable.Path}' build --lang en", "/dev/null");

        Assert.Contains("unknown key 'tgas'", shown, StringComparison.Ordinal);
        Assert.Equal(coloured, shown.Contains("\e[1;31merror", StringComparison.Ordinal));
        Assert.Equal(coloured, shown.Contains("\e[36m", StringComparison.Ordinal) || shown.Contains("\e[1;31m", StringComparison.Ordinal));
    }

    private static string Find(string program)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, $"no {program} on PATH");
        return found;
    }

    private static string RunShell(ScratchSite site, string shell, params string[] arguments) => RunShell(site, shell, [], arguments);

    private static string RunShell(ScratchSite site, string shell, (string Name, string Value)[] environment, params string[] arguments)
    {
        var outcome =
            Executable.Run(shell, site.Root, "", environment, [.. arguments.Select(argument => argument.ReplaceLineEndings("\n"))]);
        Assert.Equal("", outcome.Error);
        return outcome.Out.ReplaceLineEndings("\n");
    }
}
