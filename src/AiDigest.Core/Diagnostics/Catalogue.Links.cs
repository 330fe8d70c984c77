namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule RemoteImage = Error("AD0401", "remote image", "A page asks nothing of other hosts, and pictures there disappear. Put the file beside the entry and name it by a relative path.");

    private static Rule[] Links => [RemoteImage];
}
