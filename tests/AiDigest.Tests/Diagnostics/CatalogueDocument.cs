using System.Globalization;
using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Sites;

namespace AiDigest.Tests.Diagnostics;

/// <summary>Writes <c>docs/diagnostics.md</c> and its Russian twin from the catalogue and the output of the broken sites.</summary>
internal static class CatalogueDocument
{
    private const string EnglishOpening =
        """
        # Diagnostics

        Every mistake that the tool reports, by its id. An id never changes its meaning. An *error* ends the build with exit code 1 before
        anything is written; a *warning* never stops it. One run reports all mistakes of all files, sorted by place:

        ```text
        content/papers/x.md:4:1: error AD0103: unknown key 'tgas'; did you mean 'tags'?
          tgas: [diffusion]
          ^^^^
          fix: tags: [diffusion]
        ```

        That is the file, the line and the column (from 1, in UTF-16 units as editors count), the severity, the id, and the message; then
        the line of the file with the place underlined and, where there is only one way to fix it, the line as it should be.
        `--lang ru` prints messages in Russian ([Russian list](diagnostics.ru.md)); the words `error` and `warning` and the ids stay.

        Do not edit this page: a test writes it from `Catalogue` and from the broken sites of the tests, and compares it.
        `AIDIGEST_UPDATE_EXPECTED=1 dotnet test` writes it again.

        """;

    private const string RussianOpening =
        """
        # Диагностика

        Здесь собраны все ошибки и замечания программы по номерам. Номер никогда не меняет смысла. Ошибка (*error*) останавливает сборку с
        кодом 1, и ни один файл не записывается; предупреждение (*warning*) сборке не мешает. За один запуск программа показывает ошибки
        всех файлов по порядку:

        ```text
        content/papers/x.md:4:1: error AD0103: неизвестный ключ «tgas»; может быть, «tags»?
          tgas: [diffusion]
          ^^^^
          правильно: tags: [diffusion]
        ```

        Сначала идут файл, строка и столбец (с единицы, как считают редакторы), вес, номер и сообщение; под ними — строка файла, где место
        подчёркнуто, и, если исправить можно только одним способом, строка в правильном виде.
        С `--lang en` сообщения выходят по-английски ([список](diagnostics.md)); слова `error` и `warning` и номера от языка не зависят.

        Эту страницу не правят руками: тест собирает её из `Catalogue` и примеров и сравнивает с файлом.
        `AIDIGEST_UPDATE_EXPECTED=1 dotnet test` пишет её заново.

        """;

    private static readonly Message Switches = new(
        "A build says nothing of these. Each has a name, by which `check` of `content/site.yaml` switches it off or weighs it "
        + "otherwise:\n"
        + "`check: {short-summary: false, same-paper: error}`. A *hint* never fails a run.\n\n",
        "Об этом сборка молчит, проверяет только `check`. У каждого правила есть имя: по нему раздел `check` в `content/site.yaml` "
        + "выключает правило или меняет его вес:\n"
        + "`check: {short-summary: false, same-paper: error}`. Подсказка (*hint*) на код возврата не влияет.\n\n");

    private static readonly Message Head =
        new("id | severity | mistake | why, and how to fix it", "номер | вес | ошибка | почему и как исправить");

    private static readonly Message ForExample = new("For example", "Примеры");

    private static readonly (string Hundred, Message Title)[] Hundreds =
    [
        ("01", new("Front matter and YAML", "Шапка и YAML")),
        ("02", new("Settings and words", "Настройки и слова темы")),
        ("03", new("Markdown", "Текст (Markdown)")),
        ("04", new("Links and files", "Ссылки и файлы")),
        ("05", new("The plan of the site", "Адреса и состав сайта")),
        ("06", new("Templates", "Шаблоны")),
        ("07", new("The output folder", "Папка готового сайта")),
        ("08", new("What only `check` looks for", "Что ищет только `check`")),
    ];

    public static string Path(MessageLanguage language) =>
        language == MessageLanguage.Russian ? "docs/diagnostics.ru.md" : "docs/diagnostics.md";

    public static string Make(MessageLanguage language)
    {
        var told = BrokenSite.ExpectedLines(language);
        var text = new StringBuilder(new Message(EnglishOpening, RussianOpening).In(language).ReplaceLineEndings("\n"));
        foreach (var (hundred, title) in Hundreds)
        {
            var rules = Catalogue.All.Where(rule => rule.Id.StartsWith("AD" + hundred, StringComparison.Ordinal))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
            text.Append(
                CultureInfo.InvariantCulture,
                $"\n## AD{hundred}: {title.In(language)}\n\n{(hundred == "08" ? Switches.In(language) : "")}| {Head.In(language)} "
                + $"|\n|---|---|---|---|\n");
            foreach (var rule in rules)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"| {rule.Id} | {rule.Severity.ToString().ToLowerInvariant()} | "
                    + $"{(rule.Name is { } name ? $"`{name}`: " : "")}{Cell(rule.Named.In(language))} | "
                    + $"{Cell(rule.Explained.In(language))} |\n");
            }

            Examples(text, ForExample.In(language), [.. rules.Select(rule => Example(told[rule.Id])).OfType<string>()]);
        }

        return text.ToString();
    }

    private static void Examples(StringBuilder text, string heading, List<string> examples)
    {
        if (examples.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{heading}:\n\n```text\n").AppendJoin('\n', examples).Append("\n```\n");
        }
    }

    /// <summary>The ids that are under no heading.</summary>
    public static IEnumerable<string> Homeless() =>
        Catalogue.All.Select(rule => rule.Id)
            .Where(id => !Hundreds.Any(hundred => id.StartsWith("AD" + hundred.Hundred, StringComparison.Ordinal)));

    /// <summary>The shortest of the real lines: the one with the least beside its mistake.</summary>
    private static string? Example(IEnumerable<string> lines) =>
        lines.OrderBy(line => line.Length).ThenBy(line => line, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Text as a cell of a table: outside code, an underscore or star would be emphasis and a bracket HTML.</summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder();
        var code = false;
        foreach (var c in text)
        {
            code ^= c == '`';
            cell.Append(c switch
            {
                '|' => "\\|",
                '*' or '_' or '<' or '[' when !code => "\\" + c,
                _ => c.ToString(),
            });
        }

        return cell.ToString();
    }
}
