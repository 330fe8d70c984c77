using System.Collections.Immutable;
using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Import;

namespace AiDigest.Cli.Commands;

/// <summary><c>import</c>: entries from an export.</summary>
internal sealed class ImportCommand
{
    public static readonly HelpText[] Help =
    [
        new("", new(
            "Makes entries from an export: Atom, RSS, BibTeX, RIS, JSON Feed, JSON, JSON lines, posts of Hugo or "
            + "Jekyll.\nExample: aidigest import papers.jsonl.gz --default-tags daily --dry-run",
            "Создаёт записи из выгрузки: Atom, RSS, BibTeX, RIS, JSON Feed, JSON, JSON Lines, посты Hugo и Jekyll.\nПример: aidigest "
            + "import papers.jsonl.gz --default-tags daily --dry-run")),
        new("FILE", new(
            "An export (packed by gzip or not), or a folder of Hugo or Jekyll posts",
            "Файл выгрузки (можно сжатый gzip) или папка с постами Hugo или Jekyll")),
        new("--from", new("The format, where content does not tell it", "Формат, если по содержимому он не понятен")),
        new("--dry-run", new("Say what would be written, and write nothing", "Показать, что будет записано, но ничего не писать")),
        new("--tags-map", new(
            "A YAML file that says which tags the words of the export mean", "Файл YAML, где словам выгрузки сопоставлены теги")),
        new("--default-tags", new(
            "Tags of entries that have none, separated by commas", "Теги через запятую для записей, у которых тегов нет")),
        new("--date", new(
            "The day of items that have none (else that in the file's name, or the month of the arXiv id)",
            "День для записей без даты (иначе — из имени файла или по месяцу из номера arXiv)")),
        new("--stubs", new("Make a draft of an item that has no text", "Делать черновики из записей без текста")),
        new("--encoding", new(
            "The encoding of a file that is not UTF-8, such as windows-1251", "Кодировка файла, если это не UTF-8, например windows-1251")),
    ];

    private readonly Argument<string> _file = new("FILE");
    private readonly Option<string?> _from = new("--from");
    private readonly Option<bool> _dry = new("--dry-run");
    private readonly Option<string?> _map = new("--tags-map") { HelpName = "FILE" };
    private readonly Option<string> _tags = new("--default-tags")
    {
        HelpName = "A,B",
        DefaultValueFactory = _ => "imported"
    };
    private readonly Option<string?> _date = new("--date")
    {
        HelpName = "YYYY-MM-DD"
    };
    private readonly Option<bool> _stubs = new("--stubs");
    private readonly Option<string?> _encoding = new("--encoding") { HelpName = "NAME" };
    private readonly CommonOptions _common;
    private readonly Terminal _terminal;

    private ImportCommand(CommonOptions common, Terminal terminal)
    {
        (_common, _terminal) = (common, terminal);
        _from.AcceptOnlyFromAmong([.. ImportReader.Names]);
    }

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var import = new ImportCommand(common, terminal);
        var command = new Command("import")
        {
            import._file, import._from, import._dry, import._map, import._tags, import._date, import._stubs, import._encoding,
        };
        CommandRunner.Attach(command, common, terminal, import.Run);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _common.Resolve(parsed);
        var file = parsed.GetValue(_file)!;
        var full = Path.GetFullPath(file, _terminal.Folder);
        if (!Path.Exists(full))
        {
            throw new UsageException(CliMessages.NoSuchFile(file));
        }

        var tags = TagsMap.Empty.Of((parsed.GetValue(_tags) ?? "").Split(','));
        if (tags.IsEmpty)
        {
            throw new UsageException(CliMessages.DefaultTagsNeedATag);
        }

        ImmutableArray<ImportedEntry> entries;
        try
        {
            var map = parsed.GetValue(_map) is { } path
                ? TagsMap.Parse(path, ImportFiles.Read(Path.GetFullPath(path, _terminal.Folder)))
                : TagsMap.Empty;
            var items = ImportReader.Read(full, ImportReader.Named(parsed.GetValue(_from)), parsed.GetValue(_encoding));
            var importing = new ImportOptions(options.Root, SiteDay.Today(options), options.Jobs, map, tags, parsed.GetValue(_dry))
            {
                Date = CommandValues.Day("--date", parsed.GetValue(_date)),
                Stubs = parsed.GetValue(_stubs),
                Time = SiteDay.Time(options),
                Limits = SiteDay.Limits(options),
            };
            entries = Importer.Import(items, importing, cancellation);
        }
        catch (UnknownFormatException e)
        {
            return Unreadable(parsed, e.Text, ExitCode.Usage);
        }
        catch (ImportException e)
        {
            return Unreadable(parsed, e.Text, ExitCode.Mistakes);
        }

        ImportReport.Write(_terminal, entries, _common.Format(parsed) == OutputFormat.Json, parsed.GetValue(_dry), _common.Quiet(parsed));
        return entries.Any(entry => entry.Status == ImportStatus.Failed) ? ExitCode.Mistakes : ExitCode.Fine;
    }

    private int Unreadable(ParseResult parsed, Message message, int code)
    {
        if (_common.Format(parsed) == OutputFormat.Json)
        {
            JsonReport.WriteFailure(_terminal.Out, _terminal.Say(message));
        }
        else
        {
            _terminal.Tell(message);
        }

        return code;
    }
}
