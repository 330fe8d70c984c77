namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule ControlCharacter = Warning("AD0301", "control character", "Control characters, marks that turn the direction of text, and noncharacters come from copying out of PDF files; they are removed. Delete them in the source, one warning stands for a line.");
    public static readonly Rule NestedTooDeeply = Error("AD0302", "nested deeper than the limits", "Quotes, lists, brackets or emphasis are nested deeper than `limits` allows, or marks are repeated by the thousand, which costs the parser as much. Such a text is hardly meant: divide it, or put it into a fence.");
    public static readonly Rule ActiveAddress = Warning("AD0303", "address of a scheme that does not lead to a page", "Links lead into the site or to `http:`, `https:` and `mailto:` addresses. Any other scheme, such as `javascript:` or `data:`, may act on the reader's machine: the link is dropped and its text kept.");
    public static readonly Rule UnknownLanguage = Warning("AD0304", "unknown language of a fence", "The first word behind an opening fence names the language of the code. Correct it, or write `text` where there is none.");
    public static readonly Rule TexDoesNotParse = Warning("AD0305", "TeX that does not parse", "What stands between dollars is TeX, turned into MathML when the site is built. This formula has a command that is unknown or has no place on a page, a group that is not closed, or is too long or nested too deeply; its source is shown as it is. A dollar that opens no formula is written `\\$`.");

    private static Rule[] Markdown => [ControlCharacter, NestedTooDeeply, ActiveAddress, UnknownLanguage, TexDoesNotParse];
}
