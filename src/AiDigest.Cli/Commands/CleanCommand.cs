using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;

namespace AiDigest.Cli.Commands;

/// <summary><c>clean</c>: removes what the tool wrote, and nothing else.</summary>
internal static class CleanCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Removes what the tool wrote: the files of the manifest, the manifest and the cache.\nExample: aidigest clean --output "
            + "/tmp/preview",
            "Удаляет то, что написала программа: файлы сайта, их список и кэш.\nПример: aidigest clean --output /tmp/preview")),
    ];

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var command = new Command("clean");
        CommandRunner.Attach(command, common, terminal, (parsed, cancellation) => Run(common, parsed, terminal, cancellation));
        return command;
    }

    private static int Run(CommonOptions common, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var options = common.Resolve(parsed);
        var files = SiteCleaner.Clean(
            options.Root, options.Output, () =>
                terminal.Tell(CliMessages.WaitingForABuild), cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteClean(terminal.Out, files);
        }
        else if (!common.Quiet(parsed))
        {
            terminal.Out.WriteLine(terminal.Say(CliMessages.Removed(files, TextReport.Shown(terminal, options.Output))));
        }

        return ExitCode.Fine;
    }
}
