using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Writers;

/// <summary><c>robots.txt</c> (RFC 9309): everything may be read; the sitemap where there is one.</summary>
internal static class RobotsWriter
{
    public static void Write(PageView view, Utf8Output output)
    {
        output.Clear();
        output.Write("User-agent: *\nAllow: /\n"u8);
        if (view.Parts[0].View is LinkView { Url: { } url })
        {
            output.Write("Sitemap: "u8);
            output.Write(url);
            output.Write("\n"u8);
        }
    }
}
