using System.Buffers;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace AiDigest.Preview;

/// <summary>
/// A page as it goes to the browser: the built bytes and, put in on the way, the script that follows the preview. It is an external
/// script from the same host, so a page under <c>default-src 'self'</c> runs it, and no built file ever holds it.
/// </summary>
internal static class ServedPage
{
    public const string ScriptPath = "/_aidigest/client.js";
    public const string EventsPath = "/_aidigest/events";
    public const string FrameHeader = "X-AiDigest-Frame";

    private static readonly SearchValues<byte> HexDigits = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>
    /// A hash of the page that does not see which version of a style sheet it names: pages that differ in nothing else need no reload.
    /// </summary>
    public static string Frame(ReadOnlySpan<byte> page)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var done = 0;
        for (var at = page.IndexOf(".css\""u8); at >= 0;)
        {
            // style.1f2e3d4c.css: the dot and eight digits before the end of the name.
            var start = at - 9;
            if (start >= done && page[start] == '.' && !page[(start + 1)..at].ContainsAnyExcept(HexDigits))
            {
                hash.AppendData(page[done..start]);
                done = at;
            }

            var next = page[(at + 1)..].IndexOf(".css\""u8);
            at = next < 0 ? -1 : at + 1 + next;
        }

        hash.AppendData(page[done..]);
        return Convert.ToHexStringLower(hash.GetHashAndReset()[..8]);
    }

    /// <summary>Puts the script at the end of the body, or of the page where no body ends.</summary>
    public static byte[] WithScript(ReadOnlySpan<byte> page, PreviewState state, Snapshot snapshot, string frame)
    {
        var script = Encoding.UTF8.GetBytes(Script(state, snapshot, frame));
        var at = page.LastIndexOf("</body>"u8);
        at = at < 0 ? page.Length : at;
        return [.. page[..at], .. script, .. page[at..]];
    }

    /// <summary>The page that replaces all others while there is no good build yet.</summary>
    public static byte[] Error(PreviewState state, Snapshot snapshot)
    {
        var title = state.Say(PreviewMessages.CannotBeBuilt);
        var text = new StringBuilder(
            $$"""
            <!DOCTYPE html>
            <html lang="{{state.Say(PreviewMessages.Code)}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{{title}}</title>
            <style>body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem } pre { overflow-x: auto; padding: 1rem; border-left: .25rem solid #c4302b }</style>
            </head>
            <body>
            <h1>{{title}}</h1>
            <p>{{state.Say(PreviewMessages.GivesWay)}}</p>

            """.ReplaceLineEndings("\n"));
        foreach (var mistake in snapshot.Mistakes)
        {
            text.Append("<pre>").Append(WebUtility.HtmlEncode(mistake)).Append("</pre>\n");
        }

        text.Append(Script(state, snapshot, frame: "")).Append("</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Script(PreviewState state, Snapshot snapshot, string frame) => string.Create(
        CultureInfo.InvariantCulture,
        $"<script src=\"{ScriptPath}\" defer data-session=\"{state.Session}\" data-version=\"{snapshot.Version}\" "
        + $"data-build=\"{snapshot.Build}\" data-frame=\"{frame}\"></script>\n");
}
