namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule SamePaper = Check(
        "AD0801", Severity.Warning, "same-paper", "one paper twice",
        "Two entries have one arXiv id (whatever the version) or one DOI. Keep one of them, and put what has changed under "
        + "`corrections` or `updated`.");

    public static readonly Rule SimilarTitle = Check(
        "AD0802", Severity.Warning, "similar-title", "two nearly equal titles",
        "Titles that differ in case, punctuation or a letter are mostly one paper told twice.");

    public static readonly Rule DateBeforeArxiv = Check(
        "AD0803", Severity.Warning, "date-before-arxiv", "an entry older than its paper",
        "The first four digits of an arXiv id are its year and month; no summary can be older. Correct the `date` or the id.");

    public static readonly Rule MissingAlt = Check(
        "AD0804", Severity.Warning, "missing-alt", "a picture without a description",
        "Those who cannot see a picture are read its description: `![what it shows](file.png)`, and `image_alt` for `image`.");

    public static readonly Rule SimilarTags = Check(
        "AD0805", Severity.Warning, "similar-tags", "two nearly equal tags",
        "A slip of the keyboard or a plural makes a tag of its own. Use one spelling, or make the other an alias in `content/tags.yaml`.");

    public static readonly Rule TagUsedOnce = Check(
        "AD0806", Severity.Hint, "tag-used-once", "a tag with one entry",
        "A page of one entry gathers nothing. Use a tag that other entries have, or register this one in `content/tags.yaml`.");

    public static readonly Rule LongTitle = Check(
        "AD0807", Severity.Warning, "long-title", "an overlong title",
        "A title beyond 120 characters is cut by search engines and previews. Say the rest in the text.");

    public static readonly Rule LongLead = Check(
        "AD0808", Severity.Warning, "long-lead", "an overlong lead",
        "A lead is a sentence or two for lists and feeds, up to 300 characters.");

    public static readonly Rule EnglishParagraph = Check(
        "AD0809", Severity.Warning, "english-paragraph", "an English paragraph in a Russian entry",
        "A paragraph of English is mostly a leftover of the abstract. Translate it; a quotation belongs behind `>`.");

    public static readonly Rule ShortSummary = Check(
        "AD0810", Severity.Warning, "short-summary", "a summary of fewer than three sentences",
        "Readers want to know what is new, how it works and what was measured; that takes three sentences at least.");

    public static readonly Rule TypographySlip = Check(
        "AD0811", Severity.Hint, "typography-slip", "straight quotes or a hyphen for a dash",
        "The build sets quotes and dashes by itself; the source stays as it is.");

    public static readonly Rule UntrimmedText = Check(
        "AD0812", Severity.Hint, "untrimmed-text", "white space around a text",
        "White space at the ends of a quoted text is dropped. `check --fix` removes it.");

    public static readonly Rule TagSpelling = Check(
        "AD0813", Severity.Hint, "tag-spelling", "a tag spelled otherwise than in the registry",
        "It is the same tag all the same. `check --fix` writes it as `content/tags.yaml` does.");

    public static readonly Rule RepeatedTag = Check(
        "AD0814", Severity.Warning, "repeated-tag", "a tag twice in one entry",
        "Two spellings of one tag count once. `check --fix` takes the second out of a list in brackets.");

    public static readonly Rule DeadAddress = Check(
        "AD0815", Severity.Error, "dead-address", "a page links to nothing",
        "A template made an address or a fragment that the site does not have. The message names the first such page.");

    public static readonly Rule NoSource = Check(
        "AD0816", Severity.Hint, "no-source", "an entry without its paper",
        "None of `arxiv`, `doi`, `url` and `pdf` is given, so that readers cannot find the paper.");

    public static readonly Rule LinkGone = Check(
        "AD0821", Severity.Warning, "link-gone", "a remote page that is gone",
        "The server answers that nothing is there (404 or 410). Find the new address, or take the link out.");

    public static readonly Rule LinkUnreachable = Check(
        "AD0822", Severity.Hint, "link-unreachable", "a remote page that did not answer",
        "The server failed, refused or did not answer in time, which says little about the page. Ask again later.");

    public static readonly Rule LinkMoved = Check(
        "AD0823", Severity.Hint, "link-moved", "a remote page that has moved for good",
        "The server says that the page has a new address for ever (301 or 308). Write that one.");

    public static readonly Rule ForeignMarkup = Check(
        "AD0880", Severity.Warning, "foreign-markup", new Message("markup of another generator", "разметка другого генератора"),
        new Message(
            "Shortcodes of Hugo, Liquid of Jekyll and attribute lists of kramdown mean nothing here: readers see their letters. "
            + "Replace them, or put them in backticks if they are what you write about.",
            "Шорткоды Hugo, Liquid из Jekyll и списки атрибутов kramdown здесь ничего не значат: читатель увидит их буквами. Замените "
            + "их или возьмите в обратные апострофы, если пишете о них самих."));

    /// <summary>The rules of <c>check</c>, which the owner may switch off or weigh otherwise.</summary>
    public static IReadOnlyList<Rule> Checks { get; } =
    [
        SamePaper, SimilarTitle, DateBeforeArxiv, MissingAlt, SimilarTags, TagUsedOnce, LongTitle, LongLead, EnglishParagraph, ShortSummary,
        TypographySlip, UntrimmedText, TagSpelling, RepeatedTag, DeadAddress, NoSource, LinkGone, LinkUnreachable, LinkMoved, ForeignMarkup,
    ];

    private static Rule Check(string id, Severity severity, string name, Message title, Message explanation) =>
        new(id, severity, title, explanation, name);
}
