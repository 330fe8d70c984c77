using AiDigest.Core.Build.Cache;

namespace AiDigest.Core.Explain;

/// <summary>The name of one part of a key, as <c>explain</c> prints it.</summary>
public static class KeyPartName
{
    public static string Of(KeyParts part) => part.ToString().ToLowerInvariant();
}
