using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>An output that is not of one entry.</summary>
/// <param name="Make">Makes its view.</param>
public sealed record PageOutput(string Path, string Template, Func<PageView> Make) : RenderedOutput(Path, Template)
{
    private readonly SourceRef? _owner;
    private readonly bool _index = true;

    public PageOutput(string path, string template, PageView view)
        : this(path, template, () => view) => _index = view.Index;

    public override PageView View => Make();

    public override SourceRef? Owner => _owner;

    public override bool Index => _index;

    public override string? Modified => Changed?.Invoke();

    /// <summary>Tells <see cref="Modified"/>.</summary>
    public Func<string?>? Changed { get; init; }

    /// <summary>Of a page at an old address: the new one, without the leading <c>/</c>.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>The same output with another view.</summary>
    public PageOutput Showing(PageView view) => new(Path, Template, view) { Changed = Changed, About = _owner };

    /// <summary>Sets <see cref="Owner"/>.</summary>
    public SourceRef? About
    {
        init => _owner = value;
    }
}
