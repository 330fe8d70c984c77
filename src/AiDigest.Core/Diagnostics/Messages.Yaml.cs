namespace AiDigest.Core.Diagnostics;

/// <summary>What YAML and the encoding of a file can have wrong.</summary>
public static partial class Messages
{
    public static Message FileHasBytes(long bytes, long most) => new(
        $"the file has {N(bytes)} bytes, more than the {N(most)} that `limits` allows",
        $"файл занимает {N(bytes)} Б, а `limits` разрешает не больше {N(most)}");

    public static Message FileIsUtf16 { get; } = new("the file is UTF-16, not UTF-8", "файл в кодировке UTF-16, а нужна UTF-8");

    public static Message ByteIsNotUtf8(byte value) => new($"byte 0x{value:X2} is not UTF-8", $"байт 0x{value:X2} — не UTF-8");

    public static Message TomlFrontMatter { get; } = new(
        "front matter is YAML between lines of '---'; TOML between '+++' is not read",
        "шапка пишется на YAML между строками «---»; TOML между «+++» не читается");

    public static Message NoFrontMatter { get; } = new(
        "the file must begin with front matter: a line '---', keys, and a second line '---'",
        "файл должен начинаться с шапки: строка «---», ключи и ещё одна строка «---»");

    public static Message FrontMatterNotClosed { get; } = new(
        "the front matter that begins here has no closing line '---'", "шапка начинается здесь, а закрывающей строки «---» нет");

    public static Message NoKeys { get; } = new("there are no keys here", "здесь нет ни одного ключа");

    public static Message KeysWanted(Message found) => new(
        $"keys with values are needed here, not {found.English}", $"здесь нужны ключи со значениями, а не {found.Russian}");

    /// <summary>What the author gave where something else was expected.</summary>
    public static Message AList { get; } = new("a list", "список");

    /// <inheritdoc cref="AList"/>
    public static Message AMapping { get; } = new("a mapping", "набор ключей");

    /// <inheritdoc cref="AList"/>
    public static Message AText { get; } = new("a text", "текст");

    public static Message BlankKey { get; } = new("a key is blank", "перед двоеточием нет ключа");

    public static Message KeyIsNoText(Message found) => new(
        $"a key must be a text, not {found.English}", $"ключом может быть только слово, а не {found.Russian}");

    public static Message MergeKey { get; } = new(
        "'<<' merges keys, which is not part of the format", "«<<» сливает ключи, в формат это не входит");

    public static Message KeyIsThereAgain(string key, int first) => new(
        $"key {Q(key)} is here again; the first is on line {N(first)}", $"ключ {R(key)} повторяется; первый — на строке {N(first)}");

    public static Message NameIsThereAgain(string name) => new($"the name {Q(name)} is here again", $"имя {R(name)} повторяется");

    public static Message YamlTag(bool quotable) =>
        new Message("a tag of YAML is not part of the format", "типы YAML в формат не входят") + QuoteIt(quotable);

    public static Message YamlAnchor(string anchor, bool quotable) =>
        new Message($"the anchor {Q(anchor)} of YAML is not part of the format", $"{R(anchor)} — якорь YAML, в формат якоря не входят")
        + QuoteIt(quotable);

    public static Message YamlAlias(string alias) => new(
        $"{Q(alias)} is an alias of YAML; quote the text to keep it as it is",
        $"{R(alias)} — ссылка YAML; если это просто текст, возьмите его в кавычки");

    private static Message QuoteIt(bool quotable) => quotable
        ? new("; quote the text to keep it as it is", "; если это просто текст, возьмите его в кавычки")
        : Message.Empty;

    public static Message NestedYaml(int most) => new(
        $"lists and mappings are nested deeper than {English(most, "level", "levels")}",
        $"вложенность списков и ключей больше {Russian(most, "уровня", "уровней", "уровней")}");

    public static Message SecondDocument { get; } = new(
        "a second document begins here; a file holds one", "здесь начинается второй документ YAML, а в файле может быть только один");

    /// <param name="reason">What the parser of YAML says, in English.</param>
    public static Message YamlUnreadable(string reason) => new(
        $"the YAML cannot be read: {reason}", $"YAML не читается: {OutsideTexts.OfYaml(reason)}");

    public static Message BrokenBrackets { get; } = new(
        "a list or mapping in brackets is broken", "список или набор ключей в скобках записан неправильно");

    public static Message BrokenText { get; } = new("the text is broken", "текст записан неправильно");

    public static Message ColonInText { get; } = new("a colon in a text that is not in quotes", "двоеточие в тексте без кавычек");

    public static Message BeginABlock(string key) => new(
        $"; begin a text of several lines with '{key}: |' and indent it below",
        $"; текст в несколько строк начинайте с «{key}: |» и пишите ниже с отступом");

    public static Message TabIndents { get; } = new(
        "a tab indents this line; YAML needs spaces", "отступ сделан табуляцией, а в YAML нужны пробелы");

    public static Message NoEscape(string escape) => new(
        $"{Q(escape)} is no escape of YAML; in single quotes a backslash stands for itself",
        $"{R(escape)} в двойных кавычках ничего не значит; в одинарных обратная косая черта — обычный знак");

    public static Message QuoteNotClosed(char quote) => new($"the quote {quote} is not closed", $"кавычка {quote} не закрыта");

    public static Message TextAfterQuote(char quote) => new(
        $"the text goes on after its closing quote {quote}; quote it as a whole",
        $"после закрывающей кавычки {quote} текст продолжается; возьмите его в кавычки целиком");

    public static Message HashInList { get; } = new(
        "'#' begins a comment here, so the list is not closed", "«#» начинает комментарий, и список остаётся незакрытым");

    public static Message BracketNotClosed(char bracket) => new($"the bracket '{bracket}' is not closed", $"скобка «{bracket}» не закрыта");

    public static Message BlankItem { get; } = new("the list has a blank item", "в списке есть пустой элемент");

    public static Message ItemNeedsQuotes { get; } = new("an item of this list needs quotes", "элемент этого списка нужно взять в кавычки");

    public static Message TextNeedsQuotes(char first) => new(
        $"a text that begins with '{first}' needs quotes", $"текст, который начинается с «{first}», берите в кавычки");

    public static Message TextEndsAtHash { get; } = new(
        "the text ends before ' #', which begins a comment; put it in quotes",
        "текст обрывается перед « #», дальше идёт комментарий; возьмите текст в кавычки");

    public static Message NoSpaceAfterColon { get; } = new("a space is missing after the colon", "после двоеточия нужен пробел");

    public static Message NoSpaceAfterHyphen { get; } = new("a space is missing after the hyphen", "после дефиса нужен пробел");

    public static Message NoColonAfter(string key) => new($"a colon is missing after '{key}'", $"после «{key}» нужно двоеточие");

    public static Message TextIndentedOtherwise(int column, int expected) => new(
        $"this line begins in column {N(column)}; the text it belongs to begins in column {N(expected)}",
        $"строка начинается в столбце {N(column)}, а текст, к которому она относится, — в столбце {N(expected)}");

    public static Message LineIndentedOtherwise(int column, int expected) => new(
        $"this line begins in column {N(column)}; those it belongs to begin in column {N(expected)}",
        $"строка начинается в столбце {N(column)}, а соседние — в столбце {N(expected)}");

    public static Message InvisibleCharacter(string subject, int code) => new(
        $"{subject} holds the invisible character U+{code:X4}, which is removed",
        $"{subject}: невидимый знак U+{code:X4}, он будет удалён");

    public static Message Escape(string subject, char character) => new(
        $"{subject} holds an escape for "
        + character switch
        {
            '\t' => "a tab",
            '\n' or '\r' => "a line break",
            _ => $"the invisible character U+{(int)character:X4}, which is removed",
        }
        + "; in single quotes a backslash stands for itself",
        $"{subject}: в двойных кавычках обратная косая черта дала "
        + character switch
        {
            '\t' => "табуляцию",
            '\n' or '\r' => "перевод строки",
            _ => $"невидимый знак U+{(int)character:X4}, он будет удалён",
        }
        + "; в одинарных кавычках это обычный знак");

    public static Message MoreMistakes(int count) => new(
        $"and {English(count, "more mistake", "more mistakes")} in this file, which are not shown",
        $"и ещё {Russian(count, "ошибка", "ошибки", "ошибок")} в этом файле; здесь их нет");
}
