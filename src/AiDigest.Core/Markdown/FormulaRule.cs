using System.Buffers;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Where a formula ends. A single <c>$</c> opens before a non-space only, and closes after a non-space and not before a digit, so
/// that prices stay prices; <c>$$</c> closes at the next <c>$$</c>. A backslash takes the next character with it. Between single
/// signs is no other one, as in Pandoc: in <c>$5, and $x$</c> the second opens. And a formula holds no backtick: TeX has hardly
/// a use for it, and a code span that shows a dollar is far likelier.
/// </summary>
internal static class FormulaRule
{
    private static readonly SearchValues<char> Telling = SearchValues.Create("$\\`");

    /// <summary>How many <c>$</c> are at a place.</summary>
    public static int Run(string text, int from, int end)
    {
        var at = from;
        while (at <= end && text[at] == '$')
        {
            at++;
        }

        return at - from;
    }

    /// <summary>
    /// The offset of the closing <c>$</c> or <c>$$</c> for a formula whose content begins at <paramref name="from"/>, or -1; then no
    /// formula of this width that opens before <paramref name="stop"/> closes either, and there is no need to look again.
    /// </summary>
    /// <param name="end">The last offset that may be looked at.</param>
    /// <param name="width">1 or 2.</param>
    public static int Close(string text, int from, int end, int width, out int stop)
    {
        stop = from;
        if (width == 1 && (from > end || char.IsWhiteSpace(text[from])))
        {
            return -1;
        }

        for (var at = from; at <= end; at++)
        {
            var next = text.AsSpan(at, end + 1 - at).IndexOfAny(Telling);
            if (next < 0)
            {
                break;
            }

            at += next;
            if (text[at] == '`')
            {
                stop = at;
                return -1;
            }

            if (text[at] == '\\')
            {
                at++;
            }
            else if (Closes(text, from, at, end, width))
            {
                return at;
            }
            else if (width == 1)
            {
                stop = at;
                return -1;
            }
        }

        stop = end + 1;
        return -1;
    }

    private static bool Closes(string text, int from, int at, int end, int width) => width == 2
        ? at < end && text[at + 1] == '$' && !text.AsSpan(from, at - from).IsWhiteSpace()
        : at > from && !char.IsWhiteSpace(text[at - 1]) && (at == end || !char.IsDigit(text[at + 1]));
}
