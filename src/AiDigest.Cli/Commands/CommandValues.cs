using System.Globalization;

namespace AiDigest.Cli.Commands;

/// <summary>Values of options that several commands take.</summary>
internal static class CommandValues
{
    /// <exception cref="UsageException">It is no day.</exception>
    public static DateOnly? Day(string option, string? given) => given is null ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2200 ? day
        : throw new UsageException(CliMessages.NeedsADay(option, given));
}
