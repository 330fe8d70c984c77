using System.Globalization;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli.Reports;

/// <summary>Diagnostics as workflow commands, which GitHub shows at the lines of a pull request.</summary>
internal static class GithubReport
{
    public static void Write(TextWriter output, BuildReport report, MessageLanguage language)
    {
        foreach (var diagnostic in report.Diagnostics)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"::{Level(diagnostic)} file={Property(diagnostic.Path)},line={diagnostic.Line},col={diagnostic.Column},title={diagnostic.Rule.Id}::{Data(Text(diagnostic, language))}"));
        }
    }

    // GitHub's words are error, warning and notice.
    private static string Level(Diagnostic diagnostic) =>
        TextReport.Severity(diagnostic) is var severity && severity == "hint" ? "notice" : severity;

    private static string Text(Diagnostic diagnostic, MessageLanguage language) =>
        diagnostic.Fixed is { } fixedText
            ? $"{diagnostic.Text.In(language)}\n{CliMessages.FixLabel.In(language)}: {fixedText}"
            : diagnostic.Text.In(language);

    // What would end a command or begin another one, so that content cannot speak to the runner.
    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
