using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What the theme's style sheets and scripts were minified to, by their bytes. It is good for one version of the tool; a cache of another,
/// or one that is cut or damaged, is empty.
/// </summary>
public sealed class MinifiedCache
{
    private const byte Version = 1;

    private readonly Dictionary<Digest, string> _texts;

    private MinifiedCache(Dictionary<Digest, string> texts) => _texts = texts;

    public static MinifiedCache Empty { get; } = new([]);

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-MINIFIED"u8;

    /// <param name="bytes">The file.</param>
    /// <param name="key">Of this user.</param>
    /// <param name="tool">The version of the tool.</param>
    public static MinifiedCache Load(ReadOnlyMemory<byte> bytes, SealKey key, Digest tool)
    {
        var texts = new Dictionary<Digest, string>();
        return Sealed.TryRead(bytes, key, Mark, Version, tool, reader => texts[reader.Digest()] = reader.Required())
            ? new MinifiedCache(texts)
            : Empty;
    }

    /// <summary>What a text was minified to; null where that is not known.</summary>
    public string? Find(string text, bool isScript) => _texts.GetValueOrDefault(Key(text, isScript));

    /// <summary>The file of these texts.</summary>
    public static ReadOnlyMemory<byte> Format(
        IEnumerable<KeyValuePair<(string Text, bool IsScript), string>> minified, SealKey key, Digest tool)
    {
        var file = Sealed.Begin(Mark, Version, 1 << 16);
        file.Digest(tool);
        foreach (var ((text, isScript), result) in minified)
        {
            file.Digest(Key(text, isScript));
            file.Text(result);
        }

        return Sealed.End(file, key);
    }

    private static Digest Key(string text, bool isScript)
    {
        var bytes = new ByteWriter();
        bytes.Flag(isScript);
        bytes.Text(text);
        return Digest.Of(bytes.Written);
    }
}
