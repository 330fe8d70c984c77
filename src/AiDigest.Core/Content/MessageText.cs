namespace AiDigest.Core.Content;

/// <summary>What an author wrote, made fit for a message: on one line, of bounded length, in quotes.</summary>
internal static class MessageText
{
    private const int Longest = 60;

    public static string Quoted(string text) => "'" + Shown(text) + "'";

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
