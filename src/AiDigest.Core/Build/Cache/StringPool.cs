namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Gives one string for equal short texts, as far as it remembers. Names of tags and authors are in thousands of entries, and one string
/// each takes less memory. It keeps a bounded number of them, replaces one by another, and may be used from any thread.
/// </summary>
internal sealed class StringPool
{
    /// <summary>Longer texts rarely repeat.</summary>
    public const int Longest = 40;

    private readonly string?[] _held = new string?[1 << 13];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > Longest)
        {
            return text.ToString();
        }

        // Two threads may both put their string there: then there are two of it.
        ref var held = ref _held[(uint)string.GetHashCode(text, StringComparison.Ordinal) % _held.Length];
        return held is { } known && text.SequenceEqual(known) ? known : held = text.ToString();
    }
}
