namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule BadSiteUrl =
        Error("AD0201", "an address of the site with a query or fragment",
            "The address of the site is a host and perhaps a path; pages are put below it. Leave `?` and `#` out.");
    public static readonly Rule BadLanguage = Error("AD0202", "an unknown language", "The words of the site are there in `ru` and `en`.");
    public static readonly Rule BadNumber =
        Error("AD0203", "a number out of bounds", "A whole number between the bounds that the message names is wanted, in plain digits.");
    public static readonly Rule BadMenuTarget =
        Error("AD0204", "a malformed target of the menu",
            "A line of the menu leads to a path in the site (`/tags/`) or to an http(s) address.");
    public static readonly Rule BadEditUrl =
        Error("AD0205", "an edit address without {path}", "The place of the source in its repository is put where `{path}` stands.");
    public static readonly Rule UnknownOutput =
        Error("AD0206", "an unknown kind of output", "Only the kinds that the documentation lists are known; the nearest one is named.");
    public static readonly Rule IncompletePlural =
        Error("AD0207", "a plural without its general form",
            "A text with plural forms wants `other`, or `one`, `few` and `many`, so that every number has a form.");

    public static readonly Rule UnknownCheck =
        Error("AD0208", "an unknown rule of checking",
            "`check` has the rules that the documentation lists, by name; the nearest one is named.");
    public static readonly Rule BadCheck =
        Error("AD0209", "a malformed switch of a rule", "A rule is `false` (off), `true` (on), or weighs as `error`, `warning` or `hint`.");

    public static readonly Rule UnknownHost =
        Error("AD0286", "an unknown host",
            "The limits of `github-pages`, `cloudflare-pages`, `netlify` and `gitlab-pages` are known. Leave `host` out for any other.");

    private static Rule[] Settings =>
        [BadSiteUrl, BadLanguage, BadNumber, BadMenuTarget, BadEditUrl, UnknownOutput, IncompletePlural, UnknownCheck, BadCheck,
            UnknownHost];
}
