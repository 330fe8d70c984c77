using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import;

/// <summary>The formats that can be read.</summary>
public enum ImportFormat
{
    /// <summary>Atom or RSS.</summary>
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
/// <param name="Encoding">The name of its encoding, where the owner gave one.</param>
public sealed record ImportFile(string Name, byte[] Bytes, string? Encoding = null);

/// <summary>One paper or post of an export.</summary>
/// <param name="Origin">Where it is: <c>papers.jsonl:12</c>.</param>
/// <param name="Draft">Null where there is nothing to import; <paramref name="Problem"/> says why.</param>
/// <param name="Unmapped">Keys that have no place in an entry.</param>
/// <param name="Notes">What was lost or assumed.</param>
public sealed record ImportedItem(string Origin, EntryDraft? Draft, Message? Problem, ImmutableArray<string> Unmapped, ImportNotes Notes)
{
    /// <summary>It is no paper, and nothing is wrong with that.</summary>
    public bool IsPassed { get; init; }

    /// <summary>Its text is of another format than the file.</summary>
    public bool IsUnread { get; init; }

    public static ImportedItem Of(string origin, EntryDraft draft) => new(origin, draft, null, [], new ImportNotes());

    public static ImportedItem Failed(string origin, Message problem) => new(origin, null, problem, [], new ImportNotes());

    public static ImportedItem Passed(string origin, Message reason) => Failed(origin, reason) with { IsPassed = true };
}

/// <summary>The file cannot be read: it is damaged, or its encoding is not known.</summary>
public class ImportException(Message message) : MessageException(message);

/// <summary>The file is of another format than the one that was expected, or of none that is known.</summary>
public sealed class UnknownFormatException(Message message) : ImportException(message);

/// <summary>One item cannot be read; the others can.</summary>
public sealed class UnreadableException(Message message) : MessageException(message);
