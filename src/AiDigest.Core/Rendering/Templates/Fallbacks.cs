using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// The layouts that the fast engine cannot render. What it cannot do on one page it cannot do on most others, so it is not tried again.
/// Used from any thread.
/// </summary>
internal sealed class Fallbacks
{
    private readonly ConcurrentDictionary<string, TemplateFallback> _all = new(StringComparer.Ordinal);

    public bool Has(string layout) => _all.ContainsKey(layout);

    public void Add(TemplateFallback fallback) => _all.TryAdd(fallback.Layout, fallback);

    /// <summary>By layout.</summary>
    public ImmutableArray<TemplateFallback> All => [.. _all.Values.OrderBy(fallback => fallback.Layout, StringComparer.Ordinal)];
}
