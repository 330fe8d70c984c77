using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Explain;

namespace AiDigest.Cli.Commands;

/// <summary><c>explain</c>: where an output comes from, and why it was last rendered or kept.</summary>
internal static class ExplainCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Tells which sources and templates made a page or feed, and why it was last rendered or kept.\nExample: aidigest "
            + "explain /tags/diffusion/",
            "Рассказывает, из каких файлов и шаблонов получилась страница или лента и почему её обновили или оставили.\nПример: aidigest "
            + "explain /tags/diffusion/")),
        new("ADDRESS", new(
            "An address of the site such as /tags/rl/, a path of a file in the output folder, or a source such as content/papers/a.md",
            "Адрес на сайте (/tags/rl/), путь файла в папке сайта или исходный файл (content/papers/a.md)")),
    ];

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
