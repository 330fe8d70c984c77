using System.Text;
using System.Text.Unicode;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Parsing;

/// <summary>The bytes of a file as text: strict UTF-8, without its byte order mark.</summary>
internal static class SourceFile
{
    /// <returns>Null where the file is too large or not UTF-8; the findings say which and where.</returns>
    public static SourceText? Read(string path, ReadOnlySpan<byte> bytes, Limits limits, out Findings findings)
    {
        if (bytes.Length > limits.FileSize)
        {
            findings = new Findings(new SourceText(path, ""));
            findings.Add(Catalogue.FileTooLarge, 1, 1, 1, $"the file has {bytes.Length} bytes, more than the {limits.FileSize} that `limits` allows");
            return null;
        }

        if (bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        if (IsUtf16(bytes))
        {
            // No line of it could be shown.
            findings = new Findings(new SourceText(path, ""));
            findings.Add(Catalogue.Unreadable, 1, 1, 1, "the file is UTF-16, not UTF-8");
            return null;
        }

        if (Utf8.IsValid(bytes))
        {
            var source = new SourceText(path, Encoding.UTF8.GetString(bytes));
            findings = new Findings(source);
            return source;
        }

        findings = Undecodable(path, bytes);
        return null;
    }

    private static Findings Undecodable(string path, ReadOnlySpan<byte> bytes)
    {
        var valid = new char[bytes.Length];
        Utf8.ToUtf16(bytes, valid, out var read, out var written, replaceInvalidSequences: false);
        var findings = new Findings(new SourceText(path, Encoding.UTF8.GetString(bytes)));
        var (line, column) = new SourceText(path, new string(valid, 0, written)).Position(written);
        findings.Add(Catalogue.Unreadable, line, column, 1, $"byte 0x{bytes[Math.Min(read, bytes.Length - 1)]:X2} is not UTF-8");
        return findings;
    }

    /// <summary>By its byte order mark, or by two characters of ASCII: the hyphens that begin an entry, the first key of a YAML file.</summary>
    private static bool IsUtf16(ReadOnlySpan<byte> bytes) =>
        bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [not 0, 0, not 0, 0, ..] or [0, not 0, 0, not 0, ..];
}
