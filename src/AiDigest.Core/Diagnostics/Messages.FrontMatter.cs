namespace AiDigest.Core.Diagnostics;

/// <summary>Values of front matter, of pages and of day files. A <c>key</c> is a name as authors write it.</summary>
public static partial class Messages
{
    public static Message UnknownKey(string key, string? near) =>
        new Message($"unknown key {Q(key)}", $"неизвестный ключ {R(key)}") + DidYouMean(near);

    public static Message KeyMissing(string key) => new($"{key} is missing", $"нет обязательного ключа {key}");

    /// <param name="subject">The key, or an item of it.</param>
    public static Message ValueBlank(string subject) => new($"{subject} is blank", $"{subject}: значение не заполнено");

    public static Message BlankListItem(string key) => new($"{key} has a blank item", $"{key}: пустой элемент списка");

    public static Message NotTrueOrFalse(string key, string? meant) =>
        new Message($"{key} must be true or false, without quotes", $"{key}: нужно true или false без кавычек") + DidYouMean(meant);

    public static Message NotANumber(string key, int least, int most, string text) => new(
        $"{key} must be a whole number from {N(least)} to {N(most)}, not {Q(text)}",
        $"{key}: нужно целое число от {N(least)} до {N(most)}, а не {R(text)}");

    public static Message TooManyItems(string key, int count, int most) => new(
        $"{key} has {English(count, "item", "items")}, more than the {N(most)} that `limits` allows",
        $"{key}: {Russian(count, "элемент", "элемента", "элементов")}, а `limits` разрешает не больше {N(most)}");

    public static Message CutByHash(string subject) => new(
        $"{subject} ends before '#', which begins a comment; put the text in quotes",
        $"{subject}: текст обрывается перед «#», дальше идёт комментарий; возьмите текст в кавычки");

    public static Message NotText(string subject, Message found, bool quotable) => new(
        $"{subject} must be a text, not {found.English}{(quotable ? "; put it in quotes" : "")}",
        $"{subject}: нужен текст, а не {found.Russian}{(quotable ? "; возьмите его в кавычки" : "")}");

    public static Message NotAList(string key, Message found) => new(
        $"{key} must be a list, not {found.English}",
        $"{key}: нужен список (в скобках или по элементу на строке после дефиса), а не {found.Russian}");

    public static Message NotAMapping(string key, Message found) => new(
        $"{key} must be a mapping of keys, not {found.English}", $"{key}: нужны вложенные ключи, а не {found.Russian}");

    public static Message TrustedName(string key) => new(
        $"{Q(key)}: names that end in '_html' are trusted by templates and cannot be given here",
        $"{R(key)}: имена на «_html» шаблоны считают готовым HTML, здесь их давать нельзя");

    public static Message SlugTooLong(string key, int length, int most) => new(
        $"{key} has {English(length, "character", "characters")}, more than {N(most)}",
        $"{key}: {Russian(length, "знак", "знака", "знаков")}, а можно не больше {N(most)}");

    public static Message BadSlug(string key, string meant) =>
        new Message($"{key} may have only a-z, 0-9 and hyphens", $"{key}: годятся только a–z, 0–9 и дефис")
        + DidYouMean(MessageText.Shown(meant));

    public static Message AliasTooLong(string key, int most) => new(
        $"{key}: a part of the path is longer than {English(most, "byte", "bytes")}, which no file system holds",
        $"{key}: часть пути длиннее {Russian(most, "байта", "байт", "байт")}, такого имени не примет ни одна файловая система");

    public static Message BadAlias(string key, string text, Message problem) => new(
        $"{key}: {Q(text)} {problem.English}", $"{key}: {R(text)} {problem.Russian}");

    public static Message PathOfAnotherSite { get; } = new(
        "begins with '//'; it must be a path in this site", "начинается с «//», а нужен путь на этом сайте");

    public static Message PathWithScheme { get; } = new(
        "is an address with a scheme; it must be a path in this site", "— полный адрес, а нужен путь на этом сайте");

    public static Message PathOfHome { get; } = new(
        "is the home page, which cannot be an old address", "— главная страница, старым адресом она быть не может");

    public static Message PathWithQuery { get; } = new(
        "has a query or fragment, which no file can answer", "содержит запрос или фрагмент, файла с таким адресом не бывает");

    public static Message PathWithBackslash { get; } = new(
        "holds a backslash or a control character", "содержит обратную косую черту или управляющий знак");

    public static Message PathWithDoubleSlash { get; } = new("holds '//'", "содержит «//»");

    public static Message PathWithDots { get; } = new("holds '.' or '..' as a folder", "содержит папку «.» или «..»");

    public static Message PathOfATool { get; } = new(
        "holds '.git' or a name of this tool's own files", "содержит «.git» или имя служебного файла этой программы");

    public static Message PathWithoutEnd { get; } = new("must end in '/' or '.html'", "должно заканчиваться на «/» или «.html»");

    /// <summary>A key with what is wrong about its value, such as <see cref="ImageIsAnAddress"/> or <see cref="DateForm"/>.</summary>
    public static Message Value(string key, Message problem) => new($"{key} {problem.English}", $"{key}: {problem.Russian}");

    public static Message ImageIsAnAddress { get; } = new(
        "must be a file beside the entry, not an address; put the file there",
        "нужен файл рядом с записью, а не адрес; положите файл туда");

    public static Message ImageIsAbsolute { get; } = new(
        "must be a relative path, without '/' at its start", "нужен относительный путь, без «/» в начале");

    public static Message ImageHasBackslash { get; } = new("must be written with '/', not '\\'", "в пути нужна «/», а не «\\»");

    public static Message AddressWithoutScheme(string text) => new(
        $"must begin with https:// or http://, not {Q(text)}", $"адрес должен начинаться с https:// или http://, а это {R(text)}");

    public static Message AddressOfScheme(string scheme) => new(
        $"must be an http or https address, not '{MessageText.Shown(scheme)}:'",
        $"нужен адрес http или https, а не «{MessageText.Shown(scheme)}:»");

    public static Message AddressWithSpace { get; } = new("holds white space; write it as %20", "в адресе пробел; пишите вместо него %20");

    public static Message AddressWithoutHost(string text) => new(
        $"has no valid host: {Q(text)}", $"в адресе нет правильного сервера: {R(text)}");

    public static Message AddressWithQuery { get; } = new("may have no query or fragment", "в адресе сайта не бывает запроса и фрагмента");

    public static Message AddressWithBackslash { get; } = new("holds a backslash", "в адресе обратная косая черта");

    public static Message AddressWithoutPort(string text) => new(
        $"has no valid host or port: {Q(text)}", $"в адресе нет правильного сервера или порта: {R(text)}");

    public static Message AddressWithUser { get; } = new("may name no user", "в адресе сайта не бывает имени пользователя");

    public static Message AddressWithDoubleSlash { get; } = new("holds '//' in its path", "в пути адреса «//»");

    public static Message AddressWithDots { get; } = new("holds '.' or '..' as a folder", "в пути адреса папка «.» или «..»");

    public static Message AddressWithEncodedSign { get; } = new(
        "holds an encoded slash, backslash or control character", "в адресе закодирована косая черта или управляющий знак");

    public static Message DateForm(string text) => new(
        $"must be YYYY-MM-DD, or YYYY-MM-DDTHH:MM with an offset such as +03:00 or Z, not {Q(text)}",
        $"дата пишется ГГГГ-ММ-ДД или ГГГГ-ММ-ДДTЧЧ:ММ со смещением (+03:00 или Z), а не {R(text)}");

    public static Message YearOutOfBounds(int year) => new(
        $"has the year {N(year)}; years are 1900 to 2199", $"год {N(year)}, а нужен с 1900 по 2199");

    public static Message NoSuchDay(string day) => new(
        $"{MessageText.Shown(day)} is no day of the calendar", $"дня {MessageText.Shown(day)} в календаре нет");

    public static Message TimeMalformed { get; } = new(
        "must be YYYY-MM-DD, or YYYY-MM-DDTHH:MM with an offset such as +03:00 or Z; its time is malformed",
        "время записано неправильно; момент пишется так: ГГГГ-ММ-ДДTЧЧ:ММ и смещение, +03:00 или Z");

    public static Message SecondsMalformed { get; } = new(
        "must be YYYY-MM-DD, or YYYY-MM-DDTHH:MM with an offset such as +03:00 or Z; its seconds are malformed",
        "секунды записаны неправильно; момент пишется так: ГГГГ-ММ-ДДTЧЧ:ММ:СС и смещение, +03:00 или Z");

    public static Message NoSuchTime { get; } = new(
        "has no time of the day: hours are 00 to 23, minutes 00 to 59", "такого времени нет: часы от 00 до 23, минуты от 00 до 59");

    public static Message TimeWithoutOffset { get; } = new(
        "has a time without an offset; add +03:00, Z or the like", "у времени нет смещения; добавьте +03:00, Z или другое");

    public static Message OffsetMalformed(string text) => new(
        $"has the malformed offset {Q(text)}; it is Z or ±HH:MM, at most 14 hours",
        $"неправильное смещение {R(text)}; нужно Z или ±ЧЧ:ММ, не больше 14 часов");

    public static Message SeveralTags(string text) => new(
        $"the tag {Q(text)} looks like several; separate tags by commas", $"тег {R(text)} похож на несколько; разделите теги запятыми");

    public static Message SeveralAuthors(string text) => new(
        $"the author {Q(text)} looks like several; make each an item of the list",
        $"автор {R(text)} похож на нескольких; запишите каждого отдельным элементом списка");

    public static Message TagWithoutName(string text) => new($"the tag {Q(text)} has no name", $"у тега {R(text)} нет названия");

    public static Message BadArxiv(string text, string? meant) =>
        new Message($"{Q(text)} is no arXiv id", $"{R(text)} — не номер arXiv")
        + (meant is null ? new("; its form is 2411.19108 or 2411.19108v2", "; номер пишется так: 2411.19108 или 2411.19108v2")
            : DidYouMean(MessageText.Shown(meant)));

    public static Message BadDoi(string text, string? meant) =>
        new Message($"{Q(text)} is no DOI", $"{R(text)} — не DOI")
        + (meant is null ? new("; its form is 10.1145/3292500", "; DOI пишется так: 10.1145/3292500")
            : DidYouMean(MessageText.Shown(meant)));

    public static Message NoTextBelow { get; } = new(
        "body is blank: there is no text below the front matter", "нет текста: под шапкой ничего не написано");

    public static Message BodyBlank { get; } = new("body is blank", "body: нет текста");

    public static Message DraftWithoutBody { get; } = new("the draft has no body", "у черновика пока нет текста (body)");

    public static Message NotShared(string key) => new(
        $"{key} belongs to one entry; move it into the items of entries", $"{key} у каждой записи свой; перенесите его в элементы entries");

    public static Message NoTags { get; } = new("tags needs at least one tag", "tags: нужен хотя бы один тег");

    public static Message NoEntries { get; } = new("entries needs at least one entry", "entries: нужна хотя бы одна запись");

    public static Message ReservedAddress(string folder) => new(
        $"the address /{folder}/ is used by the site itself; choose another slug or folder",
        $"адрес /{folder}/ занят самим сайтом; выберите другой slug или другую папку");
}
