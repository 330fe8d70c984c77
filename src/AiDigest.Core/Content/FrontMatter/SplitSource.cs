using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>A stretch of whole lines of a file that is YAML.</summary>
/// <param name="Text">The text that holds it: the file's, or a copy of the stretch with a line fixed.</param>
/// <param name="LinesBefore">Lines of the file that come before it.</param>
internal readonly record struct YamlText(string Text, int Start, int Length, int LinesBefore)
{
    public ReadOnlySpan<char> Span => Text.AsSpan(Start, Length);
}

/// <summary>The two parts of a Markdown source: YAML between two lines of three hyphens, and the text below.</summary>
/// <param name="CloseLine">1-based line of the closing hyphens.</param>
/// <param name="BodyStart">Offset at which the text below begins.</param>
internal readonly record struct SplitSource(YamlText Yaml, int CloseLine, int BodyStart)
{
    public static SplitSource? Split(SourceText source, DiagnosticBag findings)
    {
        if (!IsFence(source, 1))
        {
            findings.Add(Catalogue.NoFrontMatter, 1, 1, int.MaxValue / 2, source.Text.StartsWith("+++", StringComparison.Ordinal)
                ? Messages.TomlFrontMatter
                : Messages.NoFrontMatter);
            return null;
        }

        for (var line = 2; source.Has(line); line++)
        {
            if (IsFence(source, line))
            {
                var start = source.LineStart(2);
                var body = source.Has(line + 1) ? source.LineStart(line + 1) : source.Text.Length;
                return new SplitSource(new YamlText(source.Text, start, source.LineStart(line) - start, 1), line, body);
            }
        }

        findings.Add(Catalogue.FrontMatterNotClosed, 1, 1, 3, Messages.FrontMatterNotClosed);
        return null;
    }

    private static bool IsFence(SourceText source, int line)
    {
        var start = source.LineStart(line);
        var text = source.Text;
        if (start + 3 > text.Length || text[start] != '-' || text[start + 1] != '-' || text[start + 2] != '-')
        {
            return false;
        }

        for (var i = start + 3; i < text.Length && text[i] is not ('\n' or '\r'); i++)
        {
            if (text[i] is not (' ' or '\t'))
            {
                return false;
            }
        }

        return true;
    }
}
