using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Preview;

namespace AiDigest.Cli.Commands;

/// <summary><c>serve</c>: a preview that follows the sources.</summary>
internal static class ServeCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Builds the site, drafts and future entries too, serves it on this machine alone, and follows every change in the "
            + "browser.\nExample: aidigest serve --port 8080",
            "Собирает сайт вместе с черновиками и будущими записями, открывает его только на этом компьютере и сразу показывает в браузере "
            + "каждое изменение.\nПример: aidigest serve --port 8080")),
        new("--port", new(
            "The first port to try, from 1 to 65535 (default: 4000); 0 takes any free one",
            "С какого порта начать, от 1 до 65535 (по умолчанию — 4000); 0 — любой свободный")),
        new("--no-drafts", new("Leave drafts out", "Не показывать черновики")),
        new("--no-future", new("Leave entries dated in the future out", "Не показывать записи с будущей датой")),
        new("--poll", new(
            "Look for changes instead of being told of them (network shares, containers)",
            "Самой искать изменения, не дожидаясь сообщений системы (сетевые папки, контейнеры)")),
    ];

    private const int DefaultPort = 4000;

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            DefaultValueFactory = _ => DefaultPort
        };
        var noDrafts = new Option<bool>("--no-drafts");
        var noFuture = new Option<bool>("--no-future");
        var poll = new Option<bool>("--poll");
        var command = new Command("serve")
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
        given is >= 0 and <= 65535 ? given : throw new UsageException(CliMessages.PortNeedsANumber(given));
}
