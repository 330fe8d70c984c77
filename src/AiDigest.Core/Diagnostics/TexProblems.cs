namespace AiDigest.Core.Diagnostics;

/// <summary>What is wrong with a formula, in Russian. Temml words its problems in English, and the cache of formulas keeps them.</summary>
internal static class TexProblems
{
    /// <returns>The text itself where it is not known.</returns>
    public static string Russian(string english) => english;
}
