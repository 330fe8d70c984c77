using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using AiDigest.Cli.Reports;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>
/// Mistakes of the command line in both languages. System.CommandLine gives them as English sentences alone, so they are told apart by
/// their words; a test makes each of them.
/// </summary>
internal static partial class ParseErrors
{
    public static Message Explain(ParseError error)
    {
        var text = TextReport.Visible(error.Message);
        if (Unrecognized().Match(text) is { Success: true } unexpected)
        {
            return CliMessages.UnexpectedWord(unexpected.Groups[1].Value);
        }

        if (Missing().Match(text) is { Success: true } missing)
        {
            return CliMessages.ArgumentMissing(missing.Groups[missing.Groups[1].Success ? 1 : 2].Value);
        }

        if (NotAmong().Match(text) is { Success: true } unknown)
        {
            return CliMessages.NotAmong(
                unknown.Groups[1].Value,
                string.Join(", ", Quoted().Matches(unknown.Groups[2].Value).Select(match => match.Groups[1].Value)));
        }

        if (NotParsed().Match(text) is { Success: true } unreadable)
        {
            return CliMessages.NotReadable(unreadable.Groups[1].Value, unreadable.Groups[2].Value);
        }

        if (TooMany().Match(text) is { Success: true } many)
        {
            return CliMessages.OneValueOnly(many.Groups[1].Value);
        }

        return text.StartsWith("Required command", StringComparison.Ordinal) ? CliMessages.CommandMissing : Message.Foreign(text);
    }

    [GeneratedRegex("^Unrecognized command or argument '(.*)'")]
    private static partial Regex Unrecognized();

    [GeneratedRegex("^Required argument (?:'(.*?)' )?missing for (?:command|option): '(.*?)'")]
    private static partial Regex Missing();

    [GeneratedRegex("^Argument '(.*)' not recognized. Must be one of:(.*)$", RegexOptions.Singleline)]
    private static partial Regex NotAmong();

    [GeneratedRegex("'([^']*)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("^Cannot parse argument '(.*)' for (?:option|command) '(.*?)'")]
    private static partial Regex NotParsed();

    [GeneratedRegex("^Option '(.*?)' expects a single argument")]
    private static partial Regex TooMany();
}
