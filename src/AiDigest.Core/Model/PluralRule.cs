namespace AiDigest.Core.Model;

/// <summary>Cardinal plural categories of CLDR for whole numbers (Unicode TR 35, part 3).</summary>
public static class PluralRule
{
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <returns><c>one</c>, <c>few</c>, <c>many</c> in Russian; <c>one</c>, <c>other</c> in English.</returns>
    public static string Category(string language, long number)
    {
        var n = Math.Abs(number);
        if (language != "ru")
        {
            return n == 1 ? "one" : "other";
        }

        var (tens, units) = (n % 100, n % 10);
        return tens is >= 11 and <= 14 ? "many"
            : units == 1 ? "one"
            : units is >= 2 and <= 4 ? "few"
            : "many";
    }
}
