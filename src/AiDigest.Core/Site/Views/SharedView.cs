namespace AiDigest.Core.Site.Views;

/// <summary>A view that is on many pages and never changes: writers may describe it once and keep the result.</summary>
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
    /// The digest of its description, as the writer that made it left it here; null before. It is kept in the view and not in a table of
    /// all views, for a table of references that is filled from everywhere is gone through by each collection. From any thread: all of them
    /// leave the same.
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
    /// Where a renderer finds again what it made of it, in its own numbers, which no other renderer has; 0 before. From any thread: where
    /// several leave something, any of it will do.
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
