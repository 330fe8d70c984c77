using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Preview;

namespace AiDigest.Cli.Commands;

/// <summary><c>serve</c>: a preview that follows the sources.</summary>
internal static class ServeCommand
{
    private const int DefaultPort = 4000;

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var port =
            new Option<int>(
                "--port")
            {
                Description = "The first port to try, from 1 to 65535 (default: 4000); 0 takes any free one",
                HelpName = "N",
                DefaultValueFactory = _ => DefaultPort
            };
        var noDrafts = new Option<bool>("--no-drafts") { Description = "Leave drafts out" };
        var noFuture = new Option<bool>("--no-future") { Description = "Leave entries dated in the future out" };
        var poll =
            new Option<bool>("--poll") { Description = "Look for changes instead of being told of them (network shares, containers)" };
        var command = new Command(
            "serve",
            "Builds the site, drafts and future entries too, serves it on this machine alone, and follows every change in the "
            + "browser.\nExample: aidigest serve --port 8080")
        {
            port, noDrafts, noFuture, poll,
        };
        CommandRunner.Attach(command, common, terminal, (parsed, cancellation) =>
        {
            var given = common.Resolve(parsed);
            var isFixed = common.NowIsGiven(parsed);
            var options = new ServeOptions(
                given with { Drafts = !parsed.GetValue(noDrafts), Future = !parsed.GetValue(noFuture) },
                Port(parsed.GetValue(port)),
                parsed.GetValue(poll),
                () => isFixed ? given.Now : DateTimeOffset.UtcNow);
            var report = new ServeReport(terminal, common.Format(parsed), common.Quiet(parsed), common.Verbose(parsed));
            PreviewServer.RunAsync(options, report, cancellation).GetAwaiter().GetResult();
            return ExitCode.Fine;
        }, mayLeave: static () => true, endsByInterruption: true);
        return command;
    }

    private static int Port(int given) =>
        given is >= 0 and <= 65535 ? given : throw new UsageException($"--port wants a number from 0 to 65535, not {given}");
}
