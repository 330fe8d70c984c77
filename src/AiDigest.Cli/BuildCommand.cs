using System.CommandLine;
using System.Diagnostics;
using AiDigest.Core.Building;

namespace AiDigest.Cli;

/// <summary><c>build</c>: the site from its sources.</summary>
internal static class BuildCommand
{
    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var command = new Command("build", "Builds the site; a second build writes only what changed.\nExample: aidigest build --drafts --output /tmp/preview");
        CommandTable.Does(command, common, terminal, (parsed, cancellation) => Run(common, parsed, terminal, cancellation));
        return command;
    }

    private static int Run(CommonOptions common, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var options = common.Resolve(parsed);
        var report = SiteBuilder.Build(
            options, () => terminal.Error.WriteLine("aidigest: another build of this output folder is running; waiting for it"), cancellation);
        var elapsed = clock.ElapsedMilliseconds;
        switch (common.Format(parsed))
        {
            case OutputFormat.Json:
                JsonReport.Write(terminal.Out, report, elapsed);
                break;
            case OutputFormat.Github:
                GithubReport.Write(terminal.Error, report);
                TextReport.Summary(terminal.Out, report, options, elapsed, common.Quiet(parsed));
                break;
            default:
                TextReport.Diagnostics(terminal.Error, report);
                TextReport.Summary(terminal.Out, report, options, elapsed, common.Quiet(parsed));
                break;
        }

        if (common.Verbose(parsed) && common.Format(parsed) != OutputFormat.Json)
        {
            TextReport.Stages(terminal.Out, report);
        }

        return report.Failed ? ExitCode.Mistakes : ExitCode.Fine;
    }
}
