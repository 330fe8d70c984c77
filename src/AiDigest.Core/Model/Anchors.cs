using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Model;

/// <summary>
/// What a link into a body can lead to. Few are ever asked for, so a body that was kept from an earlier build reads them only then.
/// </summary>
public sealed class Anchors
{
    private readonly Lazy<(ImmutableArray<Heading> Headings, ImmutableArray<string> Ids)> _all;

    public Anchors(ImmutableArray<Heading> headings, ImmutableArray<string> ids) => _all = new((headings, ids));

    public Anchors(Func<(ImmutableArray<Heading> Headings, ImmutableArray<string> Ids)> read) => _all = new(read);

    public static Anchors None { get; } = new([], []);

    public ImmutableArray<Heading> Headings => _all.Value.Headings;

    /// <summary>Every id of the body without its prefix: headings and footnotes.</summary>
    public ImmutableArray<string> Ids => _all.Value.Ids;
}
