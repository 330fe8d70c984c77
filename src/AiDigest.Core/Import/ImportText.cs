using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import;

/// <summary>
/// The text of an imported file. It is UTF-8, or UTF-16 with its byte order mark, or what the file itself or the owner (<c>--encoding</c>)
/// declares. Other bytes are refused with their place: a guess would write wrong letters into entries, and it would go unnoticed.
/// </summary>
internal static partial class ImportText
{
    private const int HeaderLength = 512;

    /// <exception cref="ImportException">A byte is not of the encoding, or the encoding is unknown.</exception>
    public static string Of(ImportFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (Marked(bytes) is { } marked)
        {
            return Encoding.GetEncoding(marked.CodePage).GetString(bytes[marked.GetPreamble().Length..]);
        }

        var name = file.Encoding ?? Declared(bytes);
        if (name is null || Named(name, file.Name) is not { } encoding || encoding is UTF8Encoding)
        {
            Check(file);
            return Encoding.UTF8.GetString(bytes);
        }

        return encoding.GetString(bytes);
    }

    /// <summary>The bytes as UTF-8 without a mark, for formats that are read from bytes.</summary>
    public static byte[] Utf8(ImportFile file)
    {
        if (Marked(file.Bytes) is null && file.Encoding is null && Declared(file.Bytes) is null)
        {
            Check(file);
            return file.Bytes;
        }

        return Encoding.UTF8.GetBytes(Of(file));
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
        : null;

    /// <summary>What XML says in its first line, and JabRef in a comment.</summary>
    private static string? Declared(ReadOnlySpan<byte> bytes)
    {
        var header = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeaderLength)]);
        return Declaration()
            .Match(header) is { Success: true } found ? found.Groups[1].Success ? found.Groups[1].Value : found.Groups[2].Value : null;
    }

    private static Encoding Named(string name, string file)
    {
        var known = name.Trim()
            .ToLowerInvariant() switch
        {
            "cp1251" or "win-1251" => "windows-1251",
            "cp1252" => "windows-1252",
            "utf8" =>
                "utf-8",
            var other => other
        };
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new ImportException(
                Messages.UnknownEncoding(file, YamlScalars.Line(name)));
        }
    }

    private static void Check(ImportFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return;
        }

        var at = FirstWrong(bytes);
        var before = bytes[..at];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        throw new ImportException(
            Messages.NotUtf8($"{file.Name}:{line}:{column}", bytes[at], at));
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += length;
        }

        return bytes.Length - 1;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([A-Za-z0-9._-]+)["']|^\s*%\s*Encoding:\s*([A-Za-z0-9._-]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
