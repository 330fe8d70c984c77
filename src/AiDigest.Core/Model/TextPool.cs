namespace AiDigest.Core.Model;

/// <summary>
/// Makes one string of short texts that are equal, as far as it remembers: names of tags, authors and keys stand in thousands of entries.
/// It keeps a bounded number of them, forgets one for another, and may be asked from any thread.
/// </summary>
public static class TextPool
{
    /// <summary>Longer texts are hardly ever said twice.</summary>
    public const int Longest = 40;

    private static readonly string?[] Held = new string?[1 << 13];

    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        // Two threads may both put their string there: then there are two of it.
        ref var held = ref Held[(uint)string.GetHashCode(text, StringComparison.Ordinal) % Held.Length];
        return held is { } known && text.SequenceEqual(known) ? known : held = text.ToString();
    }
}
