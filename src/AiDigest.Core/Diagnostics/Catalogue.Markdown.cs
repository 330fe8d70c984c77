namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule ControlCharacter = Warning(
        "AD0301", new("control character", "управляющий знак"),
        new("Control characters, marks that turn the direction of text, and noncharacters come from copying out of PDF files; they "
            + "are removed. Delete them in the source. One line gives one warning.",
            "Управляющие знаки, знаки смены направления письма и «незнаки» Юникода появляются при копировании из PDF; на сайт они не "
            + "попадают. Удалите их из файла. На строку — одно предупреждение."));

    public static readonly Rule NestedTooDeeply = Error(
        "AD0302", new("nested deeper than the limits", "вложенность больше допустимой"),
        new("Quotes, lists, brackets or emphasis are nested deeper than `limits` allows, or marks are repeated by the thousand, which "
            + "costs the parser as much. Divide such a text, or put it into a fence.",
            "Цитаты, списки, скобки или выделения вложены глубже, чем разрешает `limits`, либо знаки повторяются тысячами. Разбейте "
            + "текст или сделайте его блоком кода."));

    public static readonly Rule ActiveAddress = Warning(
        "AD0303", new("address of a scheme that does not lead to a page", "ссылка ведёт не на страницу"),
        new("Links lead into the site or to `http:`, `https:` and `mailto:` addresses. Any other scheme, such as `javascript:` or "
            + "`data:`, may act on the reader's machine: the link is dropped and its text kept.",
            "Ссылки ведут внутрь сайта или на адреса `http:`, `https:` и `mailto:`. Другие схемы, например `javascript:` и `data:`, "
            + "могут навредить читателю: ссылка убирается, её текст остаётся."));

    public static readonly Rule UnknownLanguage = Warning(
        "AD0304", new("unknown language of a fence", "неизвестный язык блока кода"),
        new("The first word after an opening fence names the language of the code. Correct it, or write `text` if there is none.",
            "Первое слово после открывающих знаков — язык кода. Исправьте его или напишите `text`, если языка нет."));

    public static readonly Rule TexDoesNotParse = Warning(
        "AD0305", new("TeX that does not parse", "ошибка в формуле TeX"),
        new("Text between dollars is TeX, which the build turns into MathML. This formula has a command that is "
            + "unknown or has no place on a page, a group that is not closed, or is too long or nested too deeply; its source is shown "
            + "as it is. A dollar that opens no formula is written `\\$`.",
            "Текст между знаками доллара — формула TeX, при сборке она становится MathML. В этой формуле неизвестная или недопустимая "
            + "команда, незакрытая группа, либо она слишком длинная или слишком глубоко вложена; на странице останется её исходный текст. "
            + "Если доллар — просто доллар, пишите `\\$`."));

    public static readonly Rule BodyTooLarge = Error(
        "AD0360", new("a body that becomes too much HTML", "из текста получается слишком много HTML"),
        new("References to a long address or footnote can make a short text very long. Shorten what is repeated, or raise `limits: "
            + "body_size` of site.yaml.",
            "Короткий текст становится огромным, если много раз ссылаться на длинный адрес или сноску. Сократите повторы или поднимите "
            + "`limits: body_size` в site.yaml."));

    public static readonly Rule TooManyFormulas = Error(
        "AD0361", new("too many formulas in one body", "слишком много формул в одном тексте"),
        new("Each different formula takes some milliseconds of a build. Divide the entry, or raise `limits: formulas` of site.yaml.",
            "На каждую новую формулу уходят миллисекунды сборки. Разделите запись или поднимите `limits: formulas` в site.yaml."));

    public static readonly Rule FenceNotClosed = Warning(
        "AD0370", new("a fence that is never closed", "блок кода не закрыт"),
        new("A fence ends at a line of at least as many of its signs. Without one, the rest of the text is shown as code. Add the line "
            + "where the code ends.",
            "Блок кода закрывает строка из стольких же (или больше) знаков, что и открывает. Без неё кодом станет весь остаток текста. "
            + "Добавьте её там, где код кончается."));

    public static readonly Rule RawHtml = Warning(
        "AD0371", new("raw HTML", "HTML в тексте"),
        new("HTML and its comments are shown as text. Write Markdown: `**bold**`, `[text](address)`, tables with `|`; formulas such as "
            + "`$H_2O$` for indices. Put a sign that is meant as text between backticks.",
            "HTML и его комментарии видны читателю как обычный текст. Пишите на Markdown: `**жирный**`, `[текст](адрес)`, таблицы из "
            + "`|`; для индексов — формулы вроде `$H_2O$`. Если нужен сам знак, возьмите его в обратные апострофы."));

    public static readonly Rule UnusedNote = Warning(
        "AD0372", new("a footnote that no text refers to", "сноска, на которую никто не ссылается"),
        new("A footnote is shown only if `[^name]` refers to it. Add the reference, or make the footnote a part of the text.",
            "Сноска видна, только если на неё ссылается `[^имя]`. Поставьте ссылку или сделайте сноску частью текста."));

    public static readonly Rule EmptyNote = Warning(
        "AD0373", new("a footnote without text", "сноска без текста"),
        new("Write the text of a footnote after `[^name]:`, and further blocks of it below, indented by four spaces.",
            "Текст сноски пишут после `[^имя]:`, а следующие её абзацы — ниже, с отступом в четыре пробела."));

    public static readonly Rule MissingNote = Warning(
        "AD0374", new("a reference to a footnote that is not there", "ссылка на сноску, которой нет"),
        new("`[^name]` refers to a footnote that begins with `[^name]:`. Without it the reference is shown as it is written. Write "
            + "brackets that are meant as text as `\\[^name]`.",
            "`[^имя]` ссылается на сноску, которая начинается с `[^имя]:`. Без неё ссылка видна как есть. Если нужны сами скобки, пишите "
            + "`\\[^имя]`."));

    public static readonly Rule HeadingWithoutSpace = Warning(
        "AD0375", new("a heading without its space", "заголовок без пробела"),
        new("A heading has a space after its `#` signs. Without it the line is shown as text. Write a hashtag that begins a line as "
            + "`\\#tag`.",
            "В заголовке после знаков `#` нужен пробел, иначе строка останется обычным текстом. Хештег в начале строки пишите так: "
            + "`\\#тег`."));

    public static readonly Rule EmphasisNotClosed = Warning(
        "AD0376", new("emphasis that is never closed", "выделение не закрыто"),
        new("`**`, `__` and `~~` come in pairs within a paragraph, each next to the words it marks. Put a backslash before a sign that is "
            + "meant as text, or put it between backticks.",
            "Знаки `**`, `__` и `~~` ставят парами в пределах абзаца, вплотную к словам. Если нужен сам знак, поставьте перед ним "
            + "обратную косую черту или возьмите его в обратные апострофы."));

    public static readonly Rule UnusedDefinition = Warning(
        "AD0377", new("a link definition that nothing uses", "определение ссылки, которое никто не использует"),
        new("A line such as `[name]: address` defines an address for `[text][name]` and is not shown itself. Use it or delete it; `\\[` "
            + "is a bracket of the text.",
            "Строка вида `[имя]: адрес` задаёт адрес для `[текст][имя]`, а сама не видна. Используйте её или удалите; обычная скобка "
            + "пишется `\\[`."));

    public static readonly Rule CodeNotClosed = Warning(
        "AD0378", new("code that is never closed", "код не закрыт"),
        new("Backticks come in pairs within a paragraph. Close the code, or put a backslash before a backtick that is meant as text.",
            "Обратные апострофы ставят парами в пределах абзаца. Закройте код, а если нужен сам апостроф, поставьте перед ним обратную "
            + "косую черту."));

    public static readonly Rule LinkNotClosed = Warning(
        "AD0379", new("a link that is none", "ссылка, которая не получилась"),
        new("A link is `[text](address)`: with its last bracket, and without spaces in the address, or with the address in angle brackets: "
            + "`[text](<my file.csv>)`. Write brackets that are meant as text as `\\[`.",
            "Ссылка выглядит так: `[текст](адрес)` — с последней скобкой и без пробелов в адресе. Адрес с пробелами берут в угловые скобки: "
            + "`[текст](<мой файл.csv>)`. Если нужны сами скобки, пишите `\\[`."));

    public static readonly Rule BrokenTable = Warning(
        "AD0380", new("lines with bars that are no table", "строки с чертами, а таблицы нет"),
        new("The second line of a table parts its head from its body: `| --- | --- |`, with as many cells as the first line. Without it "
            + "the lines are shown as text.",
            "Вторая строка таблицы отделяет шапку: `| --- | --- |`, и ячеек в ней столько же, сколько в первой. Без неё строки останутся "
            + "обычным текстом."));

    public static readonly Rule CellsWithoutColumn = Warning(
        "AD0381", new("cells that a table does not show", "ячейки, которых в таблице не видно"),
        new("A row shows as many cells as the head of its table has, as on GitHub; the rest is dropped. Add columns to the first two lines. "
            + "A bar within a cell is written `\\|`, in code and formulas too.",
            "В строке видно столько ячеек, сколько в шапке таблицы (так и на GitHub), остальные пропадают. Добавьте столбцы в первые две "
            + "строки. Черту внутри ячейки пишут `\\|`, в коде и формулах тоже."));

    private static Rule[] Markdown =>
    [
        ControlCharacter, NestedTooDeeply, ActiveAddress, UnknownLanguage, TexDoesNotParse,
        BodyTooLarge, TooManyFormulas,
        FenceNotClosed, RawHtml, UnusedNote, EmptyNote, MissingNote, HeadingWithoutSpace, EmphasisNotClosed, UnusedDefinition,
        CodeNotClosed, LinkNotClosed, BrokenTable, CellsWithoutColumn,
    ];
}
