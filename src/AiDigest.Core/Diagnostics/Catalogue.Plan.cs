namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule AddressTaken = Error(
        "AD0501", "two things take one address",
        "Each file of the site has one source. Change the `slug`, the alias or the file name of one of the two that the message "
        + "names; two tags that fold to one address want a `slug` in `content/tags.yaml`.");

    public static readonly Rule TagTwice = Error(
        "AD0502", "one tag registered twice",
        "A tag and its aliases stand once in `content/tags.yaml`: spellings that differ only in case, Unicode form, spaces, `_` or "
        + "`-` are one tag.");

    public static readonly Rule ReservedTagSlug = Error(
        "AD0503", "a tag takes a reserved address",
        "`/tags/page/` is kept for numbered pages. Give the tag another `slug` in `content/tags.yaml`.");

    public static readonly Rule UnknownTimeZone = Error(
        "AD0504", "unknown time zone",
        "`time_zone` is a name of the IANA database such as `Europe/Moscow`.");

    public static readonly Rule NoSiteUrl = Warning(
        "AD0505", "the site has no `url`",
        "Feeds, the sitemap and canonical links need the site's absolute address; without `url` in `content/site.yaml` they say "
        + "`http://localhost:4000/`.");

    public static readonly Rule AddressGone = Warning(
        "AD0506", "an address of the last build disappears",
        "Readers and other sites may link to it. If the thing has moved, add its old address to `aliases` of the entry or page.");

    public static readonly Rule ReservedName = Error(
        "AD0560", "a name that Windows reserves",
        "Names such as `aux`, `con.txt` or `com1`, and names that end in a dot or hold one of `<>:\"|?*`, cannot exist on Windows: "
        + "such a site can be neither built nor checked out there. Choose another file name or `slug`.");

    public static readonly Rule HostLimit = Warning(
        "AD0586", "the site nears a limit of its host",
        "From 80 % of a limit of the `host` in `content/site.yaml` a build says so, and which kinds of output weigh most. Leave kinds "
        + "out of `outputs`, or choose another host.");

    private static Rule[] Plan =>
        [AddressTaken, TagTwice, ReservedTagSlug, UnknownTimeZone, NoSiteUrl, AddressGone, ReservedName, HostLimit];
}
