using System.Globalization;
using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Markdown;

/// <summary>
/// The Markdown of a body as the parser sees it, without unwanted characters, and the way from its offsets back to the file.
/// Lines are never added or removed, so only columns of a line that lost a character have to be fixed.
/// </summary>
internal sealed class CleanSource
{
    private readonly BodySource _source;
    private readonly List<Diagnostic> _diagnostics;
    private readonly ReportBound _bound = new();
    private List<(int Line, int Column)>? _removed;
    private SourceText? _lines;

    public CleanSource(BodySource source, bool math, List<Diagnostic> diagnostics)
    {
        _source = source;
        _diagnostics = diagnostics;
        var text = ForbiddenCharacters.Whole(source.Markdown);
        Written = ForbiddenCharacters.IndexOfUnwanted(text) >= 0 ? Clean(text) : text;
        Text = math ? FormulaBars.Protect(Written) : Written;
    }

    /// <summary>The text without unwanted characters.</summary>
    public string Written { get; }

    /// <summary>The same text, of the same length, with <see cref="ForbiddenCharacters.ProtectedBar"/> for the bars of formulas.</summary>
    public string Text { get; }

    /// <summary>The place in the file of an offset in <see cref="Text"/>.</summary>
    public SourceRef At(int offset, int length = 1)
    {
        _lines ??= new SourceText(_source.File.Path, Written);
        var (line, column) = _lines.Position(offset);
        foreach (var removed in _removed ?? [])
        {
            if (removed.Line == line && removed.Column <= column)
            {
                column++;
            }
        }

        return _source.At(line, column, Math.Max(1, length));
    }

    public void Report(Rule rule, int offset, int length, Message message)
    {
        if (_bound.Takes(rule.Severity))
        {
            Add(rule, At(offset, length), message);
        }
    }

    /// <summary>Says how many diagnostics were too many, after the last of them.</summary>
    public void ReportMore()
    {
        if (_bound.Dropped > 0)
        {
            _diagnostics.Add(_source.File.Report(Catalogue.MoreMistakes, 1, 1, 1, Messages.MoreMistakes(_bound.Dropped)));
        }
    }

    private void Add(Rule rule, SourceRef at, Message message)
    {
        var diagnostic = _source.File.Report(rule, at.Line, at.Column, at.Length, message);
        _diagnostics.Add(diagnostic);
        _bound.Count(diagnostic);
    }

    private string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        _removed = [];
        var (line, column, reported) = (1, 1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (ForbiddenCharacters.IsUnwanted(c))
            {
                if (clean.Length > 0 && clean[^1] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                {
                    // Two line ends must not become one.
                    clean.Append(' ');
                }
                else
                {
                    _removed.Add((line, column));
                }

                if (reported < line)
                {
                    reported = line;
                    if (_bound.Takes(Catalogue.ControlCharacter.Severity))
                    {
                        Add(Catalogue.ControlCharacter, _source.At(line, column), Messages.ControlCharacter(c));
                    }
                }
            }
            else
            {
                clean.Append(c);
            }

            var ends = c == '\n' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'));
            (line, column) = ends ? (line + 1, 1) : (line, column + 1);
        }

        return clean.ToString();
    }
}
