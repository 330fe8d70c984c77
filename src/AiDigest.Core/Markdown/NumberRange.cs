namespace AiDigest.Core.Markdown;

/// <summary>Finds ranges of numbers, which do not break after their dash: <c>3,6–4,0</c>.</summary>
internal static class NumberRange
{
    private const int Longest = 12;

    /// <returns>Where the first range begins and ends that begins at <paramref name="from"/> or later; (0, 0) if there is none.</returns>
    public static (int Start, int End) Find(ReadOnlySpan<char> text, int from)
    {
        for (var at = from; text[at..].IndexOf('–') is var next and >= 0; at += next + 1)
        {
            var dash = at + next;
            var (start, end) = Around(text, dash, from);
            if (start < dash && end > dash + 1)
            {
                return (start, end);
            }
        }

        return (0, 0);
    }

    /// <summary>Where the numbers on both sides of a dash begin and end, not before <paramref name="least"/>.</summary>
    private static (int Start, int End) Around(ReadOnlySpan<char> text, int dash, int least)
    {
        var (start, end) = (dash, dash + 1);
        while (start > least && dash - start < Longest && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
        {
            start--;
        }

        while (end < text.Length && end - dash <= Longest && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        while (text[end - 1] is '.' or ',')
        {
            end--;
        }

        return (start < dash && !char.IsAsciiDigit(text[dash - 1]) ? dash : start, end);
    }
}
