using System.Collections.Frozen;

namespace AiDigest.Preview;

/// <summary>
/// The types of what sites hold, by the ends of file names. Texts that the tool writes are UTF-8, and the answer says so.
/// </summary>
internal static class ContentTypes
{
    private const string Utf8 = "; charset=utf-8";

    private static readonly FrozenDictionary<string, string> ByEnd = new Dictionary<string, string>
    {
        [".html"] = "text/html" + Utf8,
        [".htm"] = "text/html" + Utf8,
        [".xml"] = "application/xml" + Utf8,
        [".json"] = "application/json" + Utf8,
        [".webmanifest"] = "application/manifest+json" + Utf8,
        [".css"] = "text/css" + Utf8,
        [".js"] = "text/javascript" + Utf8,
        [".mjs"] = "text/javascript" + Utf8,
        [".txt"] = "text/plain" + Utf8,
        [".csv"] = "text/csv" + Utf8,
        [".md"] = "text/markdown" + Utf8,
        [".bib"] = "application/x-bibtex" + Utf8,
        [".svg"] = "image/svg+xml" + Utf8,
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".avif"] = "image/avif",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".woff"] = "font/woff",
        [".ttf"] = "font/ttf",
        [".otf"] = "font/otf",
        [".pdf"] = "application/pdf",
        [".zip"] = "application/zip",
        [".gz"] = "application/gzip",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".mp3"] = "audio/mpeg",
        [".wasm"] = "application/wasm",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static string Of(string path) => ByEnd.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
}
