namespace AiDigest.Core.Diagnostics;

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

    public static bool IsIn(ReadOnlySpan<char> text) => IndexIn(text) >= 0;

    // A plain loop: the vectorised search for a set that spans so many blocks of Unicode is slower on Cyrillic text.
    public static int IndexIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if ((c < ' ' && c is not ('\t' or '\n' or '\r')) || (c >= '\u007F' && (c <= '\u009F' || (c >= '\u2028' && IsHigh(c)))))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsHigh(char c) =>
        c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or Space or Removed;

    /// <summary>The text of the same length with marks in place of what is unprintable.</summary>
    public static string Marked(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (marked, text) =>
    {
        text.CopyTo(marked);
        for (var i = 0; i < marked.Length; i++)
        {
            marked[i] = IsIn(marked.Slice(i, 1)) ? Mark(marked[i]) : marked[i];
        }
    });

    /// <summary>The text without what is unprintable; separators become spaces.</summary>
    public static string Without(string text)
    {
        var clean = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsIn(new ReadOnlySpan<char>(in c)))
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
