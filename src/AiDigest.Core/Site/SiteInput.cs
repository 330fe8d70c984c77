using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>Everything that a site is made of, as the stages before gave it.</summary>
public sealed record SiteInput
{
    public required Settings Settings { get; init; }

    public required IReadOnlyList<RegisteredTag> Tags { get; init; }

    public required IReadOnlyList<RenderedEntry> Entries { get; init; }

    public required IReadOnlyList<RenderedPage> Pages { get; init; }

    /// <summary>Every file below <c>content/</c>, relative to the root, with <c>/</c>.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>How large the picture at a path of <see cref="Files"/> is; null where its bytes do not tell.</summary>
    public Func<string, PictureSize?> PictureSize { get; init; } = _ => null;

    /// <summary>Sources that could not be read; a link to one of them is no further mistake.</summary>
    public IReadOnlySet<string> Broken { get; init; } = new HashSet<string>();

    public required Strings Strings { get; init; }

    /// <summary>Addresses of the theme's assets, by their names in <c>templates/assets/</c>.</summary>
    public required IReadOnlyDictionary<string, string> Assets { get; init; }

    /// <summary><c>--base-url</c>: where this build is published, if not at the settings' <c>url</c>.</summary>
    public string? BaseUrl { get; init; }

    public bool Drafts { get; init; }

    public bool Future { get; init; }

    /// <summary>Only some of the sources were read: an address that nothing makes may belong to another.</summary>
    public bool Partial { get; init; }

    /// <summary>Makes the files of search; null if they are not needed.</summary>
    public Func<AssembledSite, IReadOnlyList<SearchOutput>>? Search { get; init; }

    /// <summary>Runs numbered pieces of work, side by side if the caller likes; results never depend on it.</summary>
    public Action<int, Action<int>> SideBySide { get; init; } = (count, work) =>
    {
        for (var i = 0; i < count; i++)
        {
            work(i);
        }
    };

    /// <summary>The present moment, which parts published entries from future ones.</summary>
    public required DateTimeOffset Now { get; init; }
}
