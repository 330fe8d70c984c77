namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule ForeignFile = Error(
        "AD0701", "a file that the tool does not own stands at an address of the site",
        "Nothing is written over what the tool has not made. Move the file to `content/static/`, remove it, or choose another output "
        + "folder.");

    private static Rule[] Output => [ForeignFile];
}
