using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Deploy;

namespace AiDigest.Cli.Commands;

/// <summary><c>deploy</c>: uploads the built site.</summary>
internal sealed class DeployCommand(CommonOptions common, Terminal terminal)
{
    private readonly Argument<string> _target =
        new(
            "TARGET")
        {
            Description =
                "A folder, a branch of the site's Git repository, git:REPOSITORY#BRANCH, rsync:ADDRESS or rclone:ADDRESS"
        };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Print what would be uploaded and deleted; change nothing" };
    private readonly Option<bool> _overwrite =
        new("--overwrite") { Description = "Take over files and branches at the target that deploy did not make" };

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var deploy = new DeployCommand(common, terminal);
        var command =
            new Command(
                "deploy",
                "Uploads what changed since the last deployment, pages before deletions.\nExample: aidigest deploy gh-pages --dry-run")
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
            () => terminal.Error.WriteLine("aidigest: a build of this output folder is running; waiting for it"), cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteDeployment(terminal.Out, name, report, dryRun);
            return ExitCode.Fine;
        }

        if (dryRun || common.Verbose(parsed))
        {
            List("delete", report.Plan.Blocking);
            List("upload", report.Plan.Uploads);
            List("delete", report.Plan.Deletions);
        }

        if (!common.Quiet(parsed))
        {
            terminal.Out.WriteLine(
                $"{(dryRun ? "would upload" : "uploaded")} {TextReport.Many(report.Plan.Uploads.Length, "file")} to "
                + $"{TextReport.Visible(name)}, "
                + $"deleted {report.Plan.Deleted}, left {report.Unchanged} unchanged");
        }

        return ExitCode.Fine;
    }

    private void List(string verb, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            terminal.Out.WriteLine($"{verb} {TextReport.Visible(path)}");
        }
    }
}
