using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli.Reports;

/// <summary>What people read: diagnostics with their source lines, and the summary of a build.</summary>
internal static class TextReport
{
    public static void Diagnostics(Terminal terminal, BuildReport report)
    {
        var error = terminal.Error;
        foreach (var diagnostic in report.Diagnostics)
        {
            error.WriteLine(Describe(diagnostic, terminal.Language, terminal.Colour));
        }
    }

    /// <summary>A diagnostic with its source line, a caret below and the fixed line; lines end in LF, the last has no end.</summary>
    public static string Describe(Diagnostic diagnostic, MessageLanguage language, bool colour = false)
    {
        var text = colour ? Coloured(diagnostic, language) : Line(diagnostic, language);
        if (diagnostic.SourceLine is { Length: > 0 } source)
        {
            var (shown, column) = Window(source, diagnostic.Column);
            text += "\n  " + Visible(shown) + "\n  " + Caret(shown, column, diagnostic.Length);
        }

        return diagnostic.Fixed is { } fixedText
            ? text + $"\n  {CliMessages.FixLabel.In(language)}: " + Visible(Window(fixedText, diagnostic.Column).Shown)
            : text;
    }

    /// <summary><c>content/papers/x.md:4:7: error AD0103: unknown key 'tgas'</c>.</summary>
    public static string Line(Diagnostic diagnostic, MessageLanguage language) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Visible(diagnostic.Path)}:{diagnostic.Line}:{diagnostic.Column}: {Severity(diagnostic)} {diagnostic.Rule.Id}: "
        + $"{Visible(diagnostic.Text.In(language))}");

    public static string Severity(Diagnostic diagnostic) => diagnostic.Rule.Severity switch
    {
        AiDigest.Core.Diagnostics.Severity.Error => "error",
        AiDigest.Core.Diagnostics.Severity.Warning => "warning",
        _ => "hint",
    };

    /// <summary>The same line with its weight in colour: red, yellow or cyan; place and text stay as they are.</summary>
    private static string Coloured(Diagnostic diagnostic, MessageLanguage language)
    {
        var severity = Severity(diagnostic);
        var colour = severity switch { "error" => 31, "warning" => 33, _ => 36 };
        var place = string.Create(CultureInfo.InvariantCulture, $"{Visible(diagnostic.Path)}:{diagnostic.Line}:{diagnostic.Column}");
        return $"{place}: \e[1;{colour}m{severity}\e[0m {diagnostic.Rule.Id}: {Visible(diagnostic.Text.In(language))}";
    }

    /// <summary>What was fixed, as a difference.</summary>
    public static void Fixes(Terminal terminal, ImmutableArray<Fix> fixes)
    {
        var output = terminal.Out;
        foreach (var fix in fixes)
        {
            output.WriteLine(terminal.Say(CliMessages.Fixed(
                string.Create(CultureInfo.InvariantCulture, $"{Visible(fix.Path)}:{fix.Line}"), fix.Rule.Id, fix.Rule.Named)));
            output.WriteLine("  - " + Visible(fix.Before));
            output.WriteLine("  + " + Visible(fix.After));
        }
    }

    /// <summary>The summary of a check.</summary>
    public static void Checked(Terminal terminal, BuildReport report, long elapsed, bool quiet)
    {
        if (quiet)
        {
            return;
        }

        var seconds = (elapsed / 1000.0).ToString("0.00", CultureInfo.InvariantCulture);
        var (errors, warnings, hints) = (
            Count(report, AiDigest.Core.Diagnostics.Severity.Error), Count(report, AiDigest.Core.Diagnostics.Severity.Warning),
                Count(report, AiDigest.Core.Diagnostics.Severity.Hint));
        terminal.Out.WriteLine(terminal.Say(CliMessages.Checked(Has(report), seconds, errors, warnings, hints)));
    }

    private static int Count(BuildReport report, Severity severity) =>
        report.Diagnostics.Count(diagnostic => diagnostic.Rule.Severity == severity);


    public static void Summary(Terminal terminal, BuildReport report, BuildOptions options, long elapsed, bool quiet)
    {
        if (quiet)
        {
            return;
        }

        var output = terminal.Out;
        Skipped(terminal, report);
        var errors = Count(report, AiDigest.Core.Diagnostics.Severity.Error);
        var warnings = Count(report, AiDigest.Core.Diagnostics.Severity.Warning);
        if (errors > 0)
        {
            output.WriteLine(terminal.Say(CliMessages.BuildFailed(errors, warnings)));
            return;
        }

        output.WriteLine(terminal.Say(Counts(report)));
        var seconds = (elapsed / 1000.0).ToString("0.00", CultureInfo.InvariantCulture);
        var place = $"{Shown(terminal, options.Output)}{Path.DirectorySeparatorChar}";
        output.WriteLine(terminal.Say(CliMessages.Built(seconds, place)));
    }

    /// <summary>The entries that are left out, each with the moment from which it appears.</summary>
    public static void Skipped(Terminal terminal, BuildReport report)
    {
        foreach (var skipped in report.Skipped)
        {
            var when = skipped.Appears is { } moment
                ? CliMessages.Appears(moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture))
                : CliMessages.ADraft;
            terminal.Out.WriteLine(Visible(terminal.Say(CliMessages.LeftOut(
                string.Create(CultureInfo.InvariantCulture, $"{skipped.Source.Path}:{skipped.Source.Line}"), skipped.Title, when))));
        }
    }

    /// <summary>What the site has and what the build did to its files, in one line.</summary>
    public static Message Counts(BuildReport report) =>
        Has(report) + CliMessages.Did(report.Written, report.Unchanged, report.Deleted) + AndWarnings(report);

    /// <summary>The same of a site in memory, which has no files.</summary>
    public static Message Holds(BuildReport report) => Has(report) + AndWarnings(report);

    private static Message AndWarnings(BuildReport report) =>
        Count(report, AiDigest.Core.Diagnostics.Severity.Warning) is > 0 and var count ? CliMessages.AndWarnings(count) : Message.Empty;

    private static Message Has(BuildReport report) => CliMessages.Has(report.Entries, report.Tags, report.Pages);

    /// <summary>A table of what each stage took.</summary>
    public static void Stages(Terminal terminal, BuildReport report)
    {
        var output = terminal.Out;
        if (report.CacheIgnored)
        {
            output.WriteLine(terminal.Say(CliMessages.CacheIgnored));
        }

        output.WriteLine(terminal.Say(CliMessages.StageHead));
        foreach (var stage in report.Stages)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{terminal.Say(CliMessages.Stage(stage.Name)),-22} {stage.Elapsed.TotalMilliseconds,9:0.0} {stage.Items,9} {stage.Allocated / 1048576.0,14:0.0} "
                + $"{stage.Held / 1048576.0,9:0.0}"));
        }
    }

    /// <summary>The layouts that take the slower engine of templates, each with the line that is why.</summary>
    public static void Fallbacks(Terminal terminal, BuildReport report)
    {
        foreach (var fallback in report.Fallbacks)
        {
            terminal.Out.WriteLine(Visible(terminal.Say(CliMessages.SlowerEngine(
                string.Create(CultureInfo.InvariantCulture, $"templates/{fallback.Template}:{fallback.Line}:{fallback.Column}"),
                fallback.Construct, fallback.Layout))));
        }
    }

    /// <summary>A path as seen from the working directory, where that is shorter.</summary>
    public static string Shown(Terminal terminal, string path)
    {
        var relative = Path.GetRelativePath(terminal.Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>Nothing from a file may steer the terminal: control characters and bidirectional overrides are shown, not sent.</summary>
    public static string Visible(string text) => text.Any(IsUnseen)
        ? string.Concat(text.Select(c => c == '\t' ? " " : IsUnseen(c) ? "\uFFFD" : c.ToString()))
        : text;

    private static bool IsUnseen(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>The line itself, or of a long one (a paragraph) the part around the column; and the column in it.</summary>
    private static (string Shown, int Column) Window(string source, int column)
    {
        const int Longest = 200;
        const int Before = 60;
        if (source.Length <= Longest)
        {
            return (source, column);
        }

        var start = Math.Clamp(column - 1 - Before, 0, source.Length - 1);
        start -= start > 0 && char.IsLowSurrogate(source[start]) ? 1 : 0;
        var end = Math.Min(source.Length, start + Longest - Before);
        end -= end < source.Length && char.IsLowSurrogate(source[end]) ? 1 : 0;
        var (head, tail) = (start > 0 ? "…" : "", end < source.Length ? "…" : "");
        return (head + source[start..end] + tail, column - start + head.Length);
    }

    private static string Caret(string source, int column, int length)
    {
        var start = Math.Min(column - 1, source.Length);
        return new string(' ', Width(source.AsSpan(0, start)))
            + new string('^', Math.Max(1, Width(source.AsSpan(start, Math.Min(length, source.Length - start)))));
    }

    /// <summary>Columns that a text takes on a terminal: surrogate pairs are one character, marks none.</summary>
    private static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
        {
            width += char.IsLowSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark ? 0 : 1;
        }

        return width;
    }
}
