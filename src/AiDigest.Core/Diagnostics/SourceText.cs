namespace AiDigest.Core.Diagnostics;

/// <summary>
/// The text of one file with the starts of its lines. Every position that leaves it is 1-based and lies inside the file; a
/// caller may hand in any numbers, they are brought inside. Lines end at LF, CRLF or CR.
/// </summary>
public sealed class SourceText
{
    private readonly List<int> _starts = [0];

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        for (var i = 0; text.AsSpan(i).IndexOfAny('\n', '\r') is >= 0 and var length;)
        {
            i += length + (text[i + length] == '\r' && i + length + 1 < text.Length && text[i + length + 1] == '\n' ? 2 : 1);
            _starts.Add(i);
        }
    }

    /// <summary>Relative to the site root, with <c>/</c>.</summary>
    public string Path { get; }

    public string Text { get; }

    public int LineCount => _starts.Count;

    /// <summary>The line with this 1-based number, without its end.</summary>
    public string Line(int number)
    {
        var index = Math.Clamp(number, 1, _starts.Count) - 1;
        var end = index + 1 < _starts.Count ? _starts[index + 1] : Text.Length;
        return Text[_starts[index]..end].TrimEnd('\r', '\n');
    }

    /// <summary>The offset in <see cref="Text"/> at which the line with this 1-based number starts.</summary>
    public int LineStart(int number) => _starts[Math.Clamp(number, 1, _starts.Count) - 1];

    /// <summary>1-based line and column of an offset in <see cref="Text"/>.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        var index = _starts.BinarySearch(offset);
        index = index >= 0 ? index : ~index - 1;
        return (index + 1, offset - _starts[index] + 1);
    }

    /// <summary>Makes a diagnostic at a place of this file, with its line.</summary>
    public Diagnostic Report(Rule rule, int line, int column, int length, string message, string? mended = null)
    {
        line = Math.Clamp(line, 1, _starts.Count);
        var source = Line(line);
        column = Math.Clamp(column, 1, source.Length + 1);
        length = Math.Clamp(length, 1, Math.Max(1, source.Length + 1 - column));
        return new Diagnostic(rule, Path, line, column, length, message, source, mended);
    }
}
