using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Search;

/// <summary>A tag as search knows it.</summary>
/// <param name="Slug">Of its address.</param>
/// <param name="Title">As it is shown.</param>
/// <param name="Names">Key, title and aliases: synonyms of each other, across languages.</param>
public sealed record SearchTag(string Slug, string Title, ImmutableArray<string> Names);

/// <summary>An entry as search knows it.</summary>
/// <param name="Address">Below the root of the site.</param>
/// <param name="Body">Its text; what fills the holes of a body is no text.</param>
public sealed record SearchEntry(string Address, string Title, DateOnly Day, ImmutableArray<SearchTag> Tags, RenderedBody Body)
{
    public string? PaperTitle { get; init; }

    /// <summary>What else is said of it in the words of the summary: its own lead, a takeaway.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    public ImmutableArray<string> Authors { get; init; } = [];

    public string? Venue { get; init; }

    public string? Arxiv { get; init; }

    public string? Doi { get; init; }

    /// <summary>Hash of all that its terms follow from, tags included; equal hashes mean equal terms.</summary>
    public UInt128 Digest { get; init; }
}

/// <summary>A file of search.</summary>
/// <param name="Path">Below the output folder.</param>
/// <param name="Content">A name of its bytes: what has the same is the same.</param>
/// <param name="Make">Gives the bytes, from any thread.</param>
public readonly record struct SearchFile(string Path, string Content, Func<ReadOnlyMemory<byte>> Make);
