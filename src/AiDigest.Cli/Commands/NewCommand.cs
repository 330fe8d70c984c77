using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using AiDigest.Cli.Reports;
using AiDigest.Core.Import;
using AiDigest.Core.Model;

namespace AiDigest.Cli.Commands;

/// <summary><c>new</c>: the file of a new entry.</summary>
internal sealed class NewCommand(CommonOptions common, Terminal terminal)
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Makes the file of a new entry, with its front matter filled in.\nExample: aidigest new \"TeaCache: когда пора брать "
            + "ответ из кэша\" --arxiv 2411.19108 --tags acceleration,diffusion",
            "Создаёт файл новой записи с заполненной шапкой.\nПример: aidigest new \"TeaCache: когда пора брать ответ из кэша\" --arxiv "
            + "2411.19108 --tags acceleration,diffusion")),
        new("TITLE", new(
            "The headline of the summary, or the address of a paper at arXiv", "Заголовок записи или адрес статьи на arXiv")),
        new("--arxiv", new(
            "Ask arXiv for title, authors, date and abstract; an address will do too",
            "Взять с arXiv название, авторов, дату и аннотацию; можно дать адрес")),
        new("--tags", new("Tags, separated by commas", "Теги через запятую")),
        new("--date", new(
            "The day of the digest (default: today in the site's time zone)", "День выпуска (по умолчанию — сегодня по часам сайта)")),
        new("--slug", new(
            "The name of the file and last part of the address (default: from the title)",
            "Имя файла и конец адреса (по умолчанию — из заголовка)")),
        new("--edit", new("Open the file in $VISUAL or $EDITOR", "Открыть файл в $VISUAL или $EDITOR")),
        new("--from-stdin", new(
            "Take the summary, in Markdown, from standard input", "Взять текст записи (Markdown) из стандартного ввода")),
    ];

    private readonly Argument<string> _title = new("TITLE") { Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _arxiv = new("--arxiv") { HelpName = "ID" };
    private readonly Option<string?> _tags = new("--tags") { HelpName = "A,B" };
    private readonly Option<string?> _date = new("--date") { HelpName = "YYYY-MM-DD" };
    private readonly Option<string?> _slug = new("--slug") { HelpName = "SLUG" };
    private readonly Option<bool> _edit = new("--edit");
    private readonly Option<bool> _stdin = new("--from-stdin");

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var make = new NewCommand(common, terminal);
        var command = new Command("new")
        {
            make._title, make._arxiv, make._tags, make._date, make._slug, make._edit, make._stdin,
        };
        CommandRunner.Attach(command, common, terminal, make.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = common.Resolve(parsed);
        var title = YamlScalars.Line(parsed.GetValue(_title) ?? "");
        var arxiv = parsed.GetValue(_arxiv);
        if (arxiv is null && title.Contains("arxiv", StringComparison.OrdinalIgnoreCase) && EntryIds.Arxiv(title) is { } pasted)
        {
            (arxiv, title) = (pasted, "");
        }

        if (title.Length == 0 && arxiv is null)
        {
            throw new UsageException(CliMessages.BlankTitle);
        }

        var draft = new EntryDraft { Title = title };
        draft = arxiv is null ? draft : OfArxiv(draft, arxiv, cancellation);
        var tags = TagsMap.Empty.Of((parsed.GetValue(_tags) ?? "").Split(','));
        draft = draft with
        {
            Title = draft.Title.Length > 0 ? draft.Title : draft.PaperTitle ?? "arXiv " + draft.Arxiv,
            Slug = Slugged(parsed.GetValue(_slug)),
            Tags = tags.IsEmpty ? [SiteDay.Untagged(options)] : tags,
        };
        if (parsed.GetValue(_stdin))
        {
            draft = draft with { Body = Encoding.UTF8.GetString(terminal.ReadIn()).TrimStart('\uFEFF') };
        }

        var day = CommandValues.Day("--date", parsed.GetValue(_date)) ?? SiteDay.Today(options);
        var entry = NewEntry.Write(options.Root, draft, day, options.Jobs, cancellation);
        if (entry.Taken is { } taken)
        {
            terminal.Tell(CliMessages.NotWritten(entry.Path, taken));
            return ExitCode.Mistakes;
        }

        var full = Path.Combine(options.Root, entry.Path);
        terminal.Out.WriteLine(TextReport.Shown(terminal, full));
        return parsed.GetValue(_edit) ? Edit(full) : ExitCode.Fine;
    }

    /// <summary>What arXiv says of the paper; the blanks stay where it says nothing, which is told.</summary>
    private EntryDraft OfArxiv(EntryDraft draft, string written, CancellationToken cancellation)
    {
        var id = EntryIds.Arxiv(written)
            ?? throw new UsageException(
                CliMessages.ArxivNeedsAnId(written));

        var address = terminal.Variable("AIDIGEST_ARXIV") is { Length: > 0 } mirror
            && Uri.TryCreate(mirror, UriKind.Absolute, out var given) ? given : ArxivApi.Address;
        var (paper, problem) = new ArxivApi(address, TimeSpan.FromSeconds(10)).Ask(id, cancellation).GetAwaiter().GetResult();
        if (paper is null)
        {
            terminal.Tell(CliMessages.ArxivLeftBlank(problem!.Value));
            return draft with { Arxiv = id };
        }

        return draft with
        {
            Arxiv = id,
            PaperTitle = paper.PaperTitle,
            Authors = paper.Authors,
            Published = paper.Published,
            Venue = paper.Venue,
            Doi = paper.Doi,
            Note = paper.Note is null ? null : "abstract: " + paper.Note,
        };
    }

    private static string? Slugged(string? given) => given is null || Slug.IsValid(given)
        ? given
        : throw new UsageException(CliMessages.SlugNeedsLetters(given, Slug.Of(given)));

    private int Edit(string file)
    {
        var editor = terminal.Variable("VISUAL") is { Length: > 0 } visual ? visual : terminal.Variable("EDITOR");
        if (string.IsNullOrWhiteSpace(editor))
        {
            terminal.Tell(CliMessages.NoEditor);
            return ExitCode.Fine;
        }

        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(words[0]) { UseShellExecute = false };
        foreach (var argument in (string[])[.. words[1..], file])
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start);
            process?.WaitForExit();
            return process?.ExitCode == 0 ? ExitCode.Fine : ExitCode.Failure;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            terminal.Tell(CliMessages.EditorDidNotStart(words[0], e.Message));
            return ExitCode.Failure;
        }
    }
}
