using System.CommandLine;
using System.CommandLine.Help;
using AiDigest.Cli.Commands;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>All commands, and what becomes of their failures.</summary>
internal static class CommandTable
{
    private const string Interrupted = "interrupted; the last good site is as it was";

    /// <summary>How long an interrupted command may go on although it changes nothing.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    /// <summary>How long one that is changing files may go on until they are in order.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var common = new CommonOptions(terminal.Folder);
        var root = new RootCommand("Builds a digest of research papers from Markdown and YAML.\nExample: aidigest build --base-url https://user.github.io/digest/");
        common.AddTo(root);
        root.Subcommands.Add(BuildCommand.Make(common, terminal));
        root.Subcommands.Add(ServeCommand.Make(common, terminal));
        root.Subcommands.Add(CheckCommand.Make(common, terminal));
        root.Subcommands.Add(InitCommand.Make(common, terminal));
        root.Subcommands.Add(NewCommand.Make(common, terminal));
        root.Subcommands.Add(ImportCommand.Make(common, terminal));
        root.Subcommands.Add(ExplainCommand.Make(common, terminal));
        root.Subcommands.Add(DeployCommand.Make(common, terminal));
        root.Subcommands.Add(CleanCommand.Make(common, terminal));
        root.Subcommands.Add(CompletionCommand.Make(common, terminal));
        // The library's own other names for help, -? and /h, are no custom of any shell that completes them.
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            foreach (var alias in help.Aliases.Where(alias => alias is not "-h").ToList())
            {
                help.Aliases.Remove(alias);
            }
        }

        foreach (var version in root.Options.OfType<VersionOption>())
        {
            version.Action = new VersionAction(terminal);
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in Mistyped(parsed) is { } mistyped ? [mistyped] : parsed.Errors.Select(error => error.Message))
            {
                await terminal.Error.WriteLineAsync($"aidigest: {error}");
            }

            await terminal.Error.WriteLineAsync("aidigest: see aidigest --help");
            return ExitCode.Usage;
        }

        if (common.Format(parsed) == OutputFormat.Sarif && parsed.CommandResult.Command.Name != "check")
        {
            await terminal.Error.WriteLineAsync("aidigest: --format sarif is for check alone");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error, ProcessTerminationTimeout = terminal.OwnsProcess ? Patience : null };
        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>What an unknown word most probably meant; null where no word is unknown.</summary>
    private static string? Mistyped(ParseResult parsed)
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
        return isOption || command.Subcommands.Count > 0
            ? $"unknown {(isOption ? "option" : "command")} '{TextReport.Visible(word)}'{NearestName.Hint(word.Length > 40 ? "" : word, known)}"
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

    /// <summary>
    /// Gives a command its work. It runs on a thread of its own: an interruption is listened for only once the action has returned its task.
    /// </summary>
    /// <param name="mayLeave">Whether the process may end in the middle of the work, since it changes nothing just now; null: never.</param>
    public static void Does(
        Command command, CommonOptions common, Terminal terminal, Func<ParseResult, CancellationToken, int> work, Func<bool>? mayLeave = null) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var format = common.Format(parsed);
            var running = Task.Run(() => Guard(() => work(parsed, cancellation)), CancellationToken.None);
            var isLeft = mayLeave is not null && await IsLeft(running, mayLeave, cancellation);
            var (message, code) = isLeft ? (Interrupted, ExitCode.Interrupted) : await running;
            Tell(format, terminal, message);
            return code;
        });

    /// <summary>Waits for the work; once it is interrupted, only as long as it has something to put in order.</summary>
    private static async Task<bool> IsLeft(Task running, Func<bool> mayLeave, CancellationToken cancellation)
    {
        var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellation.Register(interrupted.SetResult);
        if (await Task.WhenAny(running, interrupted.Task) == running)
        {
            return false;
        }

        return await Task.WhenAny(running, Task.Delay(Grace, CancellationToken.None)) != running && mayLeave();
    }

    /// <summary>Runs a command's work and turns what it throws into one line and an exit code; the line is empty where it throws nothing.</summary>
    private static (string Message, int Code) Guard(Func<int> work)
    {
        try
        {
            return ("", work());
        }
        catch (Exception e) when (e is UsageException or RefusedOutputException)
        {
            return (e.Message, ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            return (Interrupted, ExitCode.Interrupted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (e.Message, ExitCode.Failure);
        }
        catch (Exception e)
        {
            return ($"internal failure, please report it: {e}", ExitCode.Failure);
        }
    }

    private static void Tell(OutputFormat format, Terminal terminal, string message)
    {
        if (message.Length == 0)
        {
            return;
        }

        if (format == OutputFormat.Json)
        {
            JsonReport.WriteFailure(terminal.Out, message);
        }
        else
        {
            terminal.Error.WriteLine($"aidigest: {message}");
        }
    }
}
