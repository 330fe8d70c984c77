using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>Runs the work of a command, and turns failures and interruptions into a line and an exit code.</summary>
internal static class CommandRunner
{
    /// <summary>How long an interrupted command may go on although it changes nothing.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(60);

    /// <summary>
    /// Gives a command its work. It runs on its own thread: an interruption is listened for only once the action has returned its
    /// task.
    /// </summary>
    /// <param name="mayLeave">Whether the process may end in the middle of the work, since it changes nothing just now; null:
    /// never.</param>
    /// <param name="endsByInterruption">Whether an interruption is the good end of the command.</param>
    public static void Attach(
        Command command, CommonOptions common, Terminal terminal, Func<ParseResult, CancellationToken, int> work,
            Func<bool>? mayLeave = null, bool endsByInterruption = false) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            var format = common.Format(parsed);
            var running = Task.Run(() => Guard(() => work(parsed, cancellation), common.Verbose(parsed)), CancellationToken.None);
            var isLeft = mayLeave is not null && await IsLeft(running, mayLeave, cancellation);
            var (text, code) = !isLeft ? await running
                : endsByInterruption ? (Message.Empty, ExitCode.Fine)
                : (CliMessages.Interrupted, ExitCode.Interrupted);
            Tell(format, terminal, terminal.Say(text));
            return AfterWriting(terminal, code);
        });

    /// <summary>The exit code of a run whose results may have found no reader.</summary>
    private static int AfterWriting(Terminal terminal, int code)
    {
        terminal.Out.Flush();
        if (terminal.Out is not ToleratedWriter { Failure: { } failure } || code != ExitCode.Fine)
        {
            return code;
        }

        var reason = (failure.InnerException ?? failure).Message;
        terminal.Tell(CliMessages.OutputNotWritten(reason));
        return ExitCode.Failure;
    }

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

    /// <summary>
    /// Runs a command's work and turns what it throws into one line and an exit code; the line is empty where it throws nothing.
    /// </summary>
    /// <param name="details">Whether an internal failure shows where it happened.</param>
    private static (Message Text, int Code) Guard(Func<int> work, bool details)
    {
        try
        {
            return (Message.Empty, work());
        }
        catch (MessageException e) when (e is UsageException or RefusedOutputException)
        {
            return (e.Text, ExitCode.Usage);
        }
        catch (OperationCanceledException)
        {
            return (CliMessages.Interrupted, ExitCode.Interrupted);
        }
        catch (ExplainedIOException e)
        {
            return (e.Text, ExitCode.Failure);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (Messages.InputOutput(e.Message), ExitCode.Failure);
        }
        catch (Exception e)
        {
            return (InternalFailure.Describe(e, details), ExitCode.Failure);
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
