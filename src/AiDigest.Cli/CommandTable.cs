using System.CommandLine;
using System.CommandLine.Help;
using AiDigest.Cli.Commands;
using AiDigest.Cli.Reports;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>All commands: a new one is a file in <c>Commands</c> and a row here.</summary>
internal static class CommandTable
{
    /// <summary>What makes each command, and what its help says.</summary>
    internal static readonly (Func<CommonOptions, Terminal, Command> Make, HelpText[] Help)[] Commands =
    [
        (BuildCommand.Make, BuildCommand.Help),
        (ServeCommand.Make, ServeCommand.Help),
        (CheckCommand.Make, CheckCommand.Help),
        (InitCommand.Make, InitCommand.Help),
        (NewCommand.Make, NewCommand.Help),
        (ImportCommand.Make, ImportCommand.Help),
        (ExplainCommand.Make, ExplainCommand.Help),
        (DeployCommand.Make, DeployCommand.Help),
        (PingCommand.Make, PingCommand.Help),
        (CleanCommand.Make, CleanCommand.Help),
        (CompletionCommand.Make, CompletionCommand.Help),
    ];

    /// <summary>How long one that is changing files may go on until they are in order.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        terminal = terminal with { Language = MessageLanguageOption.Of(args, terminal) };
        var common = new CommonOptions(terminal);
        var root = Root(terminal, common);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in Mistyped(parsed) is { } mistyped ? [mistyped] : parsed.Errors.Select(ParseErrors.Explain))
            {
                terminal.Tell(error);
            }

            terminal.Tell(CliMessages.SeeHelp);
            return ExitCode.Usage;
        }

        if (common.Format(parsed) == OutputFormat.Sarif && parsed.CommandResult.Command.Name != "check")
        {
            terminal.Tell(CliMessages.SarifIsForCheck);
            return ExitCode.Usage;
        }

        var configuration =
            new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Out,
                Error = terminal.Error,
                ProcessTerminationTimeout = terminal.OwnsProcess ? Patience : null
            };
        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>The tree of commands with its texts in the language of the run.</summary>
    internal static RootCommand Root(Terminal terminal, CommonOptions common)
    {
        var root = new RootCommand();
        common.AddTo(root);
        HelpTexts.Describe(root, HelpTexts.Common, terminal.Language);
        foreach (var (make, help) in Commands)
        {
            var command = make(common, terminal);
            HelpTexts.Describe(command, help, terminal.Language);
            root.Subcommands.Add(command);
        }


        // The library's own other names for help, -? and /h, are no custom of any shell that completes them.
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            HelpTexts.Translate(help, terminal.Language);
            foreach (var alias in help.Aliases.Where(alias => alias is not "-h").ToList())
            {
                help.Aliases.Remove(alias);
            }
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new VersionAction(terminal);
        }

        return root;
    }

    /// <summary>What an unknown word most probably meant; null where no word is unknown.</summary>
    private static Message? Mistyped(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is not [var word, ..])
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var isOption = word.StartsWith('-');
        var known = isOption
            ? command.Options.Concat(parsed.RootCommandResult.Command.Options).Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var (shown, near) = (TextReport.Visible(word), NearestName.Of(word.Length > 40 ? "" : word, known));
        return isOption ? CliMessages.UnknownOption(shown, near)
            : command.Subcommands.Count > 0 ? CliMessages.UnknownCommand(shown, near)
            : null;
    }

    private sealed class VersionAction(Terminal terminal) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Out.WriteLine(Version.Shown);
            return ExitCode.Fine;
        }
    }
}
