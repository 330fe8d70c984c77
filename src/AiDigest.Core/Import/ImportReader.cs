using System.Text;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import;

/// <summary>Tells the format of a file by what is in it, and reads it.</summary>
public static class ImportReader
{
    /// <summary>The names that <c>--from</c> may say.</summary>
    public static IReadOnlyList<string> Names { get; } = ["atom", "bibtex", "ris", "jsonfeed", "json", "jsonlines", "posts"];

    /// <param name="path">A file, or a folder of posts.</param>
    /// <param name="format">Null: told by content.</param>
    /// <exception cref="ImportException">It is of no known format, or not what <paramref name="format"/> says.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<ImportedItem> Read(string path, ImportFormat? format)
    {
        if (ImportFiles.IsFolder(path))
        {
            return format is null or ImportFormat.Posts
                ? [.. ImportFiles.Posts(path).Select(post => PostImport.Read(new ImportFile(post.Name, post.Bytes)))]
                : throw new ImportException($"'{path}' is a folder; a folder holds posts");
        }

        var name = Path.GetFileName(path);
        return Read(new ImportFile(name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name, ImportFiles.Read(path)), format);
    }

    public static IReadOnlyList<ImportedItem> Read(ImportFile file, ImportFormat? format) => (format ?? Told(file)) switch
    {
        ImportFormat.Atom => AtomImport.Read(file),
        ImportFormat.Bibtex => BibtexImport.Read(file),
        ImportFormat.Ris => RisImport.Read(file),
        ImportFormat.JsonFeed => JsonImport.Feed(file),
        ImportFormat.Json => JsonImport.Array(file),
        ImportFormat.JsonLines => JsonImport.Lines(file),
        _ => [PostImport.Read(file)],
    };

    private static ImportFormat Told(ImportFile file)
    {
        var start = Encoding.UTF8.GetString(file.Bytes.AsSpan(0, Math.Min(file.Bytes.Length, 1 << 16))).TrimStart('\uFEFF');
        var text = start.TrimStart();
        if (text.StartsWith("---\n", StringComparison.Ordinal) || text.StartsWith("---\r\n", StringComparison.Ordinal) || text.StartsWith("+++", StringComparison.Ordinal))
        {
            return ImportFormat.Posts;
        }

        return text.Length == 0 ? throw new ImportException($"{file.Name} is empty")
            : text[0] == '<' ? ImportFormat.Atom
            : text[0] == '[' ? ImportFormat.Json
            : text[0] == '{' ? Objects(file)
            : IsRis(text) ? ImportFormat.Ris
            : IsBibtex(text) ? ImportFormat.Bibtex
            : throw new ImportException($"{file.Name} is of no known format ({string.Join(", ", Names)}); name it with --from");
    }

    private static ImportFormat Objects(ImportFile file)
    {
        // An object that ends before the file does is the first of several lines.
        var reader = new System.Text.Json.Utf8JsonReader(file.Bytes.AsSpan().StartsWith("\uFEFF"u8) ? file.Bytes.AsSpan(3) : file.Bytes);
        try
        {
            using var document = System.Text.Json.JsonDocument.ParseValue(ref reader);
            var rest = file.Bytes.AsSpan((int)Math.Min(file.Bytes.Length, reader.BytesConsumed)).Trim(" \t\r\n"u8);
            return rest.StartsWith("{"u8) ? ImportFormat.JsonLines
                : document.RootElement.TryGetProperty("items", out _) ? ImportFormat.JsonFeed
                : rest.IsEmpty ? ImportFormat.Json
                : ImportFormat.Posts;
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException)
        {
            return ImportFormat.JsonLines;
        }
    }

    private static bool IsRis(string text) => text.StartsWith("TY  -", StringComparison.Ordinal);

    private static bool IsBibtex(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            if (end > at + 1 && text.AsSpan(end).TrimStart() is ['{' or '(', ..])
            {
                return true;
            }
        }

        return false;
    }
}
