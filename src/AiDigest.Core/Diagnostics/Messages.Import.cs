using System.Globalization;

namespace AiDigest.Core.Diagnostics;

/// <summary>New entries and imports. What was lost is a noun with its article in English, as in <c>lost: the picture a.png</c>.</summary>
public static partial class Messages
{
    public static Message NotBibtex(string file) => new($"{file} is no BibTeX: it has no entry", $"{file} — не BibTeX: в нём нет записей");

    public static Message NotRis(string file) => new($"{file} is no RIS: it has no record", $"{file} — не RIS: в нём нет записей");

    public static Message NotAFeed(string file) => new($"{file} is no feed: it has no XML", $"{file} — не лента: в нём нет XML");

    public static Message NotAFeedRoot(string file, string root) => new(
        $"{file} is no feed: its root element is <{root}>, not <feed>, <rss> or <rdf:RDF>",
        $"{file} — не лента: корневой элемент — <{root}>, а не <feed>, <rss> или <rdf:RDF>");

    public static Message NotAJsonFeed(string file) => new(
        $"{file} is no JSON Feed: it has no list of items", $"{file} — не JSON Feed: в нём нет списка items");

    public static Message NoPapersInJson(string file) => new(
        $"{file} has no papers: neither a list, nor a list under a key such as 'papers', nor an object with a title",
        $"в {file} нет статей: ни списка, ни списка внутри ключа вроде «papers», ни объекта с title");

    public static Message NotJsonLines(string file) => new(
        $"{file} is no JSON lines: no line of it is JSON", $"{file} — не JSON Lines: ни одна строка не JSON");

    public static Message FileIsEmpty(string file) => new($"{file} is empty", $"файл {file} пустой");

    public static Message UnknownFormat(string file, string formats) => new(
        $"{file} is of no known format ({formats}); name it with --from",
        $"формат файла {file} определить не удалось; укажите его через --from ({formats})");

    public static Message FolderHoldsPosts(string path) => new(
        $"'{path}' is a folder; a folder holds posts", $"«{path}» — папка, а из папки читаются только посты");

    /// <param name="reason">What the parser says, in English.</param>
    public static Message XmlUnreadable(string place, string reason) => new(
        $"{place}: the XML cannot be read: {reason}", $"{place}: XML не читается: {reason}");

    public static Message XmlTooDeep(string place, int most) => new(
        $"{place}: the XML is nested deeper than {English(most, "level", "levels")}",
        $"{place}: вложенность XML больше {Russian(most, "уровня", "уровней", "уровней")}");

    /// <inheritdoc cref="XmlUnreadable"/>
    public static Message JsonUnreadable(string place, string reason) => new(
        $"{place}: the JSON cannot be read: {reason}", $"{place}: JSON не читается: {OutsideTexts.OfJson(reason)}");

    public static Message UnknownEncoding(string file, string encoding) => new(
        $"{file}: the encoding '{encoding}' is not known; use its IANA name, such as windows-1251",
        $"{file}: неизвестная кодировка «{encoding}»; нужно её имя IANA, например windows-1251");

    public static Message NotUtf8(string place, byte value, int offset) => new(
        $"{place}: byte 0x{value:X2} at offset {N(offset)} is not UTF-8; name the encoding with --encoding (for example windows-1251), or "
        + "save the file as UTF-8",
        $"{place}: байт 0x{value:X2} (смещение {N(offset)}) — не UTF-8; укажите кодировку через --encoding (например, windows-1251) или "
        + "сохраните файл в UTF-8");

    public static Message AtFile(string file, Message problem) => new($"{file}: {problem.English}", $"{file}: {problem.Russian}");

    public static Message TagsMapValue(string file, string key) => new(
        $"{file}: '{key}' must be a tag or a list of tags", $"{file}: для «{key}» нужен тег или список тегов");

    public static Message EntryWithoutTitle { get; } = new("the entry has no title", "у записи нет заголовка");

    public static Message RecordWithoutTitle { get; } = new("the record has no title", "у записи нет заголовка");

    public static Message ItemWithoutTitle { get; } = new("the item has no title", "у элемента ленты нет заголовка");

    public static Message PaperWithoutTitle { get; } = new("the paper has no title", "у статьи нет названия");

    public static Message PostWithoutTitle { get; } = new("the post has no title", "у поста нет заголовка");

    public static Message TitleWithoutText { get; } = new("the title has no text", "в заголовке нет текста");

    public static Message RecordWithoutEnd { get; } = new("the record has no end (ER)", "у записи нет конца (ER)");

    public static Message EntryWithoutEnd { get; } = new("the entry has no end", "у записи нет конца");

    public static Message EntryUnreadableAt(string text) => new($"the entry cannot be read at '{text}'", $"запись не читается: «{text}»");

    public static Message ValueWithoutEnd { get; } = new("a value has no end", "у значения нет конца");

    public static Message ValueMissing { get; } = new("a value is missing", "не хватает значения");

    public static Message ValueTooLong(int most) => new(
        $"a value is longer than {English(most, "character", "characters")}",
            $"значение длиннее {Russian(most, "знака", "знаков", "знаков")}");

    public static Message ExpandsTooFar(int millions) => new(
        $"the @string names of the file expand to more than {English(millions, "million characters", "million characters")}",
        $"имена @string разворачиваются больше чем в {Russian(millions, "миллион", "миллиона", "миллионов")} знаков");

    public static Message HtmlTooLong(int most) => new(
        $"its HTML is longer than {English(most, "character", "characters")}", $"HTML длиннее {Russian(most, "знака", "знаков", "знаков")}");

    public static Message HtmlTooDeep(int most) => new(
        $"its HTML is nested deeper than {English(most, "level", "levels")}",
        $"вложенность HTML больше {Russian(most, "уровня", "уровней", "уровней")}");

    public static Message HoldsWhatOthersShare { get; } = new("it holds what other entries share", "здесь общее для других записей");

    public static Message ItemIsNoObject { get; } = new("an item is an object with keys", "элемент ленты должен быть объектом с ключами");

    public static Message PaperIsNoObject { get; } = new("a paper is an object with keys", "статья должна быть объектом с ключами");

    public static Message HalfASurrogate { get; } = new(
        "a name in it is no text: it holds half a surrogate pair", "имя ключа — не текст: в нём половина суррогатной пары");

    /// <inheritdoc cref="XmlUnreadable"/>
    public static Message LineIsNoJson(string reason) => new($"the line is no JSON: {reason}", $"строка — не JSON: {OutsideTexts.OfJson(reason)}");

    public static Message ArxivAnswers(string? answer) => new($"arXiv answers: {answer}", $"ответ arXiv: {answer}");

    public static Message ArxivKnowsNoPaper { get; } = new("arXiv knows no such paper", "на arXiv нет такой статьи");

    public static Message ArxivIsLate { get; } = new("arXiv did not answer in time", "arXiv не ответил вовремя");

    /// <param name="reason">What the system or the parser says.</param>
    public static Message ArxivNotAsked(Message reason) => new(
        $"arXiv could not be asked: {reason.English}", $"не удалось спросить arXiv: {reason.Russian}");

    public static Message ArxivToldAlready(string id, string path) => new(
        $"arXiv {id} is told already at {path}; nothing was written", $"запись о статье arXiv {id} уже есть: {path}; файл не создан");

    public static Message NameTaken(string slug, string free) => new(
        $"an entry has the name '{slug}' already; nothing was written. Free is: --slug {free}",
        $"запись с именем «{slug}» уже есть; файл не создан. Свободно: --slug {free}");

    public static Message SamePaperAt(string path) => new($"the same paper is at {path}", $"эта статья уже есть: {path}");

    public static Message NoTextToImport { get; } = new(
        "it has no text to be a summary; --stubs makes a draft of it, with its facts filled in",
        "нет текста для пересказа; с --stubs получится черновик с заполненной шапкой");

    public static Message NoTextADraft { get; } = new("it has no text: a draft", "текста нет: черновик");

    public static Message PostWithoutFrontMatter { get; } = new("the post has no front matter", "у поста нет шапки");

    public static Message PostFrontMatterWithoutEnd { get; } = new("the front matter has no end", "шапка не закрыта");

    /// <inheritdoc cref="XmlUnreadable"/>
    public static Message JsonFrontMatter(string reason) => new(
        $"the JSON front matter cannot be read: {reason}", $"шапка в JSON не читается: {OutsideTexts.OfJson(reason)}");

    /// <inheritdoc cref="XmlUnreadable"/>
    public static Message TomlUnreadable(string reason) => new($"the TOML cannot be read: {reason}", $"TOML не читается: {reason}");

    public static Message DatedByFile(DateOnly day) => new(
        $"it has no date; dated {D(day)} by the file's name", $"даты нет; взята из имени файла: {D(day)}");

    public static Message DatedLikeThePaper(DateOnly day) => new(
        $"it has no date; dated {D(day)} like the paper", $"своей даты нет; взята дата статьи: {D(day)}");

    public static Message DatedByArxiv(DateOnly day) => new(
        $"it has no date; dated {D(day)} by the month of its arXiv id", $"даты нет; взята по месяцу из номера arXiv: {D(day)}");

    public static Message DatedByYear(DateOnly day) => new(
        $"only the year is given; dated {D(day)}", $"указан только год; дата записи — {D(day)}");

    public static Message DatedByMonth(DateOnly day) => new($"no day is given; dated {D(day)}", $"день не указан; дата записи — {D(day)}");

    public static Message UsesALongString { get; } = new("it uses a @string that is too long", "здесь используется слишком длинное @string");

    public static Message StringTooLong(string name, int most) => new(
        $"the value of @string '{name}' is longer than {English(most, "character", "characters")}",
        $"значение @string «{name}» длиннее {Russian(most, "знака", "знаков", "знаков")}");

    public static Message DraftOfToday(DateOnly day) => new(
        $"it has no date: a draft of {D(day)}; --date gives one", $"даты нет: черновик от {D(day)}; дату задаёт --date");

    public static Message WaitsFor(DateOnly day) => new(
        $"it waits for {D(day)}, which is its date now", $"выйдет {D(day)}, теперь это дата записи");

    public static Message TimeEnded(DateOnly day) => new($"its time ended on {D(day)}: a draft", $"срок закончился {D(day)}: черновик");

    public static Message OnlyTheYear(int year) => new(
        $"only the year {N(year)} is given; the month is that of the arXiv id", $"указан только год {N(year)}; месяц взят из номера arXiv");

    public static Message AuthorsAndOthers { get; } = new(
        "the list of authors ends in 'and others'", "список авторов неполный: он кончается на «and others»");

    public static Message AndMore(int count) => new($"and {N(count)} more", $"и ещё {N(count)}");

    /// <param name="key">The key of the list in front matter: tags, authors, aliases or code.</param>
    public static Message LostItems(string key, int count, int most, string items) => new(
        $"{N(count)} {(key == "code" ? "addresses of code" : key)}, since an entry has at most {N(most)}: {items}",
        $"лишнее в {(key == "code" ? "code (адреса кода)" : key)} — {N(count)}, у записи бывает не больше {N(most)}: {items}");

    public static Message LostDate(string text) => new($"the date '{text}', which cannot be read", $"дата «{text}»: она не читается");

    /// <param name="part">The date as it is written.</param>
    public static Message LostPartOfDate(string part) => new(
        $"a part of the date '{part}', which cannot be read", $"часть даты «{part}»: она не читается");

    public static Message LostContentElsewhere(string address) => new(
        $"the content, which is at {address}", $"содержание: оно лежит по адресу {address}");

    public static Message LostStringName(string name) => new(
        $"what '{name}' stands for: the file has no such @string", $"значение имени «{name}»: в файле нет такого @string");

    public static Message LostTagOfAddress(string tag, string slug, string other) => new(
        $"the tag '{tag}': its address /tags/{slug}/ belongs to the tag '{other}'; give it a `slug` in content/tags.yaml, then add it",
        $"тег «{tag}»: его адрес /tags/{slug}/ занят тегом «{other}»; дайте тегу свой `slug` в content/tags.yaml и допишите его в запись");

    public static Message LostTagOfReservedAddress(string tag, string slug) => new(
        $"the tag '{tag}': the site needs its address /tags/{slug}/; give it a `slug` in content/tags.yaml, then add it",
        $"тег «{tag}»: адрес /tags/{slug}/ нужен самому сайту; дайте тегу свой `slug` в content/tags.yaml и допишите его в запись");

    public static Message LostTime(string text) => new(
        $"the time of the day in '{text}', which has no offset", $"время в «{text}»: у него нет смещения");

    public static Message LostAddress(string text) => new(
        $"the address '{text}', which is none of the web", $"адрес «{text}»: это не веб-адрес");

    public static Message LostAddressOfLink(string text) => new($"the address '{text}' of a link", $"адрес ссылки «{text}»");

    public static Message LostArxiv(string id) =>
        new($"the arXiv id '{id}', which is malformed", $"номер arXiv «{id}»: он записан неправильно");

    public static Message LostDoi(string doi) => new($"the DOI '{doi}', which is malformed", $"DOI «{doi}»: он записан неправильно");

    public static Message LostCrossReference(string key) => new(
        $"what '{key}' has, to which the entry refers: the file has no such entry", $"то, что записано в «{key}»: такой записи в файле нет");

    public static Message LostPicture(string path) => new($"the picture '{path}'", $"картинка «{path}»");

    public static Message LostPictureOfItem(string path) => new($"the picture {path} of the item", $"картинка {path} у элемента ленты");

    public static Message LostPictureOfFrontMatter(string path) => new(
        $"the picture '{path}' of the front matter", $"картинка «{path}» из шапки");

    public static Message PictureIsALink(string address) => new(
        $"the picture {address}, which is a link now", $"картинка {address}: теперь это ссылка");

    public static Message PictureNotThere(string path) => new(
        $"the picture '{path}', which is not with the posts or of another format than png, jpg, webp, avif or gif",
        $"картинка «{path}»: её нет среди постов, или это не png, jpg, webp, avif и не gif");

    public static Message LostTexCommand(string text) => new(text, $"команда {text}");

    public static Message LostUnknownTex(string name, bool stays) => new(
        $"the command \\{name}{(stays ? ", which stays as text" : "")}", $"команда \\{name}{(stays ? ": она осталась текстом" : "")}");

    public static Message LostElement(string name) => new($"a <{name}>", $"элемент <{name}>");

    public static Message ElementIsALink(string name, string address) => new(
        $"the <{name}> of {address}, which is a link now", $"элемент <{name}> с адресом {address}: теперь это ссылка");

    public static Message FormulaWithoutTex { get; } = new(
        "a formula without its TeX, of which only the letters are there", "формула без исходного TeX: остались только буквы");

    public static Message LostLink(string address) => new(
        $"the link to '{address}', of which the words are there", $"ссылка на «{address}»: остались только слова");

    public static Message LostMergedCells { get; } = new("merged cells of a table", "объединённые ячейки таблицы");

    public static Message LostBlocksOfCell { get; } = new(
        "lists, code or paragraphs inside a cell of a table, which are one line now",
        "списки, код и абзацы внутри ячейки таблицы: теперь это одна строка");

    public static Message LostLiquid(string tag) => new($"the Liquid {tag}", $"Liquid {tag}");

    public static Message LostLinkToPost(string post) => new(
        $"the link to the post '{post}', which was not imported", $"ссылка на пост «{post}»: он не импортирован");

    public static Message LostComment(string comment) => new($"the comment {comment}", $"комментарий {comment}");

    public static Message LostHtmlBlock(Message reason) => new(
        $"a block of HTML: {reason.English}", $"кусок HTML: {reason.Russian}");

    public static Message LostTag(string tag) => new($"the tag {tag}, whose text is there", $"тег HTML {tag}: текст остался");

    public static Message LostPermalink(string template) => new($"the permalink {template}", $"шаблон адреса {template}");

    public static Message LostOldAddress(string address, Message problem) => new(
        $"the old address {address}, which {problem.English}", $"старый адрес {address}: {problem.Russian}");

    public static Message OldAddressOfAnotherPost(string address) => new(
        $"the old address {address}, which leads to another post", $"старый адрес {address}: он ведёт к другому посту");

    public static Message LostFiles(int most) => new(
        $"files beyond the first {N(most)} of the post", $"файлы поста сверх первых {N(most)}");

    public static Message ShortcodeIsALink(string name, string id) => new(
        $"the {name} '{id}', which is a link now", $"{name} «{id}»: теперь это ссылка");

    public static Message LostShortcode(string tag) => new($"the shortcode {tag}", $"шорткод {tag}");

    public static Message LostPlaceOfLink(string place, string address) => new(
        $"the place '{place}' in the link to '{address}'", $"место «{place}» в ссылке на «{address}»");

    public static Message LostHeadingAttributes(string attributes) => new(
        $"the attributes {attributes} of a heading", $"атрибуты заголовка {attributes}");

    public static Message LostAttributes(string attributes) => new($"the attributes {attributes}", $"атрибуты {attributes}");

    private static string D(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
