using System.CommandLine;

namespace AiDigest.Cli.Commands;

/// <summary>
/// <c>completion</c>: a script that lets a shell ask the tool itself what may follow, by the <c>[suggest]</c> directive of
/// System.CommandLine. So it never falls behind the commands.
/// </summary>
internal static class CompletionCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Prints a script that completes commands and options in a shell.\nExample: eval \"$(aidigest completion bash)\"",
            "Выводит сценарий, с которым оболочка дополняет команды и параметры.\nПример: eval \"$(aidigest completion bash)\"")),
        new("SHELL", new("bash, zsh, fish or powershell", "bash, zsh, fish или powershell")),
    ];

    private const string Bash =
        """
        # Completion of aidigest for bash: eval "$(aidigest completion bash)"
        _aidigest() {
            local word="${COMP_WORDS[COMP_CWORD]}" line
            COMPREPLY=()
            while IFS= read -r line; do
                [[ "$line" == "$word"* ]] && COMPREPLY+=("$line")
            done < <("$1" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
        }
        complete -o default -F _aidigest aidigest
        """;

    private const string Zsh =
        """
        #compdef aidigest
        # Completion of aidigest for zsh: eval "$(aidigest completion zsh)"
        _aidigest() {
            local -a found
            found=("${(@f)$(aidigest "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found || _files
        }
        compdef _aidigest aidigest
        """;

    private const string Fish =
        """
        # Completion of aidigest for fish: aidigest completion fish | source
        function __aidigest_suggest
            set -l line (commandline -cp)
            set -l found (aidigest "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
            if string match -q -- '?*' $found
                printf '%s\n' $found
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c aidigest -f -a '(__aidigest_suggest)'
        """;

    private const string PowerShell =
        """
        # Completion of aidigest for PowerShell: aidigest completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName aidigest -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            aidigest "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    private static readonly string[] Shells = ["bash", "zsh", "fish", "powershell"];

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var shell = new Argument<string>("SHELL");
        shell.AcceptOnlyFromAmong(Shells);
        var command = new Command("completion") { shell };
        CommandRunner.Attach(command, common, terminal, (parsed, _) =>
        {
            terminal.Out.Write((parsed.GetValue(shell) switch { "bash" => Bash, "zsh" => Zsh, "fish" => Fish, _ => PowerShell })
                .ReplaceLineEndings("\n") + "\n");
            return ExitCode.Fine;
        });
        return command;
    }
}
