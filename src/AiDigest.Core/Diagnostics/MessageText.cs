namespace AiDigest.Core.Diagnostics;

/// <summary>What an author wrote, made fit for a message: on one line, of bounded length, in quotes.</summary>
internal static class MessageText
{
    private const int Longest = 60;

    public static string Quoted(string text) => "'" + Shown(text) + "'";

    /// <summary>A text that was read without mistakes, cut at <see cref="Longest"/> characters.</summary>
    public static string Shortened(string text) => text.Length <= Longest ? text : text[..(Longest - 1)].TrimEnd() + "…";

    public static string Shown(string text)
    {
        var cut = text.Length > Longest;
        var shown = (cut ? text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] : text).ToCharArray();
        for (var i = 0; i < shown.Length; i++)
        {
            shown[i] = shown[i] is '\n' or '\r' or '\t' ? ' ' : Unprintable.IsIn(shown.AsSpan(i, 1)) ? '\uFFFD' : shown[i];
        }

        return new string(shown) + (cut ? "…" : "");
    }
}
