using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Import.Bibliography;
using AiDigest.Core.Import.Feeds;
using AiDigest.Core.Import.Json;
using AiDigest.Core.Import.Posts;

namespace AiDigest.Core.Import;

/// <summary>Tells the format of a file by its extension, else by what is in it, and reads it.</summary>
public static partial class ImportReader
{
    /// <summary>The names that <c>--from</c> may say.</summary>
    public static IReadOnlyList<string> Names { get; } = ["atom", "rss", "bibtex", "ris", "jsonfeed", "json", "jsonlines", "posts"];

    /// <summary>The format that a name of <see cref="Names"/> stands for; null for another name.</summary>
    public static ImportFormat? Named(string? name) => name switch
    {
        "atom" or "rss" => ImportFormat.Atom,
        "bibtex" => ImportFormat.Bibtex,
        "ris" => ImportFormat.Ris,
        "jsonfeed" => ImportFormat.JsonFeed,
        "json" => ImportFormat.Json,
        "jsonlines" => ImportFormat.JsonLines,
        "posts" => ImportFormat.Posts,
        _ => null,
    };

    /// <param name="path">A file, or a folder of posts.</param>
    /// <param name="format">Null: told by name and content.</param>
    /// <param name="encoding">Of a file that is not UTF-8; null: what the file says.</param>
    /// <exception cref="UnknownFormatException">It is of no known format, or not what <paramref name="format"/> says.</exception>
    /// <exception cref="ImportException">It is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<ImportedItem> Read(string path, ImportFormat? format, string? encoding = null)
    {
        if (ImportFiles.IsFolder(path))
        {
            return format is null or ImportFormat.Posts
                ? PostFolder.Read(path, encoding)
                : throw new UnknownFormatException(Messages.FolderHoldsPosts(path));
        }

        var name = Path.GetFileName(path);
        var file =
            new ImportFile(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, ImportFiles.Read(path), encoding);
        return Read(file, format, Path.GetDirectoryName(Path.GetFullPath(path)));
    }

    /// <param name="folder">Where the file is, for the pictures beside a post; null where it is nowhere.</param>
    public static IReadOnlyList<ImportedItem> Read(ImportFile file, ImportFormat? format, string? folder = null)
    {
        IReadOnlyList<ImportedItem> items = (format ?? Extension(file) ?? FormatOf(file)) switch
        {
            ImportFormat.Atom => FeedImport.Read(file),
            ImportFormat.Bibtex => BibtexImport.Read(file),
            ImportFormat.Ris => RisImport.Read(file),
            ImportFormat.JsonFeed => JsonFeedImport.Read(file),
            ImportFormat.Json => JsonImport.Document(file),
            ImportFormat.JsonLines => JsonImport.Lines(file),
            _ => PostFolder.Read(file, folder),
        };
        return DayOfName(file.Name) is { } day
            ? [.. items.Select(item => item.Draft is { Day: null, Moment: null } draft
                ? item with { Draft = draft with { FileDay = day } }
                : item)]
            : items;
    }

    /// <summary>The day in a file's name: <c>2026-07-01.jsonl</c>, <c>papers_20260701.json</c>.</summary>
    public static DateOnly? DayOfName(string name)
    {
        var match = NameDay().Match(name[(name.LastIndexOf('/') + 1)..]);
        return match.Success
            && DateOnly.TryParseExact(match.Groups[1].Value + match.Groups[2].Value + match.Groups[3].Value, "yyyyMMdd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
    }

    private static ImportFormat? Extension(ImportFile file) => Path.GetExtension(file.Name).ToLowerInvariant() switch
    {
        ".bib" or ".bibtex" => ImportFormat.Bibtex,
        ".ris" => ImportFormat.Ris,
        ".jsonl" or ".ndjson" => ImportFormat.JsonLines,
        ".atom" or ".rss" => ImportFormat.Atom,
        ".md" or ".markdown" => ImportFormat.Posts,
        _ => null,
    };

    private static ImportFormat FormatOf(ImportFile file)
    {
        var start = ImportText.Of(file with { Bytes = file.Bytes.Length > 1 << 16 ? Beginning(file.Bytes) : file.Bytes });
        var text = start.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith("---\n", StringComparison.Ordinal) || text.StartsWith("---\r\n", StringComparison.Ordinal)
            || text.StartsWith("+++", StringComparison.Ordinal))
        {
            return ImportFormat.Posts;
        }

        return text.Length == 0 ? throw new UnknownFormatException(Messages.FileIsEmpty(file.Name))
            : text[0] == '<' ? ImportFormat.Atom
            : text[0] == '[' ? ImportFormat.Json
            : text[0] == '{' ? JsonKind.Of(file)
            : RisImport.IsTagged(text) ? ImportFormat.Ris
            : BibtexStart().IsMatch(text) ? ImportFormat.Bibtex
            : throw new UnknownFormatException(Messages.UnknownFormat(file.Name, string.Join(", ", Names)));
    }

    /// <summary>The first bytes, up to the end of a line, so that no letter is cut.</summary>
    private static byte[] Beginning(byte[] bytes)
    {
        var start = bytes.AsSpan(0, 1 << 16);
        var end = start.LastIndexOf((byte)'\n');
        return end > 0 ? [.. start[..end]] : start.ToArray() is var whole
            && Encoding.UTF8.GetString(whole).TrimEnd('\uFFFD') is var text ? Encoding.UTF8.GetBytes(text) : whole;
    }

    [GeneratedRegex(@"(?<![0-9])((?:19|20|21)[0-9]{2})[-_.]?([0-9]{2})[-_.]?([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex NameDay();

    [GeneratedRegex(@"@[A-Za-z]+\s*[{(]", RegexOptions.CultureInvariant)]
    private static partial Regex BibtexStart();
}
