using System.Collections.Immutable;

namespace AiDigest.Core.Import;

/// <summary>The formats that can be read.</summary>
public enum ImportFormat
{
    Atom,
    Bibtex,
    Ris,
    JsonFeed,
    Json,
    JsonLines,
    Posts,
}

/// <summary>A file to import from.</summary>
/// <param name="Name">As messages show it.</param>
public sealed record ImportFile(string Name, byte[] Bytes);

/// <summary>One paper or post of an export.</summary>
/// <param name="Origin">Where it stands: <c>papers.jsonl:12</c>.</param>
/// <param name="Draft">Null where it could not be read, which <paramref name="Problem"/> explains.</param>
/// <param name="Unmapped">Keys that have no place in an entry.</param>
public sealed record ImportedItem(string Origin, EntryDraft? Draft, string? Problem, ImmutableArray<string> Unmapped)
{
    public static ImportedItem Of(string origin, EntryDraft draft) => new(origin, draft, null, []);

    public static ImportedItem Failed(string origin, string problem) => new(origin, null, problem, []);
}

/// <summary>The file cannot be read as anything that is known.</summary>
public sealed class ImportException(string message) : Exception(message);
