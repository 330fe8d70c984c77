namespace AiDigest.Core.Compression;

/// <summary>How a compressed copy is encoded, as <c>Content-Encoding</c> names it.</summary>
public enum CompressionFormat
{
    /// <summary>RFC 1952: every client reads it.</summary>
    Gzip,

    /// <summary>RFC 7932: smaller by a tenth, read by browsers over HTTPS.</summary>
    Brotli,
}
