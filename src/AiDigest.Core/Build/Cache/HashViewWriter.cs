using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Makes the digest of a view from the very description that templates read. What is written is led by its kind and its length, and
/// each view is closed, so that no two different descriptions give the same bytes. In the place of a shared view its digest is written,
/// which is made once, however many pages show the view. One writer belongs to one thread.
/// </summary>
/// <param name="shown">Takes what the view shows of the sources; null if it is not needed.</param>
/// <param name="known">The digests of the plan's shared views; null: each is made again.</param>
public sealed class HashViewWriter(PageContentsRecorder? shown = null, ViewDigests? known = null) : IViewWriter
{
    private readonly ByteWriter _bytes = new();
    private HashViewWriter? _child;
    private int _depth;

    private enum Kind : byte
    {
        End,
        Text,
        Number,
        Flag,
        Body,
        Extra,
        View,
        Shared,
        Views,
        Texts,
        Nothing,
    }

    public Digest Of(IView view)
    {
        _bytes.Clear();
        shown?.Clear();
        view.Describe(this);
        return Digest.Of(_bytes.Written);
    }

    /// <summary>What the view that was digested last shows of the sources; null where that is not noted.</summary>
    public PageContents? Shown() => shown?.Content();

    public void Text(string name, string? value)
    {
        Begin(Kind.Text, name);
        _bytes.Chars(value);
    }

    /// <summary>What follows from fields that are described already needs no place in the digest.</summary>
    public void Derived(string name, Func<byte[]?>? make)
    {
    }

    public void Number(string name, long? value)
    {
        Begin(value is null ? Kind.Nothing : Kind.Number, name);
        _bytes.Number(value ?? 0);
    }

    public void Flag(string name, bool value)
    {
        Begin(Kind.Flag, name);
        _bytes.Flag(value);
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
        Begin(Kind.Texts, name);
        _bytes.Number(values.Count);
        foreach (var value in values)
        {
            _bytes.Chars(value);
        }
    }

    public void View(string name, IView? view)
    {
        var start = _bytes.Length;
        Begin(Kind.View, name);
        Write(view);
        EndPart(name, start);
    }

    public void Views(string name, IReadOnlyList<IView> views)
    {
        var start = _bytes.Length;
        Begin(Kind.Views, name);
        _bytes.Number(views.Count);
        for (var i = 0; i < views.Count; i++)
        {
            Write(views[i]);
        }

        EndPart(name, start);
    }

    public void Extra(string name, ExtraValue? value)
    {
        Begin(Kind.Extra, name);
        ModelCodec.WriteExtra(_bytes, value);
    }

    public void Body(string name, PlacedBody body)
    {
        Begin(Kind.Body, name);
        _bytes.Chars(body.Slug);
        _bytes.Chars(body.Address);
        _bytes.Digest(body.Body is StoredBody { Html: StoredText stored } ? stored.Digest : Digest.Of(body.Body.Utf8.Span));
        _bytes.Number(body.Body.Pieces.Length);
        foreach (var piece in body.Body.Pieces)
        {
            _bytes.Byte((byte)piece.Kind);
            _bytes.Number(piece.Value);
            _bytes.Number(piece.Length);
        }

        // Where a link leads counts, not how it is written or where it is.
        _bytes.Number(body.Links.Count);
        for (var i = 0; i < body.Links.Count; i++)
        {
            var link = body.Links[i];
            _bytes.Chars(link.Address);
            _bytes.Chars(link.Fragment);
            _bytes.Chars(link.Query);
            _bytes.Flag(link.IsSelf);
            _bytes.Number(link.Size?.Width ?? 0);
            _bytes.Number(link.Size?.Height ?? 0);
            _bytes.Chars(body.Body.Links[i].Attributes);
        }
    }

    private void EndPart(string name, int start)
    {
        if (shown is not null && _depth == 0)
        {
            shown.EndPart(name, Digest.Of(_bytes.Written[start..]));
        }
    }

    private void Write(IView? view)
    {
        var start = _bytes.Length;
        switch (view)
        {
            case null:
                _bytes.Byte((byte)Kind.Nothing);
                break;
            case SharedView once:
                _bytes.Byte((byte)Kind.Shared);
                _bytes.Digest(Shared(once));
                break;
            default:
                _bytes.Byte((byte)Kind.View);
                _depth++;
                view.Describe(this);
                _depth--;
                _bytes.Byte((byte)Kind.End);
                break;
        }

        if (shown is not null && view is ISourcedView sourced)
        {
            shown.Item(sourced.Source, Digest.Of(_bytes.Written[start..]));
        }
    }

    private Digest Shared(SharedView view)
    {
        if (known?.Of(view) is { } digest)
        {
            return digest;
        }

        _child ??= new HashViewWriter(null, known);
        digest = _child.Of(view);
        known?.Add(view, digest);
        return digest;
    }

    private void Begin(Kind kind, string name)
    {
        _bytes.Byte((byte)kind);
        _bytes.Chars(name);
    }
}
