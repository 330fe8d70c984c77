using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Explain;

/// <summary>
/// A third reader of the one description: finds the sources of all that a page shows, in the order in which it shows them, and the tags and
/// authors that it names.
/// </summary>
public sealed class SourceViewWriter : IViewWriter
{
    private readonly List<SourceRef> _sources = [];
    private readonly HashSet<string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<IView> _seen = new(ReferenceEqualityComparer.Instance);

    private SourceViewWriter()
    {
    }

    public static IReadOnlyList<SourceRef> Of(IView view)
    {
        var writer = new SourceViewWriter();
        writer.View("", view);
        return [.. writer._sources.Distinct()];
    }

    /// <summary>The slugs of the tags and authors that a page names.</summary>
    public static IReadOnlySet<string> GroupsOf(IView view)
    {
        var writer = new SourceViewWriter();
        writer.View("", view);
        return writer._groups;
    }

    public void View(string name, IView? view)
    {
        if (view is null || !_seen.Add(view))
        {
            return;
        }

        if (view is ISourcedView sourced)
        {
            _sources.Add(sourced.Source);
        }

        if (view is GroupView group)
        {
            _groups.Add(group.Slug);
        }

        view.Describe(this);
    }

    public void Views(string name, IReadOnlyList<IView> views)
    {
        foreach (var view in views)
        {
            View(name, view);
        }
    }

    public void Text(string name, string? value)
    {
    }

    public void Derived(string name, Func<byte[]?>? make)
    {
    }

    public void Number(string name, long? value)
    {
    }

    public void Flag(string name, bool value)
    {
    }

    public void Body(string name, PlacedBody body)
    {
    }

    public void Extra(string name, ExtraValue? value)
    {
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
    }
}
