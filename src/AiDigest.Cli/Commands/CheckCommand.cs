using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Cli.Commands;

/// <summary><c>check</c>: everything that a build would say and what the linter finds, without writing.</summary>
internal sealed class CheckCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Finds mistakes in content, links and templates without writing anything.\nExample: aidigest check --fail-on warning "
            + "--format sarif > check.sarif",
            "Ищет ошибки в записях, ссылках и шаблонах и ничего не пишет.\nПример: aidigest check --fail-on warning --format sarif > "
            + "check.sarif")),
        new("--fix", new(
            "Fix what is safe to fix, and say what was done", "Исправить всё, что можно исправить без риска, и рассказать об этом")),
        new("--external", new("Also ask the servers of remote links", "Проверить и ссылки на другие сайты")),
        new("--private-hosts", new(
            "With --external, also ask this machine and private networks",
            "Вместе с --external: проверять и адреса этого компьютера и внутренних сетей")),
        new("--fail-on", new("What makes the exit code 1", "Что даёт код возврата 1")),
        new("--stdin", new(
            "Check one text from standard input, as if it were at --path",
            "Проверить текст из стандартного ввода, как будто он лежит по --path")),
        new("--path", new(
            "Where the text of --stdin would be, such as content/papers/x.md",
            "Где лежал бы текст из --stdin, например content/papers/x.md")),
    ];

    private readonly Option<bool> _fix = new("--fix");
    private readonly Option<bool> _external = new("--external");
    private readonly Option<bool> _privateHosts = new("--private-hosts");
    private readonly Option<string> _failOn = new("--fail-on") { DefaultValueFactory = _ => "error" };
    private readonly Option<bool> _stdin = new("--stdin");
    private readonly Option<string?> _path = new("--path") { HelpName = "PATH" };
    private readonly CommonOptions _common;
    private readonly Terminal _terminal;

    private CheckCommand(CommonOptions common, Terminal terminal)
    {
        (_common, _terminal) = (common, terminal);
        _failOn.AcceptOnlyFromAmong("error", "warning");
    }

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var check = new CheckCommand(common, terminal);
        var command = new Command("check")
        {
            check._fix, check._external, check._privateHosts, check._failOn, check._stdin, check._path,
        };
        CommandRunner.Attach(command, common, terminal, check.Run, mayLeave: () => !check._isFixing);
        return command;
    }

    // Set while sources are changed, which an interruption must not leave in the middle.
    private volatile bool _isFixing;

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var options = _common.Resolve(parsed);
        options = _terminal.OwnsProcess ? options with { Collect = GcTuning.Compact } : options;
        var fixes = ImmutableArray<Fix>.Empty;
        CheckReport report;
        if (parsed.GetValue(_stdin))
        {
            if (parsed.GetValue(_fix))
            {
                throw new UsageException(CliMessages.FixWithStdin);
            }

            // What the engine of formulas takes to start, when an editor waits.
            if (_terminal.OwnsProcess)
            {
                GcTuning.Begin(entries: 1_000);
            }

            report = SiteChecker.Check(options, PathOfText(options, parsed.GetValue(_path)), _terminal.ReadIn(), cancellation);
        }
        else
        {
            fixes = parsed.GetValue(_fix) ? Fix(options, cancellation) : fixes;
            report = SiteChecker.Check(options, cancellation);
        }

        report = parsed.GetValue(_external) ? Ask(report, options, parsed.GetValue(_privateHosts), cancellation) : report;
        Print(parsed, report, fixes, clock.ElapsedMilliseconds);
        var strict = parsed.GetValue(_failOn) == "warning";
        return report.Diagnostics.Any(found => found.Rule.Severity == Severity.Error || (strict && found.Rule.Severity == Severity.Warning))
            ? ExitCode.Mistakes
            : ExitCode.Fine;
    }

    private ImmutableArray<Fix> Fix(BuildOptions options, CancellationToken cancellation)
    {
        _isFixing = true;
        try
        {
            return Fixer.Fix(options, cancellation);
        }
        finally
        {
            _isFixing = false;
        }
    }

    private static CheckReport Ask(CheckReport report, BuildOptions options, bool privateToo, CancellationToken cancellation)
    {
        var cache = options.NoCache ? new LinkCache() : LinkCache.Read(options.Root, options.UserCache);
        using var web = new HttpAsker(TimeSpan.FromSeconds(15), privateToo ? static _ => true : PublicAddress.Is);
        var found = RemoteLinks.Check(report.Remote, web, RemotePatience.Usual, cache, options.Now, cancellation).GetAwaiter().GetResult();
        if (!options.NoCache)
        {
            cache.Write(options.Root, options.UserCache, options.Now);
        }

        return report.With(found);
    }

    /// <summary>The path below the root that <c>--path</c> means: relative to the root, or to the working directory, or absolute.</summary>
    private string PathOfText(BuildOptions options, string? given)
    {
        if (given is null)
        {
            throw new UsageException(CliMessages.StdinNeedsPath);
        }

        foreach (var full in (string[])[Path.GetFullPath(given, options.Root), Path.GetFullPath(given, _terminal.Folder)])
        {
            var relative = Path.GetRelativePath(options.Root, full).Replace('\\', '/');
            if (relative.StartsWith("content/", StringComparison.Ordinal) || relative.StartsWith("templates/", StringComparison.Ordinal))
            {
                return UnicodeForm.Composed(relative);
            }
        }

        throw new UsageException(CliMessages.PathOutsideOfTheSite(given));
    }

    private void Print(ParseResult parsed, CheckReport report, ImmutableArray<Fix> fixes, long elapsed)
    {
        var format = _common.Format(parsed);
        switch (format)
        {
            case OutputFormat.Json:
                JsonReport.Write(_terminal, report.Site, elapsed, fixes);
                return;
            case OutputFormat.Sarif:
                SarifReport.Write(_terminal, report.Diagnostics);
                return;
            case OutputFormat.Github:
                GithubReport.Write(_terminal.Out, report.Site, _terminal.Language);
                break;
            default:
                TextReport.Diagnostics(_terminal, report.Site);
                break;
        }

        TextReport.Fixes(_terminal, fixes);
        TextReport.Checked(_terminal, report.Site, elapsed, _common.Quiet(parsed));
    }
}
