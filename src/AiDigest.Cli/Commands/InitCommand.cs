using System.CommandLine;
using System.Text;
using AiDigest.Cli.Reports;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Starter;

namespace AiDigest.Cli.Commands;

/// <summary><c>init</c>: a new site, or a copy of the theme.</summary>
internal sealed class InitCommand(CommonOptions common, Terminal terminal)
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Makes a new site that builds at once: settings, an entry, the publishing workflow. Overwrites nothing.\nExample: "
            + "aidigest init digest --title \"My digest\" --language en",
            "Создаёт новый сайт, который сразу собирается: настройки, запись, публикация. Ничего не перезаписывает.\nПример: aidigest "
            + "init digest --title \"Мой дайджест\"")),
        new("FOLDER", new("The folder of the new site (default: this one)", "Папка нового сайта (по умолчанию — текущая)")),
        new("--title", new("The title of the site", "Название сайта")),
        new("--url", new("The address at which the site will be published", "Адрес, по которому выйдет сайт")),
        new("--language", new("The language of the site: ru or en", "Язык сайта: ru или en")),
        new("--theme", new(
            "Copy the theme into templates/ of a site, to change it", "Скопировать тему в templates/, чтобы её менять")),
        new("--diff", new(
            "With --theme: show how the site's copy differs from the theme; change nothing",
            "Вместе с --theme: показать, чем копия сайта отличается от темы; ничего не менять")),
    ];

    private readonly Argument<string?> _folder = new("FOLDER") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _title = new("--title") { HelpName = "TEXT" };
    private readonly Option<string?> _url = new("--url") { HelpName = "URL" };
    private readonly Option<string?> _language = new("--language") { HelpName = "LANGUAGE" };
    private readonly Option<bool> _theme = new("--theme");
    private readonly Option<bool> _diff = new("--diff");

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var init = new InitCommand(common, terminal);
        init._language.AcceptOnlyFromAmong("ru", "en");
        var command = new Command("init")
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
            throw new UsageException(CliMessages.DiffWithoutTheme);
        }

        return parsed.GetValue(_theme) ? Theme(parsed, cancellation) : Site(parsed, cancellation);
    }

    private int Site(ParseResult parsed, CancellationToken cancellation)
    {
        var folder = Path.GetFullPath(parsed.GetValue(_folder) ?? common.GivenRoot(parsed) ?? ".", terminal.Folder);
        if (NewFiles.IsFile(folder))
        {
            throw new UsageException(CliMessages.FolderIsAFile(folder));
        }

        if (NewFiles.IsSite(folder))
        {
            throw new UsageException(CliMessages.FolderIsASite(folder));
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
            terminal.Out.WriteLine(terminal.Say(CliMessages.NextSteps(shown)));
            if (folder != terminal.Folder)
            {
                terminal.Out.WriteLine($"  cd {(shown.Contains(' ', StringComparison.Ordinal) ? $"\"{shown}\"" : shown)}");
            }

            terminal.Out.WriteLine(terminal.Say(CliMessages.NextCommands));
        }

        return ExitCode.Fine;
    }

    private int Theme(ParseResult parsed, CancellationToken cancellation)
    {
        var root = parsed.GetValue(_folder) is { } given ? Path.GetFullPath(given, terminal.Folder) : common.Resolve(parsed).Root;
        if (!NewFiles.IsSite(root))
        {
            throw new UsageException(CliMessages.FolderIsNoSite(root));
        }

        if (parsed.GetValue(_diff))
        {
            var difference = ThemeCopy.Diff(root);
            terminal.Out.Write(difference.Length > 0
                || common.Quiet(parsed) ? difference : terminal.Say(CliMessages.ThemeIsTheSame) + "\n");
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
            terminal.Out.WriteLine(terminal.Say(CliMessages.Made(path)));
        }

        foreach (var path in report.Kept)
        {
            terminal.Out.WriteLine(terminal.Say(CliMessages.KeptFile(path)));
        }
    }

    private StarterAnswers Answers(ParseResult parsed)
    {
        using var lines = new StreamReader(terminal.In, Encoding.UTF8, leaveOpen: true);
        var language = parsed.GetValue(_language)
            ?? Ask(lines, CliMessages.AskLanguage, "ru", answer => answer is "ru" or "en" ? null : CliMessages.WriteRuOrEn);
        var title = parsed.GetValue(_title) ?? Ask(
            lines, CliMessages.AskTitle, CliMessages.DefaultTitle.In(language == "ru" ? MessageLanguage.Russian : MessageLanguage.English),
            _ => null);
        var url = parsed.GetValue(_url) ?? Ask(lines, CliMessages.AskAddress, "", UrlProblem);
        if (UrlProblem(url) is { } problem)
        {
            throw new UsageException(CliMessages.AtOption("--url", problem));
        }

        var now = common.Now(parsed);
        var day = language == "ru" ? now.ToOffset(TimeSpan.FromHours(3)) : now.ToUniversalTime();
        return new StarterAnswers(
            title.Trim().Length > 0 ? title : "AI Digest", url.Length > 0 ? Address(url) : null, language,
            DateOnly.FromDateTime(day.DateTime));
    }

    /// <summary>Asks until the answer is fine; without anyone to answer, the default.</summary>
    private string Ask(StreamReader lines, Message asked, string standard, Func<string, Message?> problem)
    {
        var question = terminal.Say(asked);
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

            terminal.Error.WriteLine(terminal.Say(wrong));
        }

        return standard;
    }

    private static Message? UrlProblem(string text) =>
        text.Length == 0
            || (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            && url!.Query.Length + url.Fragment.Length + url.UserInfo.Length == 0)
            ? null
            : CliMessages.BadUrl(text);

    private static string Address(string text) => new Uri(text).AbsoluteUri.TrimEnd('/') + "/";
}
