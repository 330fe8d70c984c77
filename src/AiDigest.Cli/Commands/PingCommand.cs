using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Announce;

namespace AiDigest.Cli.Commands;

/// <summary><c>ping</c>: tells the WebSub hub of the site which feeds changed.</summary>
internal static class PingCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Tells the WebSub hub of site.yaml which feeds changed since the last time; run it after deploy.\nExample: aidigest ping "
            + "--dry-run",
            "Сообщает хабу WebSub из site.yaml, какие ленты изменились с прошлого раза; запускайте после deploy.\nПример: aidigest ping "
            + "--dry-run")),
        new("--dry-run", new("Print which feeds changed; send nothing", "Показать, какие ленты изменились, но никуда не обращаться")),
        new("--all", new("Name every feed, also those that the hub knows", "Назвать все ленты, даже те, о которых хаб знает")),
    ];

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var dryRun = new Option<bool>("--dry-run");
        var all = new Option<bool>("--all");
        var command = new Command("ping") { dryRun, all };
        CommandRunner.Attach(
            command, common, terminal,
            (parsed, cancellation) => Run(common, parsed, parsed.GetValue(dryRun), parsed.GetValue(all), terminal, cancellation));
        return command;
    }

    private static int Run(
        CommonOptions common, ParseResult parsed, bool dryRun, bool all, Terminal terminal, CancellationToken cancellation)
    {
        var report = FeedPing.Run(
            common.Resolve(parsed), dryRun, all, () => terminal.Tell(CliMessages.WaitingForABuild),
            (hub, feeds) => HubClient.Send(hub, feeds, cancellation), cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WritePing(terminal.Out, report, dryRun);
            return ExitCode.Fine;
        }

        foreach (var feed in dryRun || common.Verbose(parsed) ? report.Feeds : [])
        {
            terminal.Out.WriteLine(TextReport.Visible(feed));
        }

        if (!common.Quiet(parsed))
        {
            terminal.Out.WriteLine(
                terminal.Say(CliMessages.Pinged(report.Feeds.Length, TextReport.Visible(report.Hub), report.Unchanged, dryRun)));
        }

        return ExitCode.Fine;
    }
}
