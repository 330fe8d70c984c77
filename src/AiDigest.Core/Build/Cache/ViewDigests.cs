using AiDigest.Core.FileSystem;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The digests of the shared views of one plan, by the numbers of the views. They are values in one long array: a table of references
/// that many threads fill would be scanned by each collection. From any thread: all of them add the same digest.
/// </summary>
/// <param name="count">More than the largest number of a view.</param>
public sealed class ViewDigests(int count)
{
    private readonly Digest[] _digests = new Digest[count];
    private readonly bool[] _isKnown = new bool[count];

    /// <returns>Null where it is not known yet, or the view has no number.</returns>
    public Digest? Of(SharedView view) =>
        (uint)view.Number < (uint)_isKnown.Length && Volatile.Read(ref _isKnown[view.Number]) ? _digests[view.Number] : null;

    public void Add(SharedView view, Digest digest)
    {
        if (view.Number >= 0)
        {
            _digests[view.Number] = digest;
            Volatile.Write(ref _isKnown[view.Number], true);
        }
    }
}
