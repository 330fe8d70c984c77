namespace AiDigest.Core.Diagnostics;

/// <summary>Settings and the words of a theme.</summary>
public static partial class Messages
{
    public static Message UnknownHost(string host, string? near) =>
        new Message($"unknown host {Q(host)}", $"неизвестный хостинг {R(host)}") + DidYouMean(near);

    public static Message UnknownLanguageOfSite(string language) => new(
        $"language must be ru or en, not {Q(language)}", $"language: нужно ru или en, а не {R(language)}");

    public static Message EditUrlWithoutPath { get; } = new(
        "edit_url must hold {path}, where the place of the source is put", "edit_url: нужно {path} — туда подставится путь файла");

    public static Message BadMenuTarget(string target) => new(
        $"to must be a path in the site that begins with '/', or an http(s) address, not {Q(target)}",
        $"to: нужен путь на сайте, который начинается с «/», или адрес http(s), а не {R(target)}");

    public static Message UnknownOutput(string name, string? near) =>
        new Message($"unknown kind of output {Q(name)}", $"неизвестный вид страниц {R(name)}") + DidYouMean(near);

    public static Message UnknownCheck(string name, string? near) =>
        new Message($"unknown rule {Q(name)}", $"неизвестное правило {R(name)}") + DidYouMean(near);

    public static Message BadCheck(string rule, string text, string? near) =>
        new Message(
            $"{rule} must be false, true, error, warning or hint, not {Q(text)}",
            $"{rule}: нужно false, true, error, warning или hint, а не {R(text)}") + DidYouMean(near);

    public static Message IncompletePlural(string name) => new(
        $"{name} needs the form 'other', or 'one', 'few' and 'many'", $"{name}: нужна форма «other» или формы «one», «few» и «many»");

    public static Message StringBlank(string name) => new(
        $"{name} is blank; for no text write \"\"", $"{name}: значение не заполнено; если текста нет, пишите пустые кавычки");

    public static Message StringIsPlural(string name) => new(
        $"the string '{name}' is a plural, and one text is needed", $"у текста «{name}» есть формы числа, а нужен один текст");

    public static Message StringWithoutForm(string name, string category) => new(
        $"the string '{name}' has no form '{category}'", $"у текста «{name}» нет формы «{category}»");

    public static Message NoSuchString(string name, string? near) =>
        new Message($"no string is named '{name}'", $"текста с именем «{name}» нет") + DidYouMean(near);
}
