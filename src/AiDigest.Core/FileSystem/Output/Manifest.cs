using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Output;

/// <param name="Path">Relative to the output folder, with <c>/</c>.</param>
/// <param name="Line">1-based line of the manifest.</param>
public readonly record struct ManifestLine(string Path, int Line);

/// <summary>
/// The codec of <c>/.aidigest-manifest</c>: the paths that the tool owns in the output folder, sorted by ordinal, one a line,
/// each line ended by LF, UTF-8. What is in the file may be deleted, so reading is tolerant but trusts nothing: a line that
/// could lead out of the folder, or that was cut, owns nothing. The other choice, to refuse a damaged manifest, would stop
/// every further build until someone deletes the file by hand.
/// </summary>
public static class Manifest
{
    /// <summary>The manifest's own place in the output folder.</summary>
    public const string FileName = ".aidigest-manifest";

    /// <summary>The folder in the output folder where changed files wait for their place; empty and absent between builds.</summary>
    public const string StagingName = ".aidigest-staging";

    // Of these most paths are.
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// The paths of a manifest that may be owned, sorted by ordinal, each once, with the line where it is first. A last line
    /// without its LF is dropped: it may be the beginning of a longer path, and so the name of someone else's file.
    /// </summary>
    public static ImmutableArray<ManifestLine> Parse(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<ManifestLine>(bytes.Count((byte)'\n'));
        var isSorted = true;
        for (var number = 1; bytes.IndexOf((byte)'\n') is var end and >= 0; number++)
        {
            if (Decode(bytes[..end]) is { } path && IsOwnable(path))
            {
                isSorted &= lines.Count == 0 || string.CompareOrdinal(lines[^1].Path, path) < 0;
                lines.Add(new ManifestLine(path, number));
            }

            bytes = bytes[(end + 1)..];
        }

        return isSorted
            ? [.. lines]
            : [.. lines.DistinctBy(line => line.Path, StringComparer.Ordinal).OrderBy(line => line.Path, StringComparer.Ordinal)];
    }

    /// <summary>The bytes of a manifest that names these paths, whatever their order.</summary>
    public static byte[] Format(IEnumerable<string> paths)
    {
        var text = new ArrayBufferWriter<byte>(1 << 16);
        string? last = null;
        foreach (var path in SortedPaths.Sorted(paths))
        {
            if (path != last)
            {
                Strict.GetBytes(path, text);
                text.Write("\n"u8);
                last = path;
            }
        }

        return text.WrittenSpan.ToArray();
    }

    /// <summary>The paths of both, sorted by ordinal, each once.</summary>
    public static ImmutableArray<string> Union(IEnumerable<string> owned, IEnumerable<string> planned) =>
        [.. owned.Union(planned, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>
    /// Whether a path may be in a manifest: relative, of plain names with <c>/</c> between them, without control characters and
    /// backslashes, no longer than file systems hold (<see cref="PathLimits"/>), and neither the manifest nor a file of the staging folder.
    /// On Windows a colon (a drive, a stream) is out too.
    /// </summary>
    public static bool IsOwnable(string path)
    {
        if (path.Length == 0 || PathLimits.IsTooLong(path) || path == FileName || path == StagingName
            || path.StartsWith(StagingName + "/", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var name in path.AsSpan().Split('/'))
        {
            if (path.AsSpan(name) is "" or "." or "..")
            {
                return false;
            }
        }

        if (!path.AsSpan().ContainsAnyExcept(Plain))
        {
            return true;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '\\' || char.IsControl(path[i]) || IsLoneSurrogate(path, i) || (path[i] == ':' && OperatingSystem.IsWindows()))
            {
                return false;
            }
        }

        return true;
    }

    // A half of a pair has no UTF-8: such a name could be written, but never be read back.
    private static bool IsLoneSurrogate(string text, int index) =>
        char.IsSurrogate(text[index])
        && !(index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        && !(index > 0 && char.IsSurrogatePair(text[index - 1], text[index]));

    private static string? Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
