using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Explain;

namespace AiDigest.Cli.Commands;

/// <summary><c>explain</c>: where an output comes from, and why it was last rendered or kept.</summary>
internal static class ExplainCommand
{
    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var address =
            new Argument<string>(
                "ADDRESS");
        var command = new Command("explain") { address };
        CommandRunner.Attach(command, common, terminal, (parsed, cancellation) =>
            Run(common, parsed, parsed.GetValue(address)!, terminal, cancellation), mayLeave: static () => true);
        return command;
    }

    private static int Run(CommonOptions common, ParseResult parsed, string address, Terminal terminal, CancellationToken cancellation)
    {
        var result = SiteExplainer.Explain(common.Resolve(parsed), address, cancellation, terminal.Folder);
        var isJson = common.Format(parsed) == OutputFormat.Json;
        if (!result.Mistakes.IsEmpty)
        {
            var report = new BuildReport { Diagnostics = result.Mistakes };
            if (isJson)
            {
                JsonReport.Write(terminal, report, 0);
            }
            else
            {
                TextReport.Diagnostics(terminal, report);
            }

            return ExitCode.Mistakes;
        }

        if (result.Found is not { } found)
        {
            throw new UsageException(CliMessages.NoSuchAddress(address, result.Near));
        }

        if (isJson)
        {
            JsonReport.WriteExplanation(terminal.Out, found);
        }
        else
        {
            new ExplainReport(terminal).Print(found);
        }

        return ExitCode.Fine;
    }
}
