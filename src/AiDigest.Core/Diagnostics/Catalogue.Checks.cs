namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule SamePaper = Check(
        "AD0801", Severity.Warning, "same-paper", new("one paper twice", "одна статья дважды"),
        new("Two entries have one arXiv id (whatever the version) or one DOI. Keep one of them, and put what has changed under "
            + "`corrections` or `updated`.",
            "У двух записей один номер arXiv (версия не важна) или один DOI. Оставьте одну, а изменения запишите в `corrections` или "
            + "`updated`."));

    public static readonly Rule SimilarTitle = Check(
        "AD0802", Severity.Warning, "similar-title", new("two nearly equal titles", "почти одинаковые заголовки"),
        new("Titles that differ in case, punctuation or a letter mostly belong to one paper.",
            "Заголовки различаются регистром, знаками препинания или одной буквой: скорее всего, это одна и та же статья."));

    public static readonly Rule DateBeforeArxiv = Check(
        "AD0803", Severity.Warning, "date-before-arxiv", new("an entry older than its paper", "запись старше самой статьи"),
        new("The first four digits of an arXiv id are its year and month; no summary can be older. Correct the `date` or the id.",
            "Первые четыре цифры номера arXiv — год и месяц; запись не может быть старше. Исправьте `date` или номер."));

    public static readonly Rule MissingAlt = Check(
        "AD0804", Severity.Warning, "missing-alt", new("a picture without a description", "картинка без описания"),
        new("Screen readers read the description of a picture aloud: `![what it shows](file.png)`, and `image_alt` for `image`.",
            "Тем, кто не видит картинку, программа читает её описание: `![что на ней](file.png)`, а для `image` — `image_alt`."));

    public static readonly Rule SimilarTags = Check(
        "AD0805", Severity.Warning, "similar-tags", new("two nearly equal tags", "почти одинаковые теги"),
        new("A typing slip or a plural makes a separate tag. Use one spelling, or make the other an alias in `content/tags.yaml`.",
            "Из-за опечатки или множественного числа получается отдельный тег. Выберите одно написание, а другое запишите в `aliases` "
            + "тега в `content/tags.yaml`."));

    public static readonly Rule TagUsedOnce = Check(
        "AD0806", Severity.Hint, "tag-used-once", new("a tag with one entry", "тег с одной записью"),
        new("A page of one entry gathers nothing. Use a tag that other entries have, or register this one in `content/tags.yaml`.",
            "Подборка из одной записи ничего не собирает. Возьмите тег, который есть у других записей, или опишите этот в "
            + "`content/tags.yaml`."));

    public static readonly Rule LongTitle = Check(
        "AD0807", Severity.Warning, "long-title", new("an overlong title", "слишком длинный заголовок"),
        new("Search engines and previews cut a title after 120 characters. Put the rest in the text.",
            "Поисковики и предпросмотр ссылок обрезают заголовок после 120 знаков. Остальное скажите в тексте."));

    public static readonly Rule LongLead = Check(
        "AD0808", Severity.Warning, "long-lead", new("an overlong lead", "слишком длинное вступление"),
        new("A lead is a sentence or two for lists and feeds, up to 300 characters.",
            "Вступление (`lead`) — одно-два предложения для списков и лент, до 300 знаков."));

    public static readonly Rule EnglishParagraph = Check(
        "AD0809", Severity.Warning, "english-paragraph",
        new("an English paragraph in a Russian entry", "английский абзац в русской записи"),
        new("A paragraph of English is mostly a leftover of the abstract. Translate it; a quotation belongs behind `>`.",
            "Английский абзац чаще всего остаётся от аннотации. Переведите его; цитату начинайте с `>`."));

    public static readonly Rule ShortSummary = Check(
        "AD0810", Severity.Warning, "short-summary", new("a summary of fewer than three sentences", "пересказ короче трёх предложений"),
        new("Readers want to know what is new, how it works and what was measured; that takes three sentences at least.",
            "Читателю нужно знать, что нового, как это устроено и что показали измерения; меньше трёх предложений на это не хватит."));

    public static readonly Rule TypographySlip = Check(
        "AD0811", Severity.Hint, "typography-slip", new("straight quotes or a hyphen for a dash", "прямые кавычки или дефис вместо тире"),
        new("The build sets quotes and dashes by itself; the source stays as it is.",
            "При сборке кавычки и тире исправятся сами; исходный файл останется как есть."));

    public static readonly Rule UntrimmedText = Check(
        "AD0812", Severity.Hint, "untrimmed-text", new("white space around a text", "лишние пробелы по краям текста"),
        new("White space at the ends of a quoted text is dropped. `check --fix` removes it.",
            "Пробелы по краям текста в кавычках отбрасываются. `check --fix` уберёт их из файла."));

    public static readonly Rule TagSpelling = Check(
        "AD0813", Severity.Hint, "tag-spelling", new("a tag spelled otherwise than in the registry", "тег написан не так, как в tags.yaml"),
        new("It is the same tag all the same. `check --fix` writes it as `content/tags.yaml` does.",
            "Это всё равно один и тот же тег. `check --fix` напишет его так, как в `content/tags.yaml`."));

    public static readonly Rule RepeatedTag = Check(
        "AD0814", Severity.Warning, "repeated-tag", new("a tag twice in one entry", "тег повторяется в одной записи"),
        new("Two spellings of one tag count once. `check --fix` takes the second out of a list in brackets.",
            "Два написания одного тега считаются за один. `check --fix` уберёт второе из списка в скобках."));

    public static readonly Rule DeadAddress = Check(
        "AD0815", Severity.Error, "dead-address", new("a page links to nothing", "ссылка на странице никуда не ведёт"),
        new("A template made an address or a fragment that the site does not have. The message names the first such page.",
            "Шаблон вывел адрес или фрагмент, которого на сайте нет. В сообщении названа первая такая страница."));

    public static readonly Rule NoSource = Check(
        "AD0816", Severity.Hint, "no-source", new("an entry without its paper", "не указана сама статья"),
        new("The entry has none of `arxiv`, `doi`, `url` and `pdf`, so readers cannot find the paper.",
            "В записи нет ни `arxiv`, ни `doi`, ни `url`, ни `pdf`, и читатель не найдёт саму статью."));

    public static readonly Rule LinkGone = Check(
        "AD0821", Severity.Warning, "link-gone", new("a remote page that is gone", "страница по ссылке удалена"),
        new("The server answers that nothing is there (404 or 410). Find the new address, or take the link out.",
            "Сервер ответил, что такой страницы нет (404 или 410). Найдите новый адрес или уберите ссылку."));

    public static readonly Rule LinkUnreachable = Check(
        "AD0822", Severity.Hint, "link-unreachable", new("a remote page that did not answer", "страница по ссылке не ответила"),
        new("The server failed, refused or did not answer in time, which says little about the page. Ask again later.",
            "Сервер дал сбой, отказал или не ответил вовремя; о самой странице это говорит мало. Проверьте позже."));

    public static readonly Rule LinkMoved = Check(
        "AD0823", Severity.Hint, "link-moved", new("a remote page that has moved for good", "страница переехала насовсем"),
        new("The server says that the page has a new address for good (301 or 308). Write that one.",
            "Сервер сообщает постоянный новый адрес (301 или 308). Напишите его."));

    public static readonly Rule ForeignMarkup = Check(
        "AD0880", Severity.Warning, "foreign-markup", new("markup of another generator", "разметка другого генератора"),
        new("Shortcodes of Hugo, Liquid of Jekyll and attribute lists of kramdown mean nothing here: readers see their letters. "
            + "Replace them, or put them in backticks if they are what you write about.",
            "Шорткоды Hugo, Liquid из Jekyll и списки атрибутов kramdown здесь ничего не значат: читатель увидит их буквами. Замените "
            + "их или возьмите в обратные апострофы, если пишете о них самих."));

    public static readonly Rule ActiveStatic = Check(
        "AD0830", Severity.Warning, "active-static", new("a file in static/ that acts by itself", "файл в static/, который действует сам"),
        new("Files of `content/static/` are published as they are. HTML, SVG and scripts run on the address of the site; `CNAME` gives the "
            + "site another name. Anybody can propose such a file, so the owner lists those that are meant: `static: [CNAME, old/]` in "
            + "site.yaml.",
            "Файлы из `content/static/` публикуются как есть. HTML, SVG и скрипты выполняются по адресу сайта, а `CNAME` меняет его имя. "
            + "Предложить такой файл может кто угодно, поэтому владелец перечисляет нужные в site.yaml: `static: [CNAME, old/]`."));

    /// <summary>The rules of <c>check</c>, which the owner may switch off or weigh otherwise.</summary>
    public static IReadOnlyList<Rule> Checks { get; } =
    [
        SamePaper, SimilarTitle, DateBeforeArxiv, MissingAlt, SimilarTags, TagUsedOnce, LongTitle, LongLead, EnglishParagraph, ShortSummary,
        TypographySlip, UntrimmedText, TagSpelling, RepeatedTag, DeadAddress, NoSource, LinkGone, LinkUnreachable, LinkMoved,
        ActiveStatic, ForeignMarkup,
    ];

    private static Rule Check(string id, Severity severity, string name, Message title, Message explanation) =>
        new(id, severity, title, explanation, name);
}
