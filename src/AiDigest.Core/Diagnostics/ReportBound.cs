namespace AiDigest.Core.Diagnostics;

/// <summary>
/// Counts the diagnostics of one file, and says when there are enough. A hostile file of a megabyte has hundreds of thousands of mistakes,
/// and each diagnostic keeps its line, which may be as long as the file.
/// </summary>
internal sealed class ReportBound
{
    /// <summary>What one file reports of each severity.</summary>
    public const int Most = 500;

    /// <summary>Characters of lines that are kept with the diagnostics.</summary>
    private const int MostText = 4 << 20;

    private int _errors;
    private int _warnings;
    private int _text;

    /// <summary>How many were not reported.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether no further error is taken, so that none need be made.</summary>
    public bool IsFull => _errors >= Most;

    /// <summary>Whether one more is reported; if not, it is counted. The first of each severity always is.</summary>
    public bool Takes(Severity severity)
    {
        var count = severity == Severity.Warning ? _warnings : _errors;
        if (count < Most && (_text < MostText || count == 0))
        {
            return true;
        }

        Dropped++;
        return false;
    }

    public void Count(Diagnostic diagnostic)
    {
        _text += (diagnostic.SourceLine?.Length ?? 0) + (diagnostic.Fixed?.Length ?? 0);
        _ = diagnostic.Rule.Severity == Severity.Warning ? _warnings++ : _errors++;
    }
}
