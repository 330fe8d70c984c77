namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    private static Rule[] Plan => [];
}
