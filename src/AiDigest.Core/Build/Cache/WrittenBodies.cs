using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>Where bodies that are in memory were written to a file.</summary>
/// <param name="Seal">The digest that ends the file.</param>
/// <param name="Places">The sources in the order in which they were written.</param>
public sealed record WrittenBodies(Digest Seal, IReadOnlyList<(ParsedFile Source, long Offset)> Places)
{
    /// <summary>The same sources with their bodies stored in the file; those that were not written to it stay as they are.</summary>
    /// <param name="sources">In the order in which they were written.</param>
    /// <returns>Null where it is another file.</returns>
    public ParsedFile[]? StoredIn(IOpenFile file, IReadOnlyList<ParsedFile> sources)
    {
        if (!IsIn(file))
        {
            return null;
        }

        var next = 0;
        return [.. sources.Select(source =>
            next < Places.Count && ReferenceEquals(Places[next].Source, source) ? Stored(source, file, Places[next++].Offset) : source)];
    }

    /// <summary>The bodies of a source, in the order in which they are written.</summary>
    public static IEnumerable<RenderedBody> Of(ParsedFile source) =>
        source.Entries.Select(entry => entry.Body).Concat(source.Page is { } page ? [page.Body] : []);

    private static ParsedFile Stored(ParsedFile source, IOpenFile file, long offset)
    {
        var bodies = new StoredBodies(file, offset, areHeld: false);
        RenderedBody Store(RenderedBody body)
        {
            var utf8 = body.Utf8.Span;
            return new StoredBody(body, bodies.Next(utf8.Length, Digest.Of(utf8)));
        }

        return source with
        {
            Entries = [.. source.Entries.Select(entry => entry with { Body = Store(entry.Body) })],
            Page = source.Page is { } page ? page with { Body = Store(page.Body) } : null,
        };
    }

    // Another build may have put its own file in the place.
    private bool IsIn(IOpenFile file)
    {
        Span<byte> seal = stackalloc byte[Digest.Size];
        file.Read(file.Length - Digest.Size, seal);
        return Digest.Read(seal) == Seal;
    }
}
