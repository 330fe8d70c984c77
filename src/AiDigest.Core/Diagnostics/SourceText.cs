namespace AiDigest.Core.Diagnostics;

/// <summary>
/// The text of one file with the starts of its lines. Every position that leaves it is 1-based and lies inside the file; a
/// caller may hand in any numbers, they are brought inside. Lines end at LF, CRLF or CR.
/// </summary>
/// <param name="path">Relative to the site root, with <c>/</c>.</param>
public sealed class SourceText(string path, string text)
{
    private readonly Lock _lock = new();

    // Of the lines as far as somebody has asked: of most files it is the first few, and the place of the text below.
    private readonly List<int> _starts = [0];
    private bool _isWhole;

    // Diagnostics of one line share its text: a paragraph of a thousand letters may have several.
    private int _lastLine = -1;
    private string _last = "";

    /// <summary>Relative to the site root, with <c>/</c>.</summary>
    public string Path => path;

    public string Text => text;

    public int LineCount => Known(int.MaxValue);

    /// <summary>Whether there is a line with this 1-based number.</summary>
    public bool Has(int number) => number >= 1 && Known(number) >= number;

    /// <summary>The line with this 1-based number, without its end.</summary>
    public string Line(int number)
    {
        lock (_lock)
        {
            if (_lastLine == number)
            {
                return _last;
            }
        }

        var start = LineStart(number);
        var length = Text.AsSpan(start).IndexOfAny('\n', '\r');
        var line = length < 0 ? Text[start..] : Text.Substring(start, length);
        lock (_lock)
        {
            (_lastLine, _last) = (number, line);
        }

        return line;
    }

    /// <summary>The offset in <see cref="Text"/> at which the line with this 1-based number starts.</summary>
    public int LineStart(int number)
    {
        lock (_lock)
        {
            return _starts[Math.Clamp(number, 1, Known(number)) - 1];
        }
    }

    /// <summary>1-based line and column of an offset in <see cref="Text"/>.</summary>
    public (int Line, int Column) Position(int offset)
    {
        offset = Math.Clamp(offset, 0, Text.Length);
        lock (_lock)
        {
            Known(int.MaxValue);
            var index = _starts.BinarySearch(offset);
            index = index >= 0 ? index : ~index - 1;
            return (index + 1, offset - _starts[index] + 1);
        }
    }

    /// <summary>Makes a diagnostic at a place of this file, with its line.</summary>
    public Diagnostic Report(Rule rule, int line, int column, int length, Message message, string? fixedText = null)
    {
        line = Math.Clamp(line, 1, Known(Math.Max(1, line)));
        var source = Line(line);
        column = Math.Clamp(column, 1, source.Length + 1);
        length = Math.Clamp(length, 1, Math.Max(1, source.Length + 1 - column));
        return new Diagnostic(rule, Path, line, column, length, message, source, fixedText);
    }

    /// <summary>Finds lines until there is one of this number.</summary>
    /// <returns>How many are known, which are all where they are fewer.</returns>
    private int Known(int number)
    {
        lock (_lock)
        {
            while (!_isWhole && _starts.Count < number)
            {
                var i = _starts[^1];
                var length = Text.AsSpan(i).IndexOfAny('\n', '\r');
                if (length < 0)
                {
                    _isWhole = true;
                }
                else
                {
                    i += length;
                    _starts.Add(i + (Text[i] == '\r' && i + 1 < Text.Length && Text[i + 1] == '\n' ? 2 : 1));
                }
            }

            return _starts.Count;
        }
    }
}
