using System.CommandLine;
using System.Diagnostics;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;

namespace AiDigest.Cli.Commands;

/// <summary><c>build</c>: the site from its sources.</summary>
internal static class BuildCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Builds the site; a second build writes only what changed.\nExample: aidigest build --drafts --output /tmp/preview",
            "Собирает сайт; повторная сборка пишет только то, что изменилось.\nПример: aidigest build --drafts --output /tmp/preview")),
        new("--precompress", new(
            "Write .gz and .br beside each text file, for servers that send them (nginx, Caddy)",
            "Положить рядом с текстовыми файлами их сжатые копии .gz и .br — для серверов, которые умеют их отдавать (nginx, Caddy)")),
    ];

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var command = new Command("build");
        // For measurements: what a build costs without its writing.
        var discard = new Option<bool>("--discard") { Hidden = true };
        var precompress = new Option<bool>("--precompress");
        command.Options.Add(discard);
        command.Options.Add(precompress);
        var progress = new BuildProgress();
        CommandRunner.Attach(
            command, common, terminal,
            (parsed, cancellation) => Run(
                common, parsed, terminal,
                Tuned(terminal, common.Resolve(parsed) with
                {
                    Progress = progress,
                    Discard = parsed.GetValue(discard),
                    Precompress = parsed.GetValue(precompress),
                }), cancellation),
            mayLeave: () => !progress.IsWriting);
        return command;
    }

    private static BuildOptions Tuned(Terminal terminal, BuildOptions options) =>
        terminal.OwnsProcess ? options with { LargeBuild = GcTuning.End, Collect = GcTuning.Compact } : options;

    private static int Run(
        CommonOptions common, ParseResult parsed, Terminal terminal, BuildOptions options, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();

        // Now, while there is nothing to collect: to begin it is to collect first.
        if (!terminal.OwnsProcess)
        {
            // The collector is somebody else's.
        }
        else if (SiteBuilder.EntriesBefore(options) is { } entries)
        {
            GcTuning.Begin(entries);
        }
        else
        {
            GcTuning.TakeMemory();
        }

        var report =
            Build(options, terminal, isShown: terminal.Lively && !common.Quiet(parsed)
                && common.Format(parsed) == OutputFormat.Human, cancellation);
        var elapsed = clock.ElapsedMilliseconds;
        switch (common.Format(parsed))
        {
            case OutputFormat.Json:
                JsonReport.Write(terminal, report, elapsed);
                break;
            case OutputFormat.Github:
                GithubReport.Write(terminal.Error, report, terminal.Language);
                TextReport.Summary(terminal, report, options, elapsed, common.Quiet(parsed));
                break;
            default:
                TextReport.Diagnostics(terminal, report);
                TextReport.Summary(terminal, report, options, elapsed, common.Quiet(parsed));
                break;
        }

        if (common.Verbose(parsed) && common.Format(parsed) != OutputFormat.Json)
        {
            TextReport.Stages(terminal, report);
            TextReport.Fallbacks(terminal, report);
        }

        return report.Failed ? ExitCode.Mistakes : ExitCode.Fine;
    }

    private static BuildReport Build(BuildOptions options, Terminal terminal, bool isShown, CancellationToken cancellation)
    {
        using var display = isShown ? ProgressDisplay.Start(options.Progress!, terminal) : null;

        // The process may end while the build goes on, and must leave the terminal as it was.
        using var ending = cancellation.Register(() => display?.Dispose());
        return SiteBuilder.Build(
            options, () =>
                terminal.Tell(CliMessages.WaitingForABuild), cancellation);
    }
}
