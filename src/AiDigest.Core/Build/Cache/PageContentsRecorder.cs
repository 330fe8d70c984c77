using System.Runtime.InteropServices;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>Notes what a page shows while its digest is made anyway. One recorder belongs to one <see cref="HashViewWriter"/>.</summary>
public sealed class PageContentsRecorder
{
    private readonly List<PageContentsPart> _parts = [];
    private readonly List<PageContentsItem> _items = [];
    private readonly PooledRows<PageContentsPart> _keptParts = new();
    private readonly PooledRows<PageContentsItem> _keptItems = new();

    public void Clear()
    {
        _parts.Clear();
        _items.Clear();
    }

    public void Item(SourceRef source, Digest digest) => _items.Add(new PageContentsItem(source.Path, source.Line, PrintOf(digest)));

    /// <summary>Ends a field of the page: what was noted since the last one belongs to it.</summary>
    public void EndPart(string name, Digest digest)
    {
        _parts.Add(new PageContentsPart(name, PrintOf(digest), _keptItems.Keep(CollectionsMarshal.AsSpan(_items))));
        _items.Clear();
    }

    /// <summary>What was noted since <see cref="Clear"/>.</summary>
    public PageContents Content() => new(_keptParts.Keep(CollectionsMarshal.AsSpan(_parts)));

    private static uint PrintOf(Digest digest) => (uint)digest.Low;
}
