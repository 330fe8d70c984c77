namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule RemoteImage =
        Error("AD0401", "remote image",
            "A page asks nothing of other hosts, and pictures there disappear. Put the file beside the entry and name it by a "
            + "relative path.");

    public static readonly Rule DeadLink = Error(
        "AD0402", "a dead internal link",
        "A link within the site names an entry's or page's source file, a file beside the entry, an address of the site, or a heading "
        + "by `#` and its words. Nothing stands where this one leads.");

    public static readonly Rule LeavesContent = Error(
        "AD0403", "a path leaves content/",
        "Only what lies in `content/` can be published.");

    public static readonly Rule MissingImage = Error(
        "AD0404", "a missing image",
        "The picture is not there. Paths are relative to the file that names them.");

    public static readonly Rule FileType = Error(
        "AD0405", "a file of this type is not published",
        "Beside an entry may stand png, jpg, jpeg, webp, avif, gif, pdf, csv, txt, bib and zip; pictures are png, jpg, jpeg, webp, "
        + "avif or gif. Anything else belongs to the owner's `content/static/`.");

    public static readonly Rule LinkToSkipped = Warning(
        "AD0406", "a link to an entry that is not published yet",
        "The target is a draft or dated in the future: the link stands as plain text until it appears.");

    public static readonly Rule SymbolicLink = Error(
        "AD0407", "a symbolic link in the sources",
        "Links are not followed, since they could publish files from outside the repository. Put the file itself in its place.");

    public static readonly Rule NamesTwice = Error(
        "AD0408", "two file names that are one in Unicode's composed form",
        "Some systems keep й as two characters. Rename one of the two files.");

    public static readonly Rule UnreadFile = Warning(
        "AD0409", "a file in content/ that nothing reads",
        "Entries end in `.md` or `.yaml` and stand in `content/papers/`, pages end in `.md` and stand in `content/pages/`, files to "
        + "copy stand in `content/static/`.");

    private static Rule[] Links =>
        [RemoteImage, DeadLink, LeavesContent, MissingImage, FileType, LinkToSkipped, SymbolicLink, NamesTwice, UnreadFile];
}
