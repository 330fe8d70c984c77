using System.Buffers;

namespace AiDigest.Core.Parsing;

/// <summary>
/// Characters that no text of a source may hold: controls other than tab and line ends, overrides of the writing direction,
/// line and paragraph separators and byte order marks. Before YAML is read each becomes a mark of the same length, so that all
/// columns stay true: YAML takes NUL for the end of the file, and U+0085 and U+2028 for line ends.
/// </summary>
internal static class Unprintable
{
    /// <summary>Stands for a character to remove.</summary>
    public const char Removed = '\uFFFF';

    /// <summary>Stands for a separator that becomes a space.</summary>
    public const char Space = '\uFFFE';

    private static readonly SearchValues<char> All = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F" +
        "\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F" +
        "\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\uFEFF\uFFFE\uFFFF");

    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAny(All);

    public static int IndexIn(ReadOnlySpan<char> text) => text.IndexOfAny(All);

    /// <summary>The text of the same length with marks in place of what is unprintable.</summary>
    public static string Marked(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (marked, text) =>
    {
        text.CopyTo(marked);
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] = All.Contains(marked[i]) ? Mark(marked[i]) : marked[i];
        }
    });

    /// <summary>The text without what is unprintable; separators become spaces.</summary>
    public static string Without(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!All.Contains(c))
            {
                clean.Append(c);
            }
            else if (Mark(c) == Space)
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    private static char Mark(char c) => c is '\u2028' or '\u2029' or Space ? Space : Removed;
}
