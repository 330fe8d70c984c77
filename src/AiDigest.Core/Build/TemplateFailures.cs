using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>
/// The failures of templates, so that one run tells the same whatever the order of threads: of each template the failure on the
/// page that comes first in the plan. A template that has failed is not tried on later pages.
/// </summary>
internal sealed class TemplateFailures(int slots)
{
    private readonly Diagnostic?[] _bySlot = new Diagnostic?[slots];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _first = new(StringComparer.Ordinal);

    public bool Any => !_first.IsEmpty;

    public bool IsPast(PlannedOutput planned, int slot) =>
        planned is RenderedOutput rendered && _first.TryGetValue(rendered.Template, out var first) && first < slot;

    public void Add(PlannedOutput planned, int slot, Diagnostic diagnostic)
    {
        _bySlot[slot] = diagnostic;
        _first.AddOrUpdate(((RenderedOutput)planned).Template, slot, (_, first) => Math.Min(first, slot));
    }

    /// <summary>One failure a place in a template.</summary>
    public IEnumerable<Diagnostic> Found() => _first.Values.Order()
        .Select(slot => _bySlot[slot]!)
        .DistinctBy(diagnostic => (diagnostic.Path, diagnostic.Line, diagnostic.Column));
}
