namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule Unreadable =
        Error("AD0101", "the file is not UTF-8 text", "Sources are UTF-8. Save the file again in this encoding.");
    public static readonly Rule NoFrontMatter =
        Error("AD0102", "no front matter", "An entry begins with a line of three hyphens, YAML keys, and a second line of three hyphens.");
    public static readonly Rule UnknownKey =
        Error("AD0103", "unknown key", "Only the keys of the format are known; the nearest one is named. Free keys belong under `extra`.");
    public static readonly Rule FrontMatterNotClosed =
        Error("AD0104", "front matter without its end",
            "The front matter ends at a line of three hyphens, which is missing. Add it before the text.");
    public static readonly Rule NoKeys =
        Error("AD0105", "no keys",
            "The file or its front matter holds no keys at all. An entry wants at least `title`, `date` and `tags`.");
    public static readonly Rule NotAMapping =
        Error("AD0106", "not a mapping of keys",
            "The file or its front matter is one text or one list. Write keys, each with a colon and its value.");
    public static readonly Rule FileTooLarge =
        Error("AD0107", "the file is too large",
            "A source may have so many bytes as `limits: file_size` of site.yaml allows. Split the file or raise the limit.");
    public static readonly Rule TooDeep =
        Error("AD0108", "lists and mappings nested too deep",
            "YAML collections may be nested as deep as `limits: nesting` of site.yaml allows. Flatten the value or raise the limit.");
    public static readonly Rule YamlSyntax =
        Error("AD0109", "the YAML cannot be read",
            "The text breaks the syntax of YAML at this place. Values that hold punctuation are safe in double quotes.");
    public static readonly Rule UnquotedColon =
        Error("AD0110", "a colon in an unquoted text", "A colon and a space begin a new value in YAML. Put the whole text in quotes.");
    public static readonly Rule TextCutByHash =
        Error("AD0111", "a text cut off at #",
            "A space and `#` begin a comment in YAML, so that the rest of the text is lost. Put the text in quotes, or the comment on "
            + "a line of its own.");
    public static readonly Rule HashInBrackets =
        Error("AD0112", "# inside a list in brackets",
            "`#` begins a comment in YAML, which swallows the closing bracket. Leave the `#` out (a tag needs none) or put the item "
            + "in quotes.");
    public static readonly Rule TabIndentation =
        Error("AD0113", "a tab as indentation", "YAML is indented by spaces only. Replace the tab by spaces.");
    public static readonly Rule ReservedStart =
        Error("AD0114", "a text that begins like YAML syntax",
            "A text that begins with a quote, a bracket or one of @ ` % * & ! | > must stand in quotes as a whole.");
    public static readonly Rule UnclosedQuote =
        Error("AD0115", "a quote that is not closed", "The text begins with a quote and has none at its end. Close it.");
    public static readonly Rule MissingSpace =
        Error("AD0116", "no space after a colon or hyphen",
            "YAML wants a space between the colon and the value, and between the hyphen and the item.");
    public static readonly Rule WrongIndentation =
        Error("AD0117", "wrong indentation",
            "Keys of one mapping and items of one list begin in the same column. Align the line with those above it.");
    public static readonly Rule UnclosedBracket =
        Error("AD0118", "a bracket that is not closed",
            "A list in brackets ends with `]`, a mapping in braces with `}`. Close it on the same line.");
    public static readonly Rule UnknownEscape =
        Error("AD0119", "an unknown escape in double quotes",
            "In double quotes a backslash begins an escape of YAML. Use single quotes, in which it stands for itself.");
    public static readonly Rule AnchorOrAlias =
        Error("AD0120", "an anchor or alias of YAML",
            "Anchors (`&name`) and aliases (`*name`) are not part of the format. Write the value out, or quote the text.");
    public static readonly Rule YamlTag =
        Error("AD0121", "a tag of YAML", "Types such as `!name` are not part of the format. Leave the tag out, or quote the text.");
    public static readonly Rule MergeKey = Error("AD0122", "a merge key of YAML", "`<<` is not part of the format. Write the keys out.");
    public static readonly Rule SeveralDocuments =
        Error("AD0123", "several YAML documents",
            "A file holds one document. Make a file of each; several entries of a day stand under `entries`.");
    public static readonly Rule DuplicateKey =
        Error("AD0124", "a key that stands twice", "A mapping has each of its keys once. Keep one of the two.");
    public static readonly Rule BadKey =
        Error("AD0125", "a key that is no text", "A key is one plain word. Lists, mappings and blank keys are not part of the format.");
    public static readonly Rule MissingKey = Error("AD0126", "a required key is missing", "Add the key.");
    public static readonly Rule BlankValue =
        Error("AD0127", "a blank value", "The value may not be blank. Fill it in, or remove the key where it is optional.");
    public static readonly Rule NotText =
        Error("AD0128", "not a text", "One text is wanted here, not a list or mapping. Where the text only looks like one, quote it.");
    public static readonly Rule NotAList =
        Error("AD0129", "not a list", "A list is wanted here: items in brackets, or one a line, each after a hyphen.");
    public static readonly Rule NotAValueMapping =
        Error("AD0130", "not a mapping", "Keys with values are wanted here, indented below this key.");
    public static readonly Rule BadFlag =
        Error("AD0131", "neither true nor false", "A switch is `true` or `false`, in lower case and without quotes.");
    public static readonly Rule BadDate =
        Error("AD0132", "a malformed date", "A date is `2026-11-14`, or a moment with its offset: `2026-11-14T09:00+03:00`.");
    public static readonly Rule BadSlug = Error("AD0133", "a malformed slug", "A slug has only the letters a to z, digits and hyphens.");
    public static readonly Rule BadAlias =
        Error("AD0134", "a malformed alias",
            "An alias is an old path in the site that ends in `/` or `.html`, without scheme, query, fragment, `..` or `//`.");
    public static readonly Rule BadImage =
        Error("AD0135", "an image that is no relative path", "The image is a file beside the entry, named by its relative path.");
    public static readonly Rule BadAddress =
        Error("AD0136", "a malformed address", "An address begins with `https://` or `http://` and a host, and holds no white space.");
    public static readonly Rule BadArxiv =
        Error("AD0137", "a malformed arXiv id",
            "An arXiv id is `2411.19108`, with its version `2411.19108v2`, or of the old form `hep-th/9901001`, without prefix or "
            + "address.");
    public static readonly Rule BadDoi =
        Error("AD0138", "a malformed DOI", "A DOI is `10.`, four to nine digits, `/` and a name, without the address of a resolver.");
    public static readonly Rule EmptyTag =
        Error("AD0139", "a tag without a name",
            "Nothing is left of the tag when `#`, spaces, `_` and `-` are taken off. Give it a letter or digit.");
    public static readonly Rule BlankBody =
        Error("AD0140", "a blank body", "A summary has a text. Write it below the front matter, or under `body` in a YAML file.");
    public static readonly Rule TrustedName =
        Error("AD0141", "a key of extra that ends in _html",
            "Templates trust names that end in `_html` as finished HTML, which content may not give. Choose another name.");
    public static readonly Rule NotShared =
        Error("AD0142", "a key that a day cannot share",
            "Title, slug, aliases, image and body belong to one entry. Move the key into the items of `entries`.");
    public static readonly Rule ReservedAddress =
        Error("AD0143", "an address that the site uses itself",
            "Standing pages may not begin with papers, tags, authors, archive, search, assets, api, stats, page or a year. Choose "
            + "another slug or folder.");
    public static readonly Rule InvisibleCharacter =
        Warning("AD0144", "an invisible character",
            "Control characters and overrides of the writing direction are removed. Delete them; a backslash of TeX wants single quotes.");
    public static readonly Rule MissingColon =
        Error("AD0145", "no colon after a key", "A key is followed by a colon, a space and its value.");

    public static readonly Rule SeveralInOne = Warning(
        "AD0170", "several tags or authors in one text",
        "Each tag and each author is an item of its own: `tags: [attention, acceleration]`, `authors: [Anna Petrova, Ivan Li]`. Names "
        + "of two words or more that hold a comma stand in quotes.");

    public static readonly Rule DraftWithoutText = Warning(
        "AD0171", "a draft without text",
        "A draft may wait for its text, but it cannot be published without one.");

    public static readonly Rule NameTooLong = Error(
        "AD0172", "a name too long for an address",
        "A slug has at most 100 characters, each part of an old address at most 240 bytes: file systems hold no longer names. Shorten it.");

    public static readonly Rule MoreMistakes = Warning(
        "AD0160", "more mistakes than are shown",
        "Of one file so many mistakes are shown as a person can work by. Fix those first, and build again.");

    public static readonly Rule TooManyItems = Error(
        "AD0161", "a list with too many items",
        "Each tag is a page that shows the entry, and each alias a file, so lists are bounded by `limits` of site.yaml. Shorten the "
        + "list, or raise the limit.");

    private static Rule[] FrontMatter =>
    [
        Unreadable, NoFrontMatter, UnknownKey, FrontMatterNotClosed, NoKeys, NotAMapping, FileTooLarge, TooDeep, YamlSyntax, UnquotedColon,
        TextCutByHash, HashInBrackets, TabIndentation, ReservedStart, UnclosedQuote, MissingSpace, WrongIndentation, UnclosedBracket,
        UnknownEscape, AnchorOrAlias, YamlTag, MergeKey, SeveralDocuments, DuplicateKey, BadKey, MissingKey, BlankValue, NotText, NotAList,
        NotAValueMapping, BadFlag, BadDate, BadSlug, BadAlias, BadImage, BadAddress, BadArxiv, BadDoi, EmptyTag, BlankBody, TrustedName,
        NotShared, ReservedAddress, InvisibleCharacter, MissingColon, MoreMistakes, TooManyItems,
        SeveralInOne, DraftWithoutText, NameTooLong,
    ];
}
