using AiDigest.Core.FileSystem;
using AiDigest.Core.Markdown;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Rendering.Themes;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What the sources gave in earlier builds of this process, so that a build which is told of every change reads nothing else. Where it
/// is not told, the bytes are read and compared, and what they gave is still the same object.
/// </summary>
internal sealed class ParseMemory
{
    private Dictionary<string, Known> _held = new(StringComparer.Ordinal);
    private MarkdownOptions? _options;
    private HashSet<string>? _changed;

    private readonly record struct Known(Digest Digest, ParsedFile Source);

    /// <summary>Of the bytes of a source that is held.</summary>
    public Digest? DigestOf(string path) => _held.TryGetValue(path, out var held) ? held.Digest : null;

    /// <summary>What a source gave last; null where it is not held.</summary>
    public ParsedFile? Held(string path) => _held.TryGetValue(path, out var held) ? held.Source : null;

    /// <summary>The converter of the first build, whose engine is used from build to build; null before.</summary>
    public TexConverter? Formulas { get; private set; }

    /// <summary>The minifier of the first build, which knows the style sheets and scripts that have not changed; null before.</summary>
    public Minifier? Minifier { get; private set; }

    /// <summary>Keeps those of the first build.</summary>
    public void Share(TexConverter formulas, Minifier minifier)
    {
        Formulas ??= formulas;
        Minifier ??= minifier;
    }

    /// <summary>Before a build: which sources may have changed; null if that is not known.</summary>
    public void Expect(IEnumerable<string>? changed) => _changed = changed?.ToHashSet(StringComparer.Ordinal);

    /// <summary>Forgets everything if the options are not those of the last build.</summary>
    public void Begin(MarkdownOptions options)
    {
        if (options != _options)
        {
            _held.Clear();
            _options = options;
        }
    }

    /// <summary>What a source gave that has not changed; null where it may have.</summary>
    public ParsedFile? Unchanged(string path) =>
        _changed is { } changed && !changed.Contains(path) && _held.TryGetValue(path, out var held) ? held.Source : null;

    /// <summary>What these bytes gave before; null where that is not known.</summary>
    public ParsedFile? Find(string path, Digest digest) =>
        _held.TryGetValue(path, out var held) && held.Digest == digest ? held.Source : null;

    /// <summary>After a build: what there is now.</summary>
    /// <param name="digestOf">Of the bytes that were read; null for a source that was not.</param>
    public void Keep(string[] paths, ParsedFile[] sources, Func<string, Digest?> digestOf)
    {
        var held = new Dictionary<string, Known>(paths.Length, StringComparer.Ordinal);
        for (var i = 0; i < paths.Length; i++)
        {
            held.Add(paths[i], new Known(digestOf(paths[i]) ?? _held[paths[i]].Digest, sources[i]));
        }

        _held = held;
    }
}
