namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule BadSiteUrl = Error(
        "AD0201", new("an address of the site with a query or fragment", "адрес сайта с запросом или фрагментом"),
        new("The address of the site is a host and perhaps a path; pages are put below it. Leave `?` and `#` out.",
            "Адрес сайта — это сервер и, может быть, путь; под ним лежат все страницы. Уберите `?` и `#`."));

    public static readonly Rule BadLanguage = Error(
        "AD0202", new("an unknown language", "неизвестный язык"),
        new("The site speaks `ru` or `en`.", "Сайт говорит на `ru` или `en`."));

    public static readonly Rule BadNumber = Error(
        "AD0203", new("a number out of bounds", "число вне допустимых границ"),
        new("The key needs a whole number between the bounds that the message names, in plain digits.",
            "Здесь нужно целое число в границах, которые названы в сообщении, записанное цифрами."));

    public static readonly Rule BadMenuTarget = Error(
        "AD0204", new("a malformed target of the menu", "неправильная ссылка в меню"),
        new("A line of the menu leads to a path in the site (`/tags/`) or to an http(s) address.",
            "Пункт меню ведёт на путь внутри сайта (`/tags/`) или на адрес http(s)."));

    public static readonly Rule BadEditUrl = Error(
        "AD0205", new("an edit address without {path}", "в адресе для правки нет {path}"),
        new("The path of the source in its repository replaces `{path}`.", "Вместо `{path}` подставляется путь файла в репозитории."));

    public static readonly Rule UnknownOutput = Error(
        "AD0206", new("an unknown kind of output", "неизвестный вид страниц"),
        new("Only the kinds that the documentation lists are known; the nearest one is named.",
            "Такого вида в документации нет; в сообщении назван самый похожий."));

    public static readonly Rule IncompletePlural = Error(
        "AD0207", new("a plural without its general form", "не хватает форм множественного числа"),
        new("A text with plural forms needs `other`, or `one`, `few` and `many`, so that every number has a form.",
            "Тексту с числом нужна форма `other` или формы `one`, `few` и `many`, чтобы она нашлась для любого числа."));

    public static readonly Rule UnknownCheck = Error(
        "AD0208", new("an unknown rule of checking", "неизвестное правило проверки"),
        new("`check` has the rules that the documentation lists, by name; the nearest one is named.",
            "У `check` есть только правила, перечисленные в документации; в сообщении названо самое похожее."));

    public static readonly Rule BadCheck = Error(
        "AD0209", new("a malformed switch of a rule", "неправильная настройка правила"),
        new("A rule is `false` (off), `true` (on), or weighs as `error`, `warning` or `hint`.",
            "Правило выключают (`false`), включают (`true`) или задают ему вес: `error`, `warning` или `hint`."));

    public static readonly Rule UnknownHost = Error(
        "AD0286", new("an unknown host", "неизвестный хостинг"),
        new("The limits of `github-pages`, `cloudflare-pages`, `netlify` and `gitlab-pages` are known. Leave `host` out for any other.",
            "Известны пределы `github-pages`, `cloudflare-pages`, `netlify` и `gitlab-pages`. Для других хостингов `host` не нужен."));

    private static Rule[] Settings =>
        [BadSiteUrl, BadLanguage, BadNumber, BadMenuTarget, BadEditUrl, UnknownOutput, IncompletePlural, UnknownCheck, BadCheck,
            UnknownHost];
}
