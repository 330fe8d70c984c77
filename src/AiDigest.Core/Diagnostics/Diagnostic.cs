namespace AiDigest.Core.Diagnostics;

/// <summary>
/// A mistake of an author, a theme or a setting, at its place. A diagnostic is a value: it knows nothing of consoles, and it
/// carries its source line, so that printing it needs no file. Exceptions are for bugs and failing disks.
/// </summary>
/// <param name="Rule">The entry of the catalogue.</param>
/// <param name="Path">The file, relative to the site root, with <c>/</c>.</param>
/// <param name="Line">1-based line in the file.</param>
/// <param name="Column">1-based column in the line, in UTF-16 units, as editors count.</param>
/// <param name="Length">How many UTF-16 units the caret underlines; at least 1.</param>
/// <param name="Text">One line, without a final full stop, in both languages.</param>
/// <param name="SourceLine">The line of the file as it is; null where there is no file to show.</param>
/// <param name="Fixed">The line as it should be; null where no single fix is certain.</param>
public sealed record Diagnostic(
    Rule Rule, string Path, int Line, int Column, int Length, Message Text, string? SourceLine = null, string? Fixed = null)
{
    /// <summary>The text in English.</summary>
    public string Message => Text.English;

    /// <summary>A diagnostic in a file that was read earlier. Its source line is looked up when it is printed.</summary>
    public static Diagnostic At(Rule rule, SourceRef at, Message message) =>
        new(rule, at.Path, Math.Max(1, at.Line), Math.Max(1, at.Column), Math.Max(1, at.Length), message);

    /// <summary>A diagnostic of a whole file, none of whose lines would explain it.</summary>
    public static Diagnostic OfFile(Rule rule, string path, Message message) => new(rule, path, 1, 1, 1, message, "");

    /// <summary>
    /// The total order in which diagnostics are shown, the same in both languages: by path, line, column, id and English text, all ordinal.
    /// </summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        var order = string.CompareOrdinal(left.Path, right.Path);
        if (order == 0)
        {
            order = left.Line.CompareTo(right.Line);
        }

        if (order == 0)
        {
            order = left.Column.CompareTo(right.Column);
        }

        if (order == 0)
        {
            order = string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
        }

        return order == 0 ? string.CompareOrdinal(left.Message, right.Message) : order;
    }
}
