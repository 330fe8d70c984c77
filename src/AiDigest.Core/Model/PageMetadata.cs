using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>A page that belongs to no day: "О проекте".</summary>
public sealed record PageMetadata
{
    private static readonly string[] Reserved = ["papers", "tags", "authors", "archive", "search", "assets", "api", "stats", "page"];

    public required SourceRef Source { get; init; }

    public required Located Title { get; init; }

    /// <summary>The address below the root without slashes at its ends: <c>docs/howto</c>.</summary>
    public required Located Address { get; init; }

    public bool Menu { get; init; }

    public string? Description { get; init; }

    public ImmutableArray<Located> Aliases { get; init; } = [];

    public bool Draft { get; init; }

    public EntryDate? Updated { get; init; }

    public ExtraValue? Extra { get; init; }

    /// <summary>The site uses what begins like this address itself: its sections, and its years.</summary>
    public static bool IsReserved(string address)
    {
        var first = address.Split('/')[0];
        return Array.IndexOf(Reserved, first) >= 0 || (first.Length == 4 && !first.AsSpan().ContainsAnyExceptInRange('0', '9'));
    }
}
