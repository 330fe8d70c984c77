namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule TemplateSyntax = Error(
        "AD0601", "a template does not parse",
        "The language of templates is Scriban; `docs/templates.md` tells what is there.");

    public static readonly Rule TemplateFailed = Error(
        "AD0602", "a template fails while a page is rendered",
        "Most often a misspelled name. The message names the page and the chain of includes that led there; `docs/templates.md` lists "
        + "every field.");

    public static readonly Rule UnknownThemeFile = Error(
        "AD0603", "a file in templates/ that the theme does not know",
        "A theme has `layouts/`, `partials/`, `assets/` and `strings.ru.yaml`, `strings.en.yaml`; a layout has the name of a kind of "
        + "page.");

    public static readonly Rule MissingString = Error(
        "AD0604", "the theme's strings lack a text",
        "Every text that pages are made from stands in `templates/strings.LANGUAGE.yaml`; a plural has a form for each category of "
        + "its language.");

    public static readonly Rule AssetReference = Error(
        "AD0605", "a style sheet or web manifest names an asset that is not there",
        "Paths in `url(...)` are relative to the style sheet, within `templates/assets/`; addresses of other hosts and `data:` are "
        + "not allowed.");

    public static readonly Rule StyleSheetSyntax = Error(
        "AD0606", "a style sheet does not parse",
        "Something is not closed, or a declaration lacks its `:`, its value or its `;`. A browser would skip it, and what follows, "
        + "without a word.");

    private static Rule[] Templates => [TemplateSyntax, TemplateFailed, UnknownThemeFile, MissingString, AssetReference, StyleSheetSyntax];
}
