using System.Buffers;
using System.Text;
using System.Text.Unicode;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>The bytes of a file as text: strict UTF-8, without its byte order mark.</summary>
internal static class SourceDecoder
{
    /// <returns>Null where the file is too large or not UTF-8; the findings say which and where.</returns>
    public static SourceText? Read(string path, ReadOnlySpan<byte> bytes, Limits limits, out DiagnosticBag findings)
    {
        if (bytes.Length > limits.FileSize)
        {
            findings = new DiagnosticBag(new SourceText(path, ""));
            findings.Add(
                Catalogue.FileTooLarge, 1, 1, 1,
                Messages.FileHasBytes(bytes.Length, limits.FileSize));
            return null;
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (IsUtf16(bytes))
        {
            // No line of it could be shown.
            findings = new DiagnosticBag(new SourceText(path, ""));
            findings.Add(Catalogue.Unreadable, 1, 1, 1, Messages.FileIsUtf16);
            return null;
        }

        // No text has more characters than bytes. To count and to check them before they are decoded takes longer.
        var decoded = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            var isText =
                Utf8.ToUtf16(bytes, decoded, out var read, out var written, replaceInvalidSequences: false) == OperationStatus.Done;
            var source = new SourceText(path, new string(decoded, 0, written));
            findings = isText ? new DiagnosticBag(source) : Undecodable(bytes, read, source);
            return isText ? source : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(decoded);
        }
    }

    /// <param name="read">Bytes that could be decoded.</param>
    /// <param name="valid">What they are.</param>
    private static DiagnosticBag Undecodable(ReadOnlySpan<byte> bytes, int read, SourceText valid)
    {
        var findings = new DiagnosticBag(new SourceText(valid.Path, Encoding.UTF8.GetString(bytes)));
        var (line, column) = valid.Position(valid.Text.Length);
        findings.Add(Catalogue.Unreadable, line, column, 1, Messages.ByteIsNotUtf8(bytes[Math.Min(read, bytes.Length - 1)]));
        return findings;
    }

    /// <summary>
    /// By its byte order mark, or by two characters of ASCII: the hyphens that begin an entry, the first key of a YAML file.
    /// </summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];
}
