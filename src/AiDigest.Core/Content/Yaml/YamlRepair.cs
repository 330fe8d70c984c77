using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.Yaml;

/// <summary>
/// Explains why YAML cannot be read, and reads it all the same. The parser says where it stuck, which is seldom what is wrong:
/// so the lines at and above that place are looked through for the usual mistakes, each is fixed on trial, and the fix with
/// which the file can be read beyond the place is the explanation. The fixed text is then read on, so that one run finds the
/// other mistakes too. (Explaining by the parser's message alone was turned down: a lost quote is reported lines later.)
/// </summary>
internal static class YamlRepair
{
    private const int MostFixes = 32;
    private const int LinesAbove = 8;
    private const int MostColumns = 3;

    /// <summary>Trials cost a parse each: fewer of them for a larger file.</summary>
    private const int Budget = 2_000_000;

    public static YamlNode? Read(SourceText source, YamlText text, int nesting, DiagnosticBag findings)
    {
        if (FlatYaml.Read(text, nesting) is { } flat)
        {
            return flat;
        }

        var outcome = YamlTree.Read(source, text, nesting);
        var trials = Math.Clamp(Budget / Math.Max(1, text.Length), 4, 160);
        for (var fixes = 0; outcome.Fault is { } fault; fixes++)
        {
            if (fixes == MostFixes || Fix(source, ref text, ref outcome, fault, nesting, ref trials, findings) is false)
            {
                Explain(source, text, fault, findings);
                return null;
            }
        }

        findings.AddRange(outcome.Diagnostics);
        return outcome.Root;
    }

    private static bool Fix(
        SourceText source, ref YamlText text, ref YamlOutcome outcome, YamlFault fault, int nesting, ref int trials, DiagnosticBag findings)
    {
        var lines = new SourceText(source.Path, text.Text.Substring(text.Start, text.Length));
        foreach (var number in Order(fault, text.LinesBefore, lines))
        {
            var written = lines.Line(number);
            foreach (var suspect in YamlSuspects.Of(written, Columns(lines, number), Block(lines, number)))
            {
                if (trials-- <= 0)
                {
                    return false;
                }

                var start = lines.LineStart(number);
                var more = suspect.Rule == Catalogue.UnquotedColon ? LinesOfText(lines, number) : 0;
                var fixedText = lines.Text[..start] + suspect.Fixed + Without(lines, number, more, start + written.Length);
                var trial = new YamlText(fixedText, 0, fixedText.Length, text.LinesBefore);
                var next = YamlTree.Read(source, trial, nesting);
                if (next.Fault is null || next.Fault.Value.Line > Math.Max(fault.Line, fault.EndLine))
                {
                    var line = number + text.LinesBefore;
                    if (more == 0)
                    {
                        findings.AddFixed(suspect.Rule, line, suspect.Column, suspect.Length, suspect.Message, suspect.Fixed);
                    }
                    else
                    {
                        // Quotes around its first line would fix the text no more than they would cut it.
                        findings.Add(
                            suspect.Rule, line, suspect.Column, suspect.Length, suspect.Message + AsBlock(YamlLine.Of(written).Key));
                    }

                    (text, outcome) = (trial, next);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// The key whose text without quotes began above and goes on in a line; null where there is none. Only a body is meant to have several
    /// lines: elsewhere the indentation is as likely to be the slip.
    /// </summary>
    private static string? TextAbove(SourceText source, int number, int before)
    {
        var indent = YamlLine.Of(source.Line(number)).Indent;
        for (var above = number - 1; above > before; above--)
        {
            var line = YamlLine.Of(source.Line(above));
            if (line.Indent < line.Text.Length && line.Indent < indent)
            {
                return line.HasKey && line.Rest is [not ('|' or '>' or '"' or '\'' or '[' or '{' or '&' or '*' or '!'), ..]
                    && line.Key == "body" ? line.Key : null;
            }
        }

        return null;
    }

    private static Message AsBlock(string key) => Messages.BeginABlock(key);

    /// <summary>How many lines after one of the form <c>key: text</c> go on with the text.</summary>
    private static int LinesOfText(SourceText lines, int number)
    {
        var first = YamlLine.Of(lines.Line(number));
        var count = 0;
        for (var below = number + 1; first.HasKey && below <= lines.LineCount; below++)
        {
            var line = lines.Line(below);
            var indent = line.Length - line.TrimStart(' ').Length;
            if (indent < line.Length && indent <= first.Content)
            {
                break;
            }

            count = indent < line.Length ? below - number : count;
        }

        return count;
    }

    /// <summary>The text from a place on, with so many lines left blank.</summary>
    private static string Without(SourceText lines, int number, int count, int from)
    {
        for (var line = number + 1; line <= number + count; line++)
        {
            lines = new SourceText(lines.Path, lines.Text.Remove(lines.LineStart(line), lines.Line(line).Length));
        }

        return lines.Text[from..];
    }

    /// <summary>1-based lines of the YAML to look at: an indented beginning, where it stuck, then upwards, then the first.</summary>
    private static IEnumerable<int> Order(YamlFault fault, int before, SourceText lines)
    {
        var (from, to) = (Math.Min(fault.Line - before, lines.LineCount), fault.EndLine - before);
        var first = 1;
        while (first < lines.LineCount && YamlLine.Of(lines.Line(first)).IsEmpty)
        {
            first++;
        }

        if (first < from && lines.Line(first)[0] is ' ' or '\t')
        {
            yield return first;
        }

        if (to != from && to <= lines.LineCount)
        {
            yield return Math.Max(1, to);
        }

        for (var line = from; line >= Math.Max(1, from - LinesAbove); line--)
        {
            yield return line;
        }

        if (from - LinesAbove > first)
        {
            yield return first;
        }
    }

    private static List<int> Columns(SourceText lines, int number)
    {
        var columns = new List<int>(MostColumns);
        for (var above = number - 1; above >= 1 && above > number - 40 && columns.Count < MostColumns; above--)
        {
            var line = YamlLine.Of(lines.Line(above));
            if (line.IsEmpty)
            {
                continue;
            }

            foreach (var column in (int[])[line.Content + 1, line.Indent + 1])
            {
                if (!columns.Contains(column) && columns.Count < MostColumns)
                {
                    columns.Add(column);
                }
            }
        }

        if (!columns.Contains(1))
        {
            columns.Add(1);
        }

        return columns;
    }

    /// <summary>The 1-based column at which the lines of the block of text above (<c>body: |</c>) begin; 0 where there is none.</summary>
    private static int Block(SourceText lines, int number)
    {
        var first = 0;
        for (var above = number - 1; above >= 1 && above > number - 400; above--)
        {
            var line = YamlLine.Of(lines.Line(above));
            if (line.HasKey && line.Rest is ['|' or '>', ..])
            {
                return first > line.Indent + 1 ? first : 0;
            }

            first = line.Indent < line.Text.Length ? line.Indent + 1 : first;
        }

        return 0;
    }

    /// <summary>No fix helps: the likeliest mistake of the line is named without one, else what the parser says.</summary>
    private static void Explain(SourceText source, YamlText text, YamlFault fault, DiagnosticBag findings)
    {
        var number = Math.Clamp(fault.Line, text.LinesBefore + 1, source.LineCount);
        foreach (var suspect in YamlSuspects.Of(source.Line(number), []))
        {
            findings.Add(suspect.Rule, number, suspect.Column, suspect.Length, suspect.Message);
            return;
        }

        if (TextAbove(source, number, text.LinesBefore) is { } key && YamlLine.Of(source.Line(number)) is { HasKey: true } cut)
        {
            findings.Add(Catalogue.UnquotedColon, number, cut.KeyEnd + 1, 1, Messages.ColonInText + AsBlock(key));
            return;
        }

        // A text of several lines is cut in two by a comment at the end of the line above.
        foreach (var suspect in YamlSuspects.Of(source.Line(number - 1), []))
        {
            if (suspect.Rule == Catalogue.TextCutByHash && number - 1 > text.LinesBefore)
            {
                findings.Add(suspect.Rule, number - 1, suspect.Column, suspect.Length, suspect.Message);
                return;
            }
        }

        findings.Add(Catalogue.YamlSyntax, number, fault.Column, 1, fault.Message);
    }
}
