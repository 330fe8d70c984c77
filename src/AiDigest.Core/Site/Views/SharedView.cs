namespace AiDigest.Core.Site.Views;

/// <summary>A view that is on many pages: writers may describe it once and keep the result.</summary>
public abstract record SharedView : IView
{
    protected SharedView()
    {
    }

    // A copy says something else, so what writers keep of the first does not hold for it.
    protected SharedView(SharedView original) => Number = -1;

    /// <summary>
    /// Its place in the tables in which writers keep what they made of views, below <see cref="EntryViews.Numbers"/> of its plan;
    /// -1: they keep nothing of it.
    /// </summary>
    public int Number { get; init; } = -1;

    public abstract void Describe(IViewWriter writer);

    // The number says nothing that the fields do not.
    public virtual bool Equals(SharedView? other) => other is not null && EqualityContract == other.EqualityContract;

    public override int GetHashCode() => EqualityContract.GetHashCode();
}
