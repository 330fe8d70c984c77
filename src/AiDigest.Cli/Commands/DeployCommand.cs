using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Deploy;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli.Commands;

/// <summary><c>deploy</c>: uploads the built site.</summary>
internal sealed class DeployCommand(CommonOptions common, Terminal terminal)
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Uploads what changed since the last deployment, pages before deletions.\nExample: aidigest deploy gh-pages --dry-run",
            "Выкладывает то, что изменилось с прошлого раза: сначала новые страницы, потом удаления.\nПример: aidigest deploy gh-pages "
            + "--dry-run")),
        new("TARGET", new(
            "A folder, a branch of the site's Git repository, git:REPOSITORY#BRANCH, rsync:ADDRESS or rclone:ADDRESS",
            "Папка, ветка репозитория сайта, git:REPOSITORY#BRANCH, rsync:ADDRESS или rclone:ADDRESS")),
        new("--dry-run", new(
            "Print what would be uploaded and deleted; change nothing", "Показать, что будет выложено и удалено, но ничего не менять")),
        new("--overwrite", new(
            "Take over files and branches at the target that deploy did not make",
            "Перезаписать файлы и ветки в назначении, даже если их создал не deploy")),
    ];

    private readonly Argument<string> _target = new("TARGET");
    private readonly Option<bool> _dryRun = new("--dry-run");
    private readonly Option<bool> _overwrite = new("--overwrite");

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var deploy = new DeployCommand(common, terminal);
        var command = new Command("deploy")
        {
            deploy._target, deploy._dryRun, deploy._overwrite,
        };
        CommandRunner.Attach(command, common, terminal, deploy.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = common.Resolve(parsed);
        var name = parsed.GetValue(_target)!;
        var dryRun = parsed.GetValue(_dryRun);
        using var target = TargetName.Open(name, options.Root, options.Output, terminal.Folder, cancellation);
        var report = Deployment.Run(
            options.Root, options.Output, target, dryRun, parsed.GetValue(_overwrite),
            () => terminal.Tell(CliMessages.WaitingForABuild), cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteDeployment(terminal.Out, name, report, dryRun);
            return ExitCode.Fine;
        }

        if (dryRun || common.Verbose(parsed))
        {
            List(CliMessages.Delete, report.Plan.Blocking);
            List(CliMessages.Upload, report.Plan.Uploads);
            List(CliMessages.Delete, report.Plan.Deletions);
        }

        if (!common.Quiet(parsed))
        {
            terminal.Out.WriteLine(
                terminal.Say(CliMessages.Uploaded(
                    report.Plan.Uploads.Length, TextReport.Visible(name), report.Plan.Deleted, report.Unchanged, dryRun)));
        }

        return ExitCode.Fine;
    }

    private void List(Func<string, Message> line, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            terminal.Out.WriteLine(terminal.Say(line(TextReport.Visible(path))));
        }
    }
}
