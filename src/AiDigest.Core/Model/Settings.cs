using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>A line of the menu: a path in the site (<c>/tags/</c>) or an http(s) address.</summary>
public sealed record MenuItem(string Title, Located To);

/// <summary>Bounds that keep a hostile file from costing more than it should.</summary>
/// <param name="FileSize">Bytes of one source file; 1 MiB by default.</param>
/// <param name="Nesting">Levels of nested quotes, lists, brackets or YAML collections; 64 by default.</param>
public sealed record Limits(int FileSize = 1 << 20, int Nesting = 64)
{
    /// <summary>Tags of one entry: each is a page that shows the whole entry.</summary>
    public int Tags { get; init; } = 50;

    /// <summary>Authors of one paper. Some collaborations name thousands.</summary>
    public int Authors { get; init; } = 5_000;

    /// <summary>Items of any other list of one file: aliases, corrections, addresses of code, lines of the menu.</summary>
    public int ListItems { get; init; } = 200;

    /// <summary>Entries of one day file.</summary>
    public int DayEntries { get; init; } = 500;

    /// <summary>Bytes of HTML that one body may become.</summary>
    public int BodySize { get; init; } = 16 << 20;

    /// <summary>Different formulas of one body.</summary>
    public int Formulas { get; init; } = 500;

    /// <summary>Characters of one formula.</summary>
    public int FormulaLength { get; init; } = 2_000;

    /// <summary>Characters of all different formulas of one body.</summary>
    public int AllFormulas => Formulas * 100;

    /// <summary>Items that a list of this name may have.</summary>
    public int ItemsOf(string name) => name switch
    {
        "tags" => Tags,
        "authors" => Authors,
        "entries" => DayEntries,
        _ => ListItems,
    };
}

/// <summary>The settings of the site: <c>content/site.yaml</c>, with a default for everything.</summary>
public sealed record Settings
{
    public string Title { get; init; } = "AI Digest";

    public string Tagline { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Absolute, ending in <c>/</c>; null where the author gave none.</summary>
    public string? Url { get; init; }

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ru";

    /// <summary>A name of the IANA database, with its place.</summary>
    public Located TimeZone { get; init; } = new("Europe/Moscow", default);

    public string? Author { get; init; }

    public int PageSize { get; init; } = 20;

    /// <summary>Full summaries of one day on home and on its own page, at most.</summary>
    public int DayMax { get; init; } = 100;

    public int FeedSize { get; init; } = 50;

    public int AuthorMin { get; init; } = 2;

    /// <summary>Published entries from which two tags together have a page.</summary>
    public int PairMin { get; init; } = 10;

    public ImmutableArray<MenuItem> Menu { get; init; } = [];

    /// <summary>Address of a source in its repository, with <c>{path}</c>.</summary>
    public string? EditUrl { get; init; }

    public bool Math { get; init; } = true;

    public bool Highlight { get; init; } = true;

    public bool Typography { get; init; } = true;

    /// <summary>The rules of <c>check</c>: which are off, and what the others weigh.</summary>
    public CheckRules Check { get; init; } = CheckRules.Default;

    public Limits Limits { get; init; } = new();

    public OutputSelection Outputs { get; init; } = new();

    /// <summary>
    /// Paths below <c>content/static/</c> of files that may act by themselves; one that ends in <c>/</c> means all below it.
    /// </summary>
    public ImmutableArray<string> Static { get; init; } = [];

    /// <summary>The WebSub hub that tells subscribers of new entries; an http(s) address. Null: none.</summary>
    public string? Hub { get; init; }

    /// <summary>The host whose limits are foretold, with its place; null: none.</summary>
    public Located? Host { get; init; }

    public ExtraValue? Extra { get; init; }
}

/// <summary>One tag of <c>content/tags.yaml</c>.</summary>
/// <param name="Name">The key: any spelling of the tag.</param>
/// <param name="Title">What readers see; null: the key as spelled.</param>
/// <param name="Aliases">Other names that mean this tag.</param>
/// <param name="Slug">Null: made from the name.</param>
public sealed record RegisteredTag(
    Located Name, string? Title, string? Description, ImmutableArray<Located> Aliases, Located? Slug)
{
    /// <summary>Old addresses among the aliases, without the leading <c>/</c>.</summary>
    public ImmutableArray<Located> Former { get; init; } = [];
}
