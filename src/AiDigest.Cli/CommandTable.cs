using System.CommandLine;
using AiDigest.Core.Building;

namespace AiDigest.Cli;

/// <summary>All commands, and what becomes of their failures.</summary>
internal static class CommandTable
{
    public static async Task<int> Run(string[] args, Terminal terminal)
    {
        var common = new CommonOptions();
        var root = new RootCommand("Builds a digest of research papers from Markdown and YAML.\nExample: aidigest build --base-url https://user.github.io/digest/");
        common.AddTo(root);
        root.Subcommands.Add(BuildCommand.Make(common, terminal));
        root.Subcommands.Add(ServeCommand.Make(common, terminal));
        root.Subcommands.Add(ExplainCommand.Make(common, terminal));
        root.Subcommands.Add(CleanCommand.Make(common, terminal));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await terminal.Error.WriteLineAsync($"aidigest: {error.Message}");
            }

            await terminal.Error.WriteLineAsync("aidigest: see aidigest --help");
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = terminal.Out, Error = terminal.Error };
        return await parsed.InvokeAsync(configuration);
    }

    /// <summary>
    /// Gives a command its work. It runs on a thread of its own: an interruption is listened for only once the action has returned its task.
    /// </summary>
    public static void Does(Command command, CommonOptions common, Terminal terminal, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancellation) => Task.Run(
            () => Guard(common.Format(parsed), terminal, () => work(parsed, cancellation)), CancellationToken.None));

    /// <summary>Runs a command's work and turns what it throws into one line and an exit code.</summary>
    private static int Guard(OutputFormat format, Terminal terminal, Func<int> work)
    {
        var (message, code) = ("", ExitCode.Fine);
        try
        {
            return work();
        }
        catch (Exception e) when (e is UsageException or RefusedOutputException)
        {
            (message, code) = (e.Message, ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            (message, code) = ("interrupted; the last good site is as it was", ExitCode.Interrupted);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            (message, code) = (e.Message, ExitCode.Failure);
        }
        catch (Exception e)
        {
            (message, code) = ($"internal failure, please report it: {e}", ExitCode.Failure);
        }

        if (format == OutputFormat.Json)
        {
            JsonReport.WriteFailure(terminal.Out, message);
        }
        else
        {
            terminal.Error.WriteLine($"aidigest: {message}");
        }

        return code;
    }
}
