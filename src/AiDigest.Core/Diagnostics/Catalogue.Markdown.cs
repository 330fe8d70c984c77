namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule ControlCharacter =
        Warning("AD0301", "control character",
            "Control characters, marks that turn the direction of text, and noncharacters come from copying out of PDF files; they "
            + "are removed. Delete them in the source, one warning stands for a line.");
    public static readonly Rule NestedTooDeeply =
        Error("AD0302", "nested deeper than the limits",
            "Quotes, lists, brackets or emphasis are nested deeper than `limits` allows, or marks are repeated by the thousand, which "
            + "costs the parser as much. Such a text is hardly meant: divide it, or put it into a fence.");
    public static readonly Rule ActiveAddress =
        Warning("AD0303", "address of a scheme that does not lead to a page",
            "Links lead into the site or to `http:`, `https:` and `mailto:` addresses. Any other scheme, such as `javascript:` or "
            + "`data:`, may act on the reader's machine: the link is dropped and its text kept.");
    public static readonly Rule UnknownLanguage =
        Warning("AD0304", "unknown language of a fence",
            "The first word behind an opening fence names the language of the code. Correct it, or write `text` where there is none.");
    public static readonly Rule TexDoesNotParse =
        Warning("AD0305", "TeX that does not parse",
            "What stands between dollars is TeX, turned into MathML when the site is built. This formula has a command that is "
            + "unknown or has no place on a page, a group that is not closed, or is too long or nested too deeply; its source is shown "
            + "as it is. A dollar that opens no formula is written `\\$`.");

    public static readonly Rule FenceNotClosed = Warning(
        "AD0370", "a fence that is never closed",
        "A fence ends at a line of at least as many of its signs. Without one, the rest of the text is shown as code. Add the line "
        + "where the code ends.");

    public static readonly Rule RawHtml = Warning(
        "AD0371", "raw HTML",
        "HTML and its comments are shown as text. Write Markdown: `**bold**`, `[text](address)`, tables with `|`; formulas such as "
        + "`$H_2O$` for indices. A sign that is meant as text stands between backticks.");

    public static readonly Rule UnusedNote = Warning(
        "AD0372", "a footnote that no text refers to",
        "A footnote is shown where `[^name]` refers to it, and only there. Add the reference, or make the footnote a part of the text.");

    public static readonly Rule EmptyNote = Warning(
        "AD0373", "a footnote without text",
        "The text of a footnote stands behind `[^name]:`, and further blocks of it below, indented by four spaces.");

    public static readonly Rule MissingNote = Warning(
        "AD0374", "a reference to a footnote that is not there",
        "`[^name]` refers to a footnote that begins with `[^name]:`. Without it the reference is shown as it is written. Brackets "
        + "that are meant as text are written `\\[^name]`.");

    public static readonly Rule HeadingWithoutSpace = Warning(
        "AD0375", "a heading without its space",
        "A heading has a space behind its `#` signs. Without it the line is shown as text. A hashtag that begins a line is written "
        + "`\\#tag`.");

    public static readonly Rule EmphasisNotClosed = Warning(
        "AD0376", "emphasis that is never closed",
        "`**`, `__` and `~~` come in pairs within a paragraph, each next to the words it marks. A sign that is meant as text follows "
        + "a backslash or stands between backticks.");

    public static readonly Rule UnusedDefinition = Warning(
        "AD0377", "a link definition that nothing uses",
        "A line such as `[name]: address` defines an address for `[text][name]` and is not shown itself. Use it or delete it; `\\[` "
        + "is a bracket of the text.");

    public static readonly Rule BodyTooLarge = Error(
        "AD0360", "a body that becomes too much HTML",
        "References to a long address or footnote can make a short text very long. Shorten what is repeated, or raise `limits: "
        + "body_size` of site.yaml.");

    public static readonly Rule TooManyFormulas = Error(
        "AD0361", "too many formulas in one body",
        "Each different formula takes some milliseconds of a build. Divide the entry, or raise `limits: formulas` of site.yaml.");

    private static Rule[] Markdown =>
    [
        ControlCharacter, NestedTooDeeply, ActiveAddress, UnknownLanguage, TexDoesNotParse,
        BodyTooLarge, TooManyFormulas,
        FenceNotClosed, RawHtml, UnusedNote, EmptyNote, MissingNote, HeadingWithoutSpace, EmphasisNotClosed, UnusedDefinition,
    ];
}
