namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule Unreadable = Error(
        "AD0101", new("the file is not UTF-8 text", "файл не в кодировке UTF-8"),
        new("Sources are UTF-8. Save the file again in this encoding.",
            "Все файлы сайта хранятся в UTF-8. Сохраните файл в этой кодировке."));

    public static readonly Rule NoFrontMatter = Error(
        "AD0102", new("no front matter", "нет шапки"),
        new("An entry begins with a line of three hyphens, YAML keys, and a second line of three hyphens.",
            "Запись начинается с шапки: строка из трёх дефисов, ключи YAML и ещё одна строка из трёх дефисов."));

    public static readonly Rule UnknownKey = Error(
        "AD0103", new("unknown key", "неизвестный ключ"),
        new("Only the keys of the format are known; the nearest one is named. Free keys belong under `extra`.",
            "Такого ключа в формате нет; в сообщении назван самый похожий. Свои ключи пишите внутри `extra`."));

    public static readonly Rule FrontMatterNotClosed = Error(
        "AD0104", new("front matter without its end", "шапка не закрыта"),
        new("The front matter ends at a line of three hyphens, which is missing. Add it before the text.",
            "Шапка заканчивается строкой из трёх дефисов, а её нет. Поставьте её перед текстом."));

    public static readonly Rule NoKeys = Error(
        "AD0105", new("no keys", "нет ни одного ключа"),
        new("The file or its front matter has no keys. An entry needs at least `title`, `date` and `tags`.",
            "В файле или в его шапке нет ключей. Записи нужны хотя бы `title`, `date` и `tags`."));

    public static readonly Rule NotAMapping = Error(
        "AD0106", new("not a mapping of keys", "вместо ключей — текст или список"),
        new("The file or its front matter is one text or one list. Write keys, each with a colon and its value.",
            "В файле или в его шапке записан просто текст или список. Нужны ключи: имя, двоеточие, значение."));

    public static readonly Rule FileTooLarge = Error(
        "AD0107", new("the file is too large", "файл слишком большой"),
        new("`limits: file_size` of site.yaml sets the largest size of a source. Split the file or raise the limit.",
            "Наибольший размер файла задаёт `limits: file_size` в site.yaml. Разделите файл или поднимите предел."));

    public static readonly Rule TooDeep = Error(
        "AD0108", new("lists and mappings nested too deep", "слишком глубокая вложенность"),
        new("`limits: nesting` of site.yaml sets how deep YAML may be nested. Flatten the value or raise the limit.",
            "Глубину вложенности YAML задаёт `limits: nesting` в site.yaml. Упростите значение или поднимите предел."));

    public static readonly Rule YamlSyntax = Error(
        "AD0109", new("the YAML cannot be read", "YAML не читается"),
        new("The text breaks the syntax of YAML at this place. Values with punctuation are safe in double quotes.",
            "В этом месте нарушен синтаксис YAML. Значения со знаками препинания надёжнее брать в двойные кавычки."));

    public static readonly Rule UnquotedColon = Error(
        "AD0110", new("a colon in an unquoted text", "двоеточие в тексте без кавычек"),
        new("A colon and a space begin a new value in YAML. Put the whole text in quotes.",
            "Двоеточие с пробелом начинает в YAML новое значение. Возьмите весь текст в кавычки."));

    public static readonly Rule TextCutByHash = Error(
        "AD0111", new("a text cut off at #", "текст обрывается на #"),
        new("A space and `#` begin a comment in YAML, so the rest of the text is lost. Quote the text, or put the comment on "
            + "a separate line.",
            "Пробел и `#` начинают в YAML комментарий, поэтому остаток текста пропадёт. Возьмите текст в кавычки или вынесите "
            + "комментарий на отдельную строку."));

    public static readonly Rule HashInBrackets = Error(
        "AD0112", new("# inside a list in brackets", "# внутри списка в скобках"),
        new("`#` begins a comment in YAML, which swallows the closing bracket. Leave the `#` out (a tag needs none) or quote the item.",
            "`#` начинает в YAML комментарий, и закрывающая скобка пропадает. Уберите `#` (тегу он не нужен) или возьмите элемент "
            + "в кавычки."));

    public static readonly Rule TabIndentation = Error(
        "AD0113", new("a tab as indentation", "отступ табуляцией"),
        new("YAML is indented by spaces only. Replace the tab by spaces.",
            "Отступы в YAML делают только пробелами. Замените табуляцию пробелами."));

    public static readonly Rule ReservedStart = Error(
        "AD0114", new("a text that begins like YAML syntax", "текст начинается со служебного знака YAML"),
        new("Quote the whole text if it begins with a quote, a bracket or one of `` @ ` % * & ! | > ``.",
            "Если текст начинается с кавычки, скобки или одного из знаков `` @ ` % * & ! | > ``, возьмите его в кавычки целиком."));

    public static readonly Rule UnclosedQuote = Error(
        "AD0115", new("a quote that is not closed", "кавычка не закрыта"),
        new("The text begins with a quote and has none at its end. Close it.",
            "В начале текста кавычка есть, в конце — нет. Закройте её."));

    public static readonly Rule MissingSpace = Error(
        "AD0116", new("no space after a colon or hyphen", "нет пробела после двоеточия или дефиса"),
        new("YAML needs a space between the colon and the value, and between the hyphen and the item.",
            "В YAML после двоеточия перед значением и после дефиса перед элементом списка нужен пробел."));

    public static readonly Rule WrongIndentation = Error(
        "AD0117", new("wrong indentation", "неверный отступ"),
        new("Keys of one mapping and items of one list begin in the same column. Align the line with those above it.",
            "Ключи одного уровня и элементы одного списка начинаются в одном столбце. Выровняйте строку по соседним."));

    public static readonly Rule UnclosedBracket = Error(
        "AD0118", new("a bracket that is not closed", "скобка не закрыта"),
        new("A list in brackets ends with `]`, a mapping in braces with `}`. Close it on the same line.",
            "Список в квадратных скобках заканчивается знаком `]`, набор ключей в фигурных — знаком `}`. Закройте скобку на той же "
            + "строке."));

    public static readonly Rule UnknownEscape = Error(
        "AD0119", new("an unknown escape in double quotes", "непонятная обратная косая черта в двойных кавычках"),
        new("In double quotes a backslash begins an escape of YAML. In single quotes it is an ordinary character.",
            "В двойных кавычках обратная косая черта начинает служебную запись YAML. В одинарных это обычный знак."));

    public static readonly Rule AnchorOrAlias = Error(
        "AD0120", new("an anchor or alias of YAML", "якорь или ссылка YAML"),
        new("Anchors (`&name`) and aliases (`*name`) are not part of the format. Write the value out, or quote the text.",
            "Якоря (`&name`) и ссылки на них (`*name`) в формат не входят. Напишите значение целиком или возьмите текст в кавычки."));

    public static readonly Rule YamlTag = Error(
        "AD0121", new("a tag of YAML", "тип YAML"),
        new("Types such as `!name` are not part of the format. Leave the tag out, or quote the text.",
            "Типы вида `!name` в формат не входят. Уберите тип или возьмите текст в кавычки."));

    public static readonly Rule MergeKey = Error(
        "AD0122", new("a merge key of YAML", "слияние ключей YAML"),
        new("`<<` is not part of the format. Write the keys out.", "`<<` в формат не входит. Напишите ключи целиком."));

    public static readonly Rule SeveralDocuments = Error(
        "AD0123", new("several YAML documents", "несколько документов YAML в одном файле"),
        new("A file is one document. Make a file of each; several entries of a day go under `entries`.",
            "В файле может быть только один документ. Разложите их по файлам; несколько записей одного дня пишите внутри `entries`."));

    public static readonly Rule DuplicateKey = Error(
        "AD0124", new("a key that is there twice", "ключ повторяется"),
        new("A mapping has each of its keys once. Keep one of the two.", "Каждый ключ пишут один раз. Оставьте один из двух."));

    public static readonly Rule BadKey = Error(
        "AD0125", new("a key that is no text", "ключ — не слово"),
        new("A key is one plain word. Lists, mappings and blank keys are not part of the format.",
            "Ключ — это одно слово. Списков, наборов ключей и пустых ключей в формате нет."));

    public static readonly Rule MissingKey = Error(
        "AD0126", new("a required key is missing", "нет обязательного ключа"), new("Add the key.", "Добавьте ключ."));

    public static readonly Rule BlankValue = Error(
        "AD0127", new("a blank value", "пустое значение"),
        new("The value may not be blank. Fill it in, or remove the key where it is optional.",
            "Значение не может быть пустым. Заполните его или уберите ключ, если он необязателен."));

    public static readonly Rule NotText = Error(
        "AD0128", new("not a text", "нужен текст"),
        new("The key needs one text, not a list or mapping. If the text only looks like one, quote it.",
            "Здесь нужен один текст, а не список и не набор ключей. Если текст только похож на них, возьмите его в кавычки."));

    public static readonly Rule NotAList = Error(
        "AD0129", new("not a list", "нужен список"),
        new("The key needs a list: items in brackets, or one a line, each after a hyphen.",
            "Здесь нужен список: элементы в квадратных скобках или по одному на строке, каждый после дефиса."));

    public static readonly Rule NotAValueMapping = Error(
        "AD0130", new("not a mapping", "нужны вложенные ключи"),
        new("The key needs keys with values, indented below it.", "Здесь нужны ключи со значениями, с отступом под этим ключом."));

    public static readonly Rule BadFlag = Error(
        "AD0131", new("neither true nor false", "не true и не false"),
        new("A switch is `true` or `false`, in lower case and without quotes.",
            "Переключатель — это `true` или `false`, строчными буквами и без кавычек."));

    public static readonly Rule BadDate = Error(
        "AD0132", new("a malformed date", "неправильная дата"),
        new("A date is `2026-11-14`, or a moment with its offset: `2026-11-14T09:00+03:00`.",
            "Дата пишется так: `2026-11-14`, а момент — со смещением: `2026-11-14T09:00+03:00`."));

    public static readonly Rule BadSlug = Error(
        "AD0133", new("a malformed slug", "неправильный slug"),
        new("A slug has only the letters a to z, digits and hyphens.", "В `slug` могут быть только буквы a–z, цифры и дефисы."));

    public static readonly Rule BadAlias = Error(
        "AD0134", new("a malformed alias", "неправильный старый адрес"),
        new("An alias is an old path in the site that ends in `/` or `.html`, without scheme, query, fragment, `..` or `//`.",
            "Старый адрес — это путь на сайте, который заканчивается на `/` или `.html`, без схемы, запроса, фрагмента, `..` и `//`."));

    public static readonly Rule BadImage = Error(
        "AD0135", new("an image that is no relative path", "картинка указана не относительным путём"),
        new("The image is a file beside the entry, named by its relative path.",
            "Картинка — это файл рядом с записью; к нему пишут относительный путь."));

    public static readonly Rule BadAddress = Error(
        "AD0136", new("a malformed address", "неправильный адрес"),
        new("An address begins with `https://` or `http://` and a host, and has no spaces.",
            "Адрес начинается с `https://` или `http://` и имени сервера; пробелов в нём нет."));

    public static readonly Rule BadArxiv = Error(
        "AD0137", new("a malformed arXiv id", "неправильный номер arXiv"),
        new("An arXiv id is `2411.19108`, with its version `2411.19108v2`, or of the old form `hep-th/9901001`, without prefix or "
            + "address.",
            "Номер arXiv — это `2411.19108`, с версией `2411.19108v2` или в старом виде `hep-th/9901001`, без приставки и без адреса."));

    public static readonly Rule BadDoi = Error(
        "AD0138", new("a malformed DOI", "неправильный DOI"),
        new("A DOI is `10.`, four to nine digits, `/` and a name, without the address of a resolver.",
            "DOI — это `10.`, от четырёх до девяти цифр, `/` и имя, без адреса doi.org."));

    public static readonly Rule EmptyTag = Error(
        "AD0139", new("a tag without a name", "тег без названия"),
        new("Without `#`, spaces, `_` and `-` nothing is left of the tag. Give it a letter or digit.",
            "Если убрать `#`, пробелы, `_` и `-`, от тега ничего не остаётся. В теге нужна хотя бы одна буква или цифра."));

    public static readonly Rule BlankBody = Error(
        "AD0140", new("a blank body", "нет текста"),
        new("A summary has a text. Write it below the front matter, or under `body` in a YAML file.",
            "У записи должен быть текст. Напишите его под шапкой, а в файле YAML — в ключе `body`."));

    public static readonly Rule TrustedName = Error(
        "AD0141", new("a key of extra that ends in _html", "ключ в extra оканчивается на _html"),
        new("Templates trust names that end in `_html` as finished HTML, which content may not give. Choose another name.",
            "Шаблоны считают имена на `_html` готовым HTML, а записям его давать нельзя. Выберите другое имя."));

    public static readonly Rule NotShared = Error(
        "AD0142", new("a key that a day cannot share", "ключ не может быть общим для дня"),
        new("Title, slug, aliases, image and body belong to one entry. Move the key into the items of `entries`.",
            "Заголовок, `slug`, старые адреса, картинка и текст у каждой записи свои. Перенесите ключ в элементы `entries`."));

    public static readonly Rule ReservedAddress = Error(
        "AD0143", new("an address that the site uses itself", "адрес занят самим сайтом"),
        new("Standing pages may not begin with papers, tags, authors, archive, search, saved, assets, api, stats, page or a year. Choose "
            + "another slug or folder.",
            "Адрес страницы не может начинаться с papers, tags, authors, archive, search, saved, assets, api, stats, page или года. "
            + "Выберите другой `slug` или другую папку."));

    public static readonly Rule InvisibleCharacter = Warning(
        "AD0144", new("an invisible character", "невидимый знак"),
        new("Control characters and overrides of the writing direction are removed. Delete them. A backslash of TeX needs single quotes.",
            "Управляющие знаки и знаки смены направления письма на сайт не попадают. Удалите их. Если это обратная косая черта TeX, "
            + "возьмите текст в одинарные кавычки."));

    public static readonly Rule MissingColon = Error(
        "AD0145", new("no colon after a key", "нет двоеточия после ключа"),
        new("A key is followed by a colon, a space and its value.", "После ключа идут двоеточие, пробел и значение."));

    public static readonly Rule MoreMistakes = Warning(
        "AD0160", new("more mistakes than are shown", "показаны не все ошибки"),
        new("A file shows a limited number of mistakes. Fix those first, and build again.",
            "Для одного файла показывается ограниченное число ошибок. Исправьте эти и запустите сборку снова."));

    public static readonly Rule TooManyItems = Error(
        "AD0161", new("a list with too many items", "слишком длинный список"),
        new("Each tag is a page that shows the entry, and each alias is a file, so `limits` of site.yaml bounds lists. Shorten the "
            + "list, or raise the limit.",
            "Каждый тег — это страница с записью, каждый старый адрес — файл, поэтому длину списков ограничивает `limits` в site.yaml. "
            + "Сократите список или поднимите предел."));

    public static readonly Rule SeveralInOne = Warning(
        "AD0170", new("several tags or authors in one text", "несколько тегов или авторов в одном тексте"),
        new("Each tag and each author is a separate item: `tags: [attention, acceleration]`, `authors: [Anna Petrova, Ivan Li]`. Quote "
            + "a name of two words or more that has a comma.",
            "Каждый тег и каждый автор — отдельный элемент: `tags: [attention, acceleration]`, `authors: [Anna Petrova, Ivan Li]`. Имя "
            + "из нескольких слов с запятой берите в кавычки."));

    public static readonly Rule DraftWithoutText = Warning(
        "AD0171", new("a draft without text", "черновик без текста"),
        new("A draft may wait for its text, but it cannot be published without one.",
            "Черновику текст пока не нужен, но без текста запись не опубликовать."));

    public static readonly Rule NameTooLong = Error(
        "AD0172", new("a name too long for an address", "слишком длинное имя для адреса"),
        new("A slug has at most 100 characters, each part of an old address at most 240 bytes: file systems take no longer names. "
            + "Shorten it.",
            "В `slug` не больше 100 знаков, в каждой части старого адреса — не больше 240 байт: длиннее имён файловые системы не "
            + "принимают. Сократите имя."));

    private static Rule[] FrontMatter =>
    [
        Unreadable, NoFrontMatter, UnknownKey, FrontMatterNotClosed, NoKeys, NotAMapping, FileTooLarge, TooDeep, YamlSyntax, UnquotedColon,
        TextCutByHash, HashInBrackets, TabIndentation, ReservedStart, UnclosedQuote, MissingSpace, WrongIndentation, UnclosedBracket,
        UnknownEscape, AnchorOrAlias, YamlTag, MergeKey, SeveralDocuments, DuplicateKey, BadKey, MissingKey, BlankValue, NotText, NotAList,
        NotAValueMapping, BadFlag, BadDate, BadSlug, BadAlias, BadImage, BadAddress, BadArxiv, BadDoi, EmptyTag, BlankBody, TrustedName,
        NotShared, ReservedAddress, InvisibleCharacter, MissingColon, MoreMistakes, TooManyItems,
        SeveralInOne, DraftWithoutText, NameTooLong,
    ];
}
