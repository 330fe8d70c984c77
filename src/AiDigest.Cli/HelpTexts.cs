using System.CommandLine;
using System.CommandLine.Help;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>
/// What <c>--help</c> says of each command, argument and option, in both languages. A new one needs a row here; a test looks for it. The
/// commands themselves know no texts, because the language of a run is known only when they are made.
/// </summary>
internal static class HelpTexts
{
    /// <summary>By the name of the command (empty: the tool itself) and of its argument or option (empty: the command itself).</summary>
    public static readonly (string Command, string Symbol, Message Text)[] All =
    [
        ("", "", new(
            "Builds a digest of research papers from Markdown and YAML.\nExample: aidigest build --base-url "
            + "https://user.github.io/digest/",
            "Собирает дайджест научных статей из Markdown и YAML.\nПример: aidigest build --base-url https://user.github.io/digest/")),
        ("", "--root", new(
            "The folder of the site (default: the nearest one upwards with content/)",
            "Папка сайта (по умолчанию — ближайшая вверх, в которой есть content/)")),
        ("", "--output", new(
            "Where the site is written (default: site-output in the root)", "Куда писать сайт (по умолчанию — site-output в папке сайта)")),
        ("", "--base-url", new("Absolute address at which this build is published", "Полный адрес, по которому выйдет эта сборка")),
        ("", "--drafts", new("Show drafts", "Показать черновики")),
        ("", "--future", new("Show entries dated in the future", "Показать записи с будущей датой")),
        ("", "--now", new("The moment to take for the present (RFC 3339)", "Какой момент считать текущим (RFC 3339)")),
        ("", "--jobs", new(
            "Threads that work side by side (default: all processors)", "Сколько потоков работает сразу (по умолчанию — по числу ядер)")),
        ("", "--no-cache", new("Neither read nor write the cache", "Не читать и не писать кэш")),
        ("", "--format", new("How results are printed; sarif by check alone", "В каком виде выводить результат; sarif — только для check")),
        ("", "--lang", new("Language of messages (default: that of the site)", "Язык сообщений (по умолчанию — язык сайта)")),
        ("", "--quiet", new("Print errors and warnings only", "Выводить только ошибки и предупреждения")),
        ("", "--verbose", new("Print more about the run", "Подробно рассказать о ходе работы")),
        ("", "--version", new("Show version information", "Показать версию")),
        ("", "--help", new("Show help and usage information", "Показать эту справку")),

        ("build", "", new(
            "Builds the site; a second build writes only what changed.\nExample: aidigest build --drafts --output /tmp/preview",
            "Собирает сайт; повторная сборка пишет только то, что изменилось.\nПример: aidigest build --drafts --output /tmp/preview")),

        ("serve", "", new(
            "Builds the site, drafts and future entries too, serves it on this machine alone, and follows every change in the "
            + "browser.\nExample: aidigest serve --port 8080",
            "Собирает сайт вместе с черновиками и будущими записями, открывает его только на этом компьютере и сразу показывает в браузере "
            + "каждое изменение.\nПример: aidigest serve --port 8080")),
        ("serve", "--port", new(
            "The first port to try, from 1 to 65535 (default: 4000); 0 takes any free one",
            "С какого порта начать, от 1 до 65535 (по умолчанию — 4000); 0 — любой свободный")),
        ("serve", "--no-drafts", new("Leave drafts out", "Не показывать черновики")),
        ("serve", "--no-future", new("Leave entries dated in the future out", "Не показывать записи с будущей датой")),
        ("serve", "--poll", new(
            "Look for changes instead of being told of them (network shares, containers)",
            "Самой искать изменения, не дожидаясь сообщений системы (сетевые папки, контейнеры)")),

        ("check", "", new(
            "Finds mistakes in content, links and templates without writing anything.\nExample: aidigest check --fail-on warning "
            + "--format sarif > check.sarif",
            "Ищет ошибки в записях, ссылках и шаблонах и ничего не пишет.\nПример: aidigest check --fail-on warning --format sarif > "
            + "check.sarif")),
        ("check", "--fix", new(
            "Fix what is safe to fix, and say what was done", "Исправить всё, что можно исправить без риска, и рассказать об этом")),
        ("check", "--external", new("Also ask the servers of remote links", "Проверить и ссылки на другие сайты")),
        ("check", "--private-hosts", new(
            "With --external, also ask this machine and private networks",
            "Вместе с --external: проверять и адреса этого компьютера и внутренних сетей")),
        ("check", "--fail-on", new("What makes the exit code 1", "Что даёт код возврата 1")),
        ("check", "--stdin", new(
            "Check one text from standard input, as if it stood at --path",
            "Проверить текст из стандартного ввода, как будто он лежит по --path")),
        ("check", "--path", new(
            "Where the text of --stdin would stand, such as content/papers/x.md",
            "Где лежал бы текст из --stdin, например content/papers/x.md")),

        ("init", "", new(
            "Makes a new site that builds at once: settings, an entry, the publishing workflow. Overwrites nothing.\nExample: "
            + "aidigest init digest --title \"My digest\" --language en",
            "Создаёт новый сайт, который сразу собирается: настройки, запись, публикация. Ничего не перезаписывает.\nПример: aidigest "
            + "init digest --title \"Мой дайджест\"")),
        ("init", "FOLDER", new("The folder of the new site (default: this one)", "Папка нового сайта (по умолчанию — текущая)")),
        ("init", "--title", new("The title of the site", "Название сайта")),
        ("init", "--url", new("The address at which the site will be published", "Адрес, по которому выйдет сайт")),
        ("init", "--language", new("The language of the site: ru or en", "Язык сайта: ru или en")),
        ("init", "--theme", new(
            "Copy the theme into templates/ of a site, to change it", "Скопировать тему в templates/, чтобы её менять")),
        ("init", "--diff", new(
            "With --theme: show how the site's copy differs from the theme; change nothing",
            "Вместе с --theme: показать, чем копия сайта отличается от темы; ничего не менять")),

        ("new", "", new(
            "Makes the file of a new entry, with its front matter filled in.\nExample: aidigest new \"TeaCache: когда пора брать "
            + "ответ из кэша\" --arxiv 2411.19108 --tags acceleration,diffusion",
            "Создаёт файл новой записи с заполненной шапкой.\nПример: aidigest new \"TeaCache: когда пора брать ответ из кэша\" --arxiv "
            + "2411.19108 --tags acceleration,diffusion")),
        ("new", "TITLE", new(
            "The headline of the summary, or the address of a paper at arXiv", "Заголовок записи или адрес статьи на arXiv")),
        ("new", "--arxiv", new(
            "Ask arXiv for title, authors, date and abstract; an address will do too",
            "Взять с arXiv название, авторов, дату и аннотацию; можно дать адрес")),
        ("new", "--tags", new("Tags, separated by commas", "Теги через запятую")),
        ("new", "--date", new(
            "The day of the digest (default: today in the site's time zone)", "День выпуска (по умолчанию — сегодня по часам сайта)")),
        ("new", "--slug", new(
            "The name of the file and last part of the address (default: from the title)",
            "Имя файла и конец адреса (по умолчанию — из заголовка)")),
        ("new", "--edit", new("Open the file in $VISUAL or $EDITOR", "Открыть файл в $VISUAL или $EDITOR")),
        ("new", "--from-stdin", new(
            "Take the summary, in Markdown, from standard input", "Взять текст записи (Markdown) из стандартного ввода")),

        ("import", "", new(
            "Makes entries from an export: Atom, RSS, BibTeX, RIS, JSON Feed, JSON, JSON lines, posts of Hugo or "
            + "Jekyll.\nExample: aidigest import papers.jsonl.gz --default-tags daily --dry-run",
            "Создаёт записи из выгрузки: Atom, RSS, BibTeX, RIS, JSON Feed, JSON, JSON Lines, посты Hugo и Jekyll.\nПример: aidigest "
            + "import papers.jsonl.gz --default-tags daily --dry-run")),
        ("import", "FILE", new(
            "An export (packed by gzip or not), or a folder of Hugo or Jekyll posts",
            "Файл выгрузки (можно сжатый gzip) или папка с постами Hugo или Jekyll")),
        ("import", "--from", new("The format, where content does not tell it", "Формат, если по содержимому он не понятен")),
        ("import", "--dry-run", new("Say what would be written, and write nothing", "Показать, что будет записано, но ничего не писать")),
        ("import", "--tags-map", new(
            "A YAML file that says which tags the words of the export mean", "Файл YAML, где словам выгрузки сопоставлены теги")),
        ("import", "--default-tags", new(
            "Tags of entries that have none, separated by commas", "Теги через запятую для записей, у которых тегов нет")),
        ("import", "--date", new(
            "The day of items that have none (else that in the file's name, or the month of the arXiv id)",
            "День для записей без даты (иначе — из имени файла или по месяцу из номера arXiv)")),
        ("import", "--stubs", new("Make a draft of an item that has no text", "Делать черновики из записей без текста")),
        ("import", "--encoding", new(
            "The encoding of a file that is not UTF-8, such as windows-1251", "Кодировка файла, если это не UTF-8, например windows-1251")),

        ("explain", "", new(
            "Tells which sources and templates made a page or feed, and why it was last rendered or kept.\nExample: aidigest "
            + "explain /tags/diffusion/",
            "Рассказывает, из каких файлов и шаблонов получилась страница или лента и почему её обновили или оставили.\nПример: aidigest "
            + "explain /tags/diffusion/")),
        ("explain", "ADDRESS", new(
            "An address of the site such as /tags/rl/, a path of a file in the output folder, or a source such as content/papers/a.md",
            "Адрес на сайте (/tags/rl/), путь файла в папке сайта или исходный файл (content/papers/a.md)")),

        ("deploy", "", new(
            "Uploads what changed since the last deployment, pages before deletions.\nExample: aidigest deploy gh-pages --dry-run",
            "Выкладывает то, что изменилось с прошлого раза: сначала новые страницы, потом удаления.\nПример: aidigest deploy gh-pages "
            + "--dry-run")),
        ("deploy", "TARGET", new(
            "A folder, a branch of the site's Git repository, git:REPOSITORY#BRANCH, rsync:ADDRESS or rclone:ADDRESS",
            "Папка, ветка репозитория сайта, git:REPOSITORY#BRANCH, rsync:ADDRESS или rclone:ADDRESS")),
        ("deploy", "--dry-run", new(
            "Print what would be uploaded and deleted; change nothing", "Показать, что будет выложено и удалено, но ничего не менять")),
        ("deploy", "--overwrite", new(
            "Take over files and branches at the target that deploy did not make",
            "Перезаписать файлы и ветки в назначении, даже если их создал не deploy")),

        ("clean", "", new(
            "Removes what the tool wrote: the files of the manifest, the manifest and the cache.\nExample: aidigest clean --output "
            + "/tmp/preview",
            "Удаляет то, что написала программа: файлы сайта, их список и кэш.\nПример: aidigest clean --output /tmp/preview")),

        ("completion", "", new(
            "Prints a script that completes commands and options in a shell.\nExample: eval \"$(aidigest completion bash)\"",
            "Выводит сценарий, с которым оболочка дополняет команды и параметры.\nПример: eval \"$(aidigest completion bash)\"")),
        ("completion", "SHELL", new("bash, zsh, fish or powershell", "bash, zsh, fish или powershell")),
    ];

    /// <summary>The words that System.CommandLine puts around descriptions, and ours; whole lines, or parts in brackets.</summary>
    private static readonly (string English, string Russian)[] Frame =
    [
        ("Description:", "Описание:"), ("Usage:", "Команда:"), ("Arguments:", "Аргументы:"), ("Options:", "Параметры:"),
        ("Commands:", "Команды:"), ("[options]", "[параметры]"), ("[command]", "[команда]"), ("[default: ", "[по умолчанию: "),
    ];

    /// <summary>Gives every symbol of the tree its description.</summary>
    public static void Describe(Command command, MessageLanguage language, string name = "")
    {
        foreach (var (of, symbol, text) in All)
        {
            if (of != name)
            {
                continue;
            }

            Symbol? found = symbol.Length == 0 ? command
                : command.Options.FirstOrDefault(option => option.Name == symbol)
                    ?? (Symbol?)command.Arguments.FirstOrDefault(argument => argument.Name == symbol);
            if (found is not null)
            {
                found.Description = text.In(language);
            }
        }

        foreach (var child in command.Subcommands)
        {
            Describe(child, language, child.Name);
        }
    }

    /// <summary>The help of the library, whose own words are English, in the language of the run.</summary>
    public static void Translate(Option help, MessageLanguage language)
    {
        if (language == MessageLanguage.Russian && help.Action is HelpAction inner)
        {
            help.Action = new RussianHelp(inner);
        }
    }

    internal static string InRussian(string text)
    {
        foreach (var (english, russian) in Frame)
        {
            text = english.EndsWith(':')
                ? string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r') == english ? russian : line))
                : text.Replace(english, russian, StringComparison.Ordinal);
        }

        return text;
    }

    private sealed class RussianHelp(HelpAction inner) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            using var text = new StringWriter { NewLine = output.NewLine };
            parseResult.InvocationConfiguration.Output = text;
            var code = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(InRussian(text.ToString()));
            return code;
        }
    }
}
