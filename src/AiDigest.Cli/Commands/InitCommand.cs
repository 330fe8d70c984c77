using System.CommandLine;
using System.Text;
using AiDigest.Cli.Reports;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Starter;

namespace AiDigest.Cli.Commands;

/// <summary><c>init</c>: a new site, or a copy of the theme.</summary>
internal sealed class InitCommand(CommonOptions common, Terminal terminal)
{
    private readonly Argument<string?> _folder =
        new("FOLDER") { Description = "The folder of the new site (default: this one)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _title = new("--title") { Description = "The title of the site", HelpName = "TEXT" };
    private readonly Option<string?> _url =
        new("--url") { Description = "The address at which the site will be published", HelpName = "URL" };
    private readonly Option<string?> _language =
        new("--language") { Description = "The language of the site: ru or en", HelpName = "LANGUAGE" };
    private readonly Option<bool> _theme = new("--theme") { Description = "Copy the theme into templates/ of a site, to change it" };
    private readonly Option<bool> _diff =
        new("--diff") { Description = "With --theme: show how the site's copy differs from the theme; change nothing" };

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var init = new InitCommand(common, terminal);
        init._language.AcceptOnlyFromAmong("ru", "en");
        var command =
            new Command("init",
                "Makes a new site that builds at once: settings, an entry, the publishing workflow. Overwrites nothing.\nExample: "
                + "aidigest init digest --title \"My digest\" --language en")
        {
            init._folder, init._title, init._url, init._language, init._theme, init._diff,
        };
        CommandRunner.Attach(command, common, terminal, init.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(_diff) && !parsed.GetValue(_theme))
        {
            throw new UsageException("--diff goes with --theme");
        }

        return parsed.GetValue(_theme) ? Theme(parsed, cancellation) : Site(parsed, cancellation);
    }

    private int Site(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_folder) ?? common.GivenRoot(parsed) ?? ".", terminal.Folder);
        if (NewFiles.IsFile(folder))
        {
            throw new UsageException($"'{folder}' is a file; init wants a folder");
        }

        if (NewFiles.IsSite(folder))
        {
            throw new UsageException($"'{folder}' holds a site already; nothing was written (init --theme copies the theme)");
        }

        var answers = Answers(parsed);
        var report = StarterSite.Write(folder, answers, cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteStarter(terminal.Out, report);
            return ExitCode.Fine;
        }

        if (!common.Quiet(parsed))
        {
            List(report);
            var shown = TextReport.Shown(terminal, folder);
            terminal.Out.WriteLine($"\nThe site is in {shown}. Next:\n");
            if (folder != terminal.Folder)
            {
                terminal.Out.WriteLine($"  cd {(shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown)}");
            }

            terminal.Out.WriteLine(
                "  aidigest serve          look at it while you write\n  aidigest new \"Title\"    write an entry\n  git init && git "
                + "push    publish it on GitHub Pages");
        }

        return ExitCode.Fine;
    }

    private int Theme(ParseResult parsed, CancellationToken cancellation)
    {
        var root = parsed.GetValue(_folder) is { } given ? Path.GetFullPath(given, terminal.Folder) : common.Resolve(parsed).Root;
        if (!NewFiles.IsSite(root))
        {
            throw new UsageException($"no site found: '{root}' has no folder content/");
        }

        if (parsed.GetValue(_diff))
        {
            var difference = ThemeCopy.Diff(root);
            terminal.Out.Write(difference.Length > 0
                || common.Quiet(parsed) ? difference : "templates/ has nothing that differs from the theme\n");
            return ExitCode.Fine;
        }

        var report = ThemeCopy.Write(root, cancellation);
        if (common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteStarter(terminal.Out, report);
        }
        else if (!common.Quiet(parsed))
        {
            List(report);
        }

        return ExitCode.Fine;
    }

    private void List(StarterReport report)
    {
        foreach (var path in report.Made)
        {
            terminal.Out.WriteLine($"made {path}");
        }

        foreach (var path in report.Kept)
        {
            terminal.Out.WriteLine($"kept {path}");
        }
    }

    private StarterAnswers Answers(ParseResult parsed)
    {
        using var lines = new StreamReader(terminal.In, Encoding.UTF8, leaveOpen: true);
        var language = parsed.GetValue(_language)
            ?? Ask(lines, "Language, ru or en", "ru", answer => answer is "ru" or "en" ? null : "please write ru or en");
        var title = parsed.GetValue(_title) ?? Ask(lines, "Title", language == "ru" ? "Мой дайджест" : "My digest", _ => null);
        var url = parsed.GetValue(_url) ?? Ask(lines, "Address, as https://user.github.io/digest/ (may be set later)", "", UrlProblem);
        if (UrlProblem(url) is { } problem)
        {
            throw new UsageException($"--url: {problem}");
        }

        var now = common.Now(parsed);
        var day = language == "ru" ? now.ToOffset(TimeSpan.FromHours(3)) : now.ToUniversalTime();
        return new StarterAnswers(
            title.Trim().Length > 0 ? title : "AI Digest", url.Length > 0 ? Address(url) : null, language,
            DateOnly.FromDateTime(day.DateTime));
    }

    /// <summary>Asks until the answer is fine; without anyone to answer, the default.</summary>
    private string Ask(StreamReader lines, string question, string standard, Func<string, string?> problem)
    {
        while (terminal.CanAsk)
        {
            terminal.Error.Write(standard.Length > 0 ? $"{question} [{standard}]: " : $"{question}: ");
            var answer = lines.ReadLine()?.Trim();
            if (string.IsNullOrEmpty(answer))
            {
                return standard;
            }

            if (problem(answer) is not { } wrong)
            {
                return answer;
            }

            terminal.Error.WriteLine(wrong);
        }

        return standard;
    }

    private static string? UrlProblem(string text) =>
        text.Length == 0
            || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url!.Query.Length + url.Fragment.Length + url.UserInfo.Length == 0)
            ? null
            : $"'{text}' is no absolute http(s) address such as https://user.github.io/digest/";

    private static string Address(string text) => new Uri(text).AbsoluteUri.TrimEnd('/') + "/";
}
