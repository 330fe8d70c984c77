namespace AiDigest.Core.Diagnostics;

/// <summary>Templates, style sheets and other files of a theme.</summary>
public static partial class Messages
{
    /// <param name="reason">What the parser of templates says, in English.</param>
    public static Message TemplateSyntax(string reason) => new(reason, $"шаблон не разбирается: {OutsideTexts.OfTemplate(reason)}");

    /// <param name="reason">What went wrong, such as <see cref="UnknownField"/>.</param>
    /// <param name="chain">The templates that include this one, innermost first.</param>
    public static Message TemplateFailed(Message reason, string page, IReadOnlyList<string> chain) => new(
        $"{reason.English} (on /{page}{string.Concat(chain.Select(place => $", included at {place}"))})",
        $"{reason.Russian} (на странице /{page}{string.Concat(chain.Select(place => $", вложен в {place}"))})");

    /// <param name="reason">What the template engine says, in English.</param>
    public static Message TemplateEngineSays(string reason) => new(reason, $"шаблон не сработал: {OutsideTexts.OfTemplate(reason)}");

    public static Message UnknownName(string name, string? near) =>
        new Message($"unknown name '{name}'", $"неизвестное имя «{name}»") + DidYouMean(near);

    public static Message UnknownField(string name, string? near) =>
        new Message($"unknown field '{name}'", $"неизвестное поле «{name}»") + DidYouMean(near);

    public static Message NoTemplateToInclude(string name, string? near) =>
        new Message($"no template '{name}' to include", $"нет шаблона «{name}», который нужно вложить") + DidYouMean(near);

    public static Message NoTemplateForFragment(string name, string? near) =>
        new Message($"no template '{name}' for a fragment", $"нет шаблона «{name}» для fragment") + DidYouMean(near);

    public static Message FragmentInFragment { get; } = new(
        "a fragment cannot hold a fragment; include the template instead", "fragment внутри fragment не бывает; вложите шаблон через include");

    public static Message FragmentNeedsEntry { get; } = new("a fragment needs an entry", "для fragment нужна запись");

    public static Message IncludesTooDeep(int most) => new(
        $"includes are nested deeper than {N(most)}", $"шаблоны вложены друг в друга глубже {Russian(most, "уровня", "уровней", "уровней")}");

    public static Message NotADay(string text) => new(
        $"'{text}' is no day of the form YYYY-MM-DD", $"«{text}» — не день в виде ГГГГ-ММ-ДД");

    public static Message PlaceholdersInPairs { get; } = new(
        "placeholders come in pairs of a name and a value", "подстановки пишутся парами: имя и значение");

    public static Message ArgumentIsNull(int number) => new($"argument {N(number)} is null", $"значение {N(number)} пустое (null)");

    public static Message ArgumentIsNoNumber(int number, string text) => new(
        $"argument {N(number)} is no whole number: {text}", $"значение {N(number)} — не целое число: {text}");

    public static Message UnknownThemeFile(string path, string? near) =>
        new Message($"the theme has no place for '{path}'", $"в теме нет места для «{path}»") + DidYouMean(near);

    public static Message NoAsset(string name, string? near) =>
        new Message($"no asset '{name}'", $"в теме нет файла «{name}»") + DidYouMean(near);

    public static Message NotInTheme(string reference) => new(
        $"'{reference}' is not in the theme; put the file into templates/assets/",
        $"«{reference}» — не файл темы; положите файл в templates/assets/");

    public static Message ImportNeedsUrl { get; } = new("an import is written with url(...)", "@import пишется с url(...)");

    public static Message StyleCommentNotClosed { get; } = new("this comment is not closed", "комментарий не закрыт");

    public static Message StyleStringNotClosed { get; } = new("this string is not closed", "кавычка не закрыта");

    public static Message StyleNotClosed(char sign) => new($"this '{sign}' is not closed", $"«{sign}» не закрыта");

    public static Message StyleNothingOpen(char sign) => new(
        $"nothing is open that this '{sign}' would close", $"«{sign}» ничего не закрывает");

    public static Message StyleLineComment { get; } = new(
        "CSS has only /* comments of this kind */", "в CSS бывают только /* такие комментарии */");

    public static Message StyleOutsideOfRules { get; } = new("this is outside of any rule", "это стоит вне правил");

    public static Message StyleWithoutColon { get; } = new(
        "a declaration needs a ':' between its name and its value", "между свойством и значением нужно «:»");

    public static Message StyleWithoutValue { get; } = new("a declaration needs a value", "у свойства нет значения");

    public static Message StyleTwoColons { get; } = new(
        "this declaration has two ':'; is a ';' missing before the next one?",
        "в объявлении два «:»; не пропущена ли «;» между свойствами?");

    public static Message TemplateTooDeep { get; } = new("the template is nested too deeply", "шаблон слишком глубоко вложен");

    public static Message TemplateTextTooLong(int most) => new(
        $"a text grows beyond {English(most, "character", "characters")}",
            $"текст становится длиннее {Russian(most, "знака", "знаков", "знаков")}");

    public static Message TemplatePatternTooLong(int most) => new(
        $"the text to look for has more than {English(most, "character", "characters")}",
        $"в искомом тексте больше {Russian(most, "знака", "знаков", "знаков")}");

    public static Message PageTooLarge(int mebibytes) => new(
        $"the output grows beyond {N(mebibytes)} MiB", $"страница становится больше {N(mebibytes)} МиБ");
}
