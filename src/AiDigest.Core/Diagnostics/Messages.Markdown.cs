namespace AiDigest.Core.Diagnostics;

/// <summary>Texts of entries and pages.</summary>
public static partial class Messages
{
    public static Message ControlCharacter(char character) => new(
        $"control character U+{(int)character:X4} removed", $"управляющий знак U+{(int)character:X4} удалён");

    public static Message NestedTooDeeply(int most) => new(
        $"nested deeper than the limits ({English(most, "level", "levels")})",
        $"вложенность больше допустимой ({Russian(most, "уровень", "уровня", "уровней")})");

    public static Message TooManyDefinitions(int most) => new(
        $"more than {English(most, "definition", "definitions")} of links without an empty line",
        $"больше {Russian(most, "определения ссылки", "определений ссылок", "определений ссылок")} подряд без пустой строки");

    public static Message TooManyStructures(int most) => new(
        $"more than {N(most)} underlines, tables and definitions", $"подчёркиваний, таблиц и определений больше {N(most)}");

    public static Message TooMuchEmphasis(int most) => new(
        $"more than {English(most, "mark", "marks")} of emphasis in one paragraph",
        $"больше {Russian(most, "знака", "знаков", "знаков")} выделения в одном абзаце");

    /// <param name="reason">What the parser says, in English.</param>
    public static Message TooMuchForTheParser(string reason) => new(
        $"too much for the parser: {reason}", $"этот текст не удалось разобрать: {reason}");

    public static Message BodyTooLarge(long most) => new(
        $"the body becomes more than {English(most, "byte", "bytes")} of HTML, which `limits` does not allow",
        $"из текста получается больше {Russian(most, "байта", "байт", "байт")} HTML, а `limits` этого не разрешает");

    public static Message TooManyFormulas(int formulas, long characters) => new(
        $"more than {English(formulas, "different formula", "different formulas")}, or {N(characters)} characters of them, as `limits` "
        + "allows",
        $"больше {Russian(formulas, "разной формулы", "разных формул", "разных формул")} или в них больше "
        + $"{Russian(characters, "знака", "знаков", "знаков")}, а `limits` "
        + "этого не разрешает");

    public static Message UnknownLanguage(string name, string? near) =>
        new Message($"unknown language {Q(name)}", $"неизвестный язык {R(name)}") + DidYouMean(near);

    public static Message FenceNotClosed(string fence) => new(
        $"fence is never closed: all text below it is code; end the code with a line of {fence}",
        $"блок кода не закрыт: весь текст ниже стал кодом; закончите код строкой {fence}");

    public static Message EmphasisNotClosed(string signs) => new(
        $"'{signs}' has no counterpart in its paragraph and is shown as it is; close it, or write '\\{signs[0]}\\{signs[0]}' "
        + "for the signs themselves",
        $"у «{signs}» нет пары в этом абзаце, знаки останутся как есть; закройте выделение, а если нужны сами знаки, пишите "
        + $"«\\{signs[0]}\\{signs[0]}»");

    public static Message CodeNotClosed { get; } = new(
        "'`' has no counterpart in its paragraph and is shown as it is; close the code, or write '\\`' for the sign itself",
        "у «`» нет пары в этом абзаце, знак останется как есть; закройте код, а если нужен сам знак, пишите «\\`»");

    public static Message LinkNotClosed { get; } = new(
        "this is no link, and readers see its signs: close its brackets, and put an address with spaces in '<…>'",
        "ссылка не получилась, читатель увидит её знаки; закройте скобки, а адрес с пробелами возьмите в «<…>»");

    public static Message BrokenTable { get; } = new(
        "these lines are no table: the second has to be like '| --- | --- |', with as many cells as the first",
        "таблица не получилась: второй должна идти строка вида «| --- | --- |», и ячеек в ней столько же, сколько в первой");

    public static Message CellsWithoutColumn(string cells, int columns) => new(
        $"not shown: '{cells}'; the table has {English(columns, "column", "columns")}, so add columns to its first two lines, "
        + "or write '\\|' for a bar within a cell",
        $"не видно: «{cells}»; в таблице {Russian(columns, "столбец", "столбца", "столбцов")} — добавьте столбцы в первые две строки, "
        + "а если черта нужна внутри ячейки, пишите «\\|»");

    public static Message HtmlComment { get; } = new(
        "an HTML comment is shown to readers as text; delete it, or put notes into `#` comments of the front matter",
        "читатели увидят комментарий HTML как обычный текст; удалите его, а заметки себе пишите в шапке после `#`");

    public static Message RawHtml(string tag) => new(
        $"HTML is shown to readers as text: {Q(tag)}; write Markdown instead",
        $"читатели увидят HTML как обычный текст: {R(tag)}; замените его на Markdown");

    public static Message SecondNote(string label) => new(
        $"a second footnote {Q(label)}, which is not shown; give it another name",
        $"вторая сноска с именем {R(label)} не будет показана; дайте ей другое имя");

    public static Message UnusedNote(string label) => new(
        $"no text refers to footnote {Q(label)}, so it is not shown; put [^{label}] where it belongs",
        $"на сноску {R(label)} нет ссылки, поэтому её не видно; поставьте [^{label}] в нужном месте текста");

    public static Message EmptyNote(string label) => new(
        $"footnote {Q(label)} has no text; write it after the colon, or indented by four spaces below",
        $"у сноски {R(label)} нет текста; напишите его после двоеточия или ниже, с отступом в четыре пробела");

    public static Message MissingNote(string label) => new(
        $"there is no footnote {Q(label)}; write its text on a line that begins with [^{label}]:",
        $"сноски {R(label)} нет; напишите её текст на строке, которая начинается с [^{label}]:");

    public static Message UnusedDefinition(string label) => new(
        $"no link uses the definition '[{MessageText.Shown(label)}]', so readers do not see it; use it, or write '\\[' for a bracket of "
        + "the text",
        $"определение ссылки «[{MessageText.Shown(label)}]» нигде не используется, и читатели его не увидят; если это обычный текст, "
        + "пишите «\\[»");

    public static Message NoHeading(string text, string signs) => new(
        $"{Q(text)} is no heading: put a space after '{signs}'", $"{R(text)} — не заголовок: поставьте пробел после «{signs}»");

    public static Message LinkDropped(string address) => new(
        $"link to {Q(address)} dropped; its text stays", $"ссылка на {R(address)} убрана, её текст остался");

    public static Message RemoteImage(string address) => new(
        $"image {Q(address)} is not in the site; put the file beside the entry",
        $"картинка {R(address)} лежит не на сайте; положите файл рядом с записью");

    public static Message FormulaDoesNotParse(string problem) => new(
        $"TeX does not parse: {problem}", $"формула TeX не разбирается: {TexProblems.Russian(problem)}");

    public static Message FormulaTooLong(int most) => new(
        $"longer than {English(most, "character", "characters")}", $"длиннее {Russian(most, "знака", "знаков", "знаков")}");
}
