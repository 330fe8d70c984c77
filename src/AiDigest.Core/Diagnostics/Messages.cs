using System.Globalization;

namespace AiDigest.Core.Diagnostics;

/// <summary>
/// Every message of the library in both languages, by the stage that reports it. A member is a template: its parameters are the named
/// arguments, and a test calls each member to see that both languages show the same ones. Russian quotes with « and » and counts by the
/// plural rules of CLDR.
/// </summary>
public static partial class Messages
{
    /// <summary>A number with its noun: <c>1 entry</c>, <c>2 entries</c>.</summary>
    public static string English(long count, string one, string other) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : other)}");

    /// <summary>
    /// A number with its noun by CLDR's rule for Russian: 1 and 21 take <c>one</c>, 2 to 4 and 22 <c>few</c>, 5 to 20 and 11 to 14
    /// <c>many</c>.
    /// </summary>
    public static string Russian(long count, string one, string few, string many)
    {
        var (last, lastTwo) = (Math.Abs(count % 10), Math.Abs(count % 100));
        var noun = lastTwo is >= 11 and <= 14 ? many : last == 1 ? one : last is >= 2 and <= 4 ? few : many;
        return string.Create(CultureInfo.InvariantCulture, $"{count} {noun}");
    }

    /// <summary>The end of a message that names what was probably meant, or nothing.</summary>
    public static Message DidYouMean(string? near) =>
        near is null ? Message.Empty : new($"; did you mean '{near}'?", $"; может быть, «{near}»?");

    /// <summary>A text of the author in quotes, made fit for a message.</summary>
    private static string Q(string text) => MessageText.Quoted(text);

    /// <summary>The same in Russian quotes.</summary>
    private static string R(string text) => "«" + MessageText.Shown(text) + "»";

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);
}
