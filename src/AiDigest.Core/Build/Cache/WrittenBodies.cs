using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>Bodies that are held in memory and stand in a file as well.</summary>
/// <param name="Seal">The digest that ends the file.</param>
public sealed record WrittenBodies(Digest Seal, IReadOnlyList<(ParsedFile Source, long Offset)> Places)
{
    /// <summary>Lets go of the bodies, which are read from now on where they stand; while nobody reads them.</summary>
    /// <returns>Whether it did.</returns>
    public bool Leave(IOpenFile file)
    {
        if (!IsIn(file))
        {
            return false;
        }

        foreach (var (source, offset) in Places)
        {
            var stored = new StoredBodies(file, offset, areHeld: false);
            foreach (var body in Of(source))
            {
                var utf8 = body.Utf8.Span;
                body.Leave(stored.Next(utf8.Length, Digest.Of(utf8)));
            }
        }

        return true;
    }

    /// <summary>The bodies of a source, in the order in which they are written.</summary>
    public static IEnumerable<RenderedBody> Of(ParsedFile source) =>
        source.Entries.Select(entry => entry.Body).Concat(source.Page is { } page ? [page.Body] : []);

    // Another build may have put its own file in the place.
    private bool IsIn(IOpenFile file)
    {
        Span<byte> seal = stackalloc byte[Digest.Size];
        file.Read(file.Length - Digest.Size, seal);
        return Digest.Read(seal) == Seal;
    }
}
