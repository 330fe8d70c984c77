namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule TemplateSyntax = Error(
        "AD0601", new("a template does not parse", "ошибка в синтаксисе шаблона"),
        new("The language of templates is Scriban; `docs/templates.md` describes it.",
            "Шаблоны пишут на языке Scriban; он описан в `docs/templates.md`."));

    public static readonly Rule TemplateFailed = Error(
        "AD0602", new("a template fails while a page is rendered", "шаблон не смог построить страницу"),
        new("Most often a name is misspelled. The message names the page and the chain of includes that led there; `docs/templates.md` "
            + "lists every field.",
            "Чаще всего это опечатка в имени. В сообщении названы страница и цепочка вложенных шаблонов; все поля перечислены в "
            + "`docs/templates.md`."));

    public static readonly Rule UnknownThemeFile = Error(
        "AD0603", new("a file in templates/ that the theme does not know", "файл в templates/, которого нет в теме"),
        new("A theme has `layouts/`, `partials/`, `assets/` and `strings.ru.yaml`, `strings.en.yaml`; a layout has the name of a kind of "
            + "page.",
            "В теме есть `layouts/`, `partials/`, `assets/` и `strings.ru.yaml`, `strings.en.yaml`; макет называется по виду страниц."));

    public static readonly Rule MissingString = Error(
        "AD0604", new("the theme's strings lack a text", "в словах темы не хватает текста"),
        new("Every text that pages are made from is in `templates/strings.LANGUAGE.yaml`; a plural has a form for each category of "
            + "its language.",
            "Все слова страниц хранятся в `templates/strings.ЯЗЫК.yaml`; у текста с числом есть форма для каждой категории языка."));

    public static readonly Rule AssetReference = Error(
        "AD0605",
        new("a style sheet or web manifest names an asset that is not there",
            "в стилях или манифесте назван файл, которого нет в теме"),
        new("Paths in `url(...)` are relative to the style sheet, within `templates/assets/`; addresses of other hosts and `data:` are "
            + "not allowed.",
            "Пути в `url(...)` считаются от файла стилей и не выходят из `templates/assets/`; чужие адреса и `data:` запрещены."));

    public static readonly Rule StyleSheetSyntax = Error(
        "AD0606", new("a style sheet does not parse", "ошибка в файле стилей"),
        new("Something is not closed, or a declaration lacks its `:`, its value or its `;`. A browser would skip it, and what follows, "
            + "without a word.",
            "Что-то не закрыто, или в объявлении нет `:`, значения или `;`. Браузер молча пропустит это место и то, что за ним."));

    private static Rule[] Templates => [TemplateSyntax, TemplateFailed, UnknownThemeFile, MissingString, AssetReference, StyleSheetSyntax];
}
