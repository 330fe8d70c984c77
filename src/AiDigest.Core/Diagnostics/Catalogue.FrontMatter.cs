namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule Unreadable = Error("AD0101", "the file is not UTF-8 text", "Sources are UTF-8. Save the file again in this encoding.");
    public static readonly Rule NoFrontMatter = Error("AD0102", "no front matter", "An entry begins with a line of three hyphens, YAML keys, and a second line of three hyphens.");
    public static readonly Rule UnknownKey = Error("AD0103", "unknown key", "Only the keys of the format are known; the nearest one is named. Free keys belong under `extra`.");

    private static Rule[] FrontMatter => [Unreadable, NoFrontMatter, UnknownKey];
}
