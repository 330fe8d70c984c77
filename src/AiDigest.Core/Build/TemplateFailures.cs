using System.Collections.Concurrent;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <summary>
/// The failures of templates, so that one run tells the same whatever the order of threads: of each template the failure on the page that
/// comes first in the plan. A template that has failed is not tried on later pages. Once a page took long to fail, as in an endless loop,
/// no later page is tried at all: most layouts include the same parts.
/// </summary>
internal sealed class TemplateFailures(int slots)
{
    private readonly Diagnostic?[] _bySlot = new Diagnostic?[slots];
    private readonly ConcurrentDictionary<string, int> _first = new(StringComparer.Ordinal);
    private int _last = slots;

    public bool Any => !_first.IsEmpty;

    public bool IsPast(PlannedOutput planned, int slot) =>
        slot > Volatile.Read(ref _last)
        || (planned is RenderedOutput rendered && _first.TryGetValue(rendered.Template, out var first) && first < slot);

    public void Add(PlannedOutput planned, int slot, TemplateException failure)
    {
        _bySlot[slot] = failure.Diagnostic;
        _first.AddOrUpdate(((RenderedOutput)planned).Template, slot, (_, first) => Math.Min(first, slot));
        if (failure.TookLong)
        {
            EndAt(slot);
        }
    }

    /// <summary>One failure a place in a template.</summary>
    public IEnumerable<Diagnostic> Found() => _first.Values.Order()
        .Where(slot => slot <= _last)
        .Select(slot => _bySlot[slot]!)
        .DistinctBy(diagnostic => (diagnostic.Path, diagnostic.Line, diagnostic.Column));

    private void EndAt(int slot)
    {
        for (var last = Volatile.Read(ref _last); slot < last; last = Volatile.Read(ref _last))
        {
            Interlocked.CompareExchange(ref _last, slot, last);
        }
    }
}
