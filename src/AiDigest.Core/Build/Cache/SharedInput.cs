using System.Collections.Immutable;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Something that many outputs share and that has its own name: a template, a key of the settings, a word of the language. A build
/// notes all of them, so that an explanation can say which one changed a part of a key.
/// </summary>
/// <param name="Of">The parts of keys that it may change.</param>
/// <param name="Path">Of its file, such as <c>templates/partials/entry.html</c>; empty where it has none.</param>
/// <param name="Name">Of the key in that file, or of a field of <c>site</c>; empty: the file as a whole.</param>
/// <param name="Line">Of the key, 1-based; 0: of none.</param>
/// <param name="Print">Of its value. 32 bits do: it explains, and decides nothing.</param>
public readonly record struct SharedInput(KeyParts Of, string Path, string Name, int Line, uint Print)
{
    public static SharedInput Make(KeyParts of, string path, string name, int line, ReadOnlySpan<byte> value) =>
        new(of, path, name, line, PrintOf(Digest.Of(value)));

    public static SharedInput Make(KeyParts of, string path, string name, int line, string? value) =>
        new(of, path, name, line, PrintOf(Digest.Of(value ?? "\0")));

    public static void WriteAll(ByteWriter writer, IReadOnlyCollection<SharedInput> all)
    {
        writer.Number(all.Count);
        foreach (var one in all)
        {
            writer.Byte((byte)one.Of);
            writer.Text(one.Path);
            writer.Text(one.Name);
            writer.Number(one.Line);
            writer.Raw32(one.Print);
        }
    }

    internal static ImmutableArray<SharedInput> ReadAll(ByteReader reader)
    {
        var all = new SharedInput[reader.Count()];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new SharedInput((KeyParts)reader.Byte(), reader.Required(), reader.Required(), reader.Small(), reader.Raw32());
        }

        return [.. all];
    }

    private static uint PrintOf(Digest digest) => (uint)digest.Low;
}
