using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>
/// What a template may see of one thing. A view describes itself once, to a writer; the writer that makes the objects of the
/// template engine and the one that hashes the key of an output both read that one description, so that a template cannot see
/// anything that its key leaves out. Null means "not there" and is falsy in a template.
/// </summary>
public interface IView
{
    void Describe(IViewWriter writer);
}

/// <summary>A view that stands on many pages and never changes: writers may describe it once and keep the result.</summary>
public abstract record SharedView : IView
{
    private ulong _high;
    private ulong _low;
    private volatile bool _isDigested;
    private long _rendered;

    protected SharedView()
    {
    }

    /// <summary>A copy is made to say something else, so nothing that is kept of the first holds for it.</summary>
    protected SharedView(SharedView original)
    {
    }

    /// <summary>
    /// The digest of its description, as the writer that made it left it here; null before. It stands in the view and not in a table of all views, for a table
    /// of references that is filled from everywhere is gone through by each collection. From any thread: all of them leave the same.
    /// </summary>
    public (ulong High, ulong Low)? Digest
    {
        get => _isDigested ? (_high, _low) : null;
        set
        {
            (_high, _low) = value ?? throw new ArgumentNullException(nameof(value));
            _isDigested = true;
        }
    }

    /// <summary>
    /// Where a renderer finds again what it made of it, in its own numbers, which no other renderer has; 0 before. From any thread: where several leave something, any
    /// of it will do.
    /// </summary>
    public long Rendered
    {
        get => Volatile.Read(ref _rendered);
        set => Volatile.Write(ref _rendered, value);
    }

    public abstract void Describe(IViewWriter writer);

    // What is kept says nothing that the fields do not.
    public virtual bool Equals(SharedView? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}

/// <summary>A view of something that stands in a source file.</summary>
public interface ISourcedView : IView
{
    SourceRef Source { get; }
}

/// <summary>Takes the fields of a view, by the names that templates use. A text whose name ends in <c>_html</c> is trusted.</summary>
public interface IViewWriter
{
    void Text(string name, string? value);

    /// <summary>A text, in UTF-8, that follows from fields described elsewhere on the same page and in <c>site</c>: it is made only where it is shown.</summary>
    void Derived(string name, Func<byte[]?>? make);

    void Number(string name, long? value);

    void Flag(string name, bool value);

    void Body(string name, PlacedBody body);

    void Extra(string name, ExtraValue? value);

    void View(string name, IView? view);

    void Views(string name, IReadOnlyList<IView> views);

    void Texts(string name, IReadOnlyList<string> values);
}

/// <summary>A body together with what fills its holes, but for the level of its headings and the kind of its addresses, which belong to the page.</summary>
/// <param name="Slug">With <c>--</c> it begins every id.</param>
/// <param name="Address">Of the page that the body belongs to.</param>
/// <param name="Links">One for each of <c>Body.Links</c>.</param>
public sealed record PlacedBody(RenderedBody Body, string Slug, string Address, IReadOnlyList<ResolvedLink> Links);

/// <summary>Where a link of a body leads.</summary>
/// <param name="Address">Address in the site; empty: into the body's own page; null: the link stands as plain text.</param>
/// <param name="Fragment">Without <c>#</c>; null: none.</param>
public readonly record struct ResolvedLink(string? Address, string? Fragment)
{
    /// <summary>True for a link within the body's own page.</summary>
    public bool IsSelf { get; init; }

    /// <summary>Of a picture, where its file tells.</summary>
    public PictureSize? Size { get; init; }
}
