using System.Buffers;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Tells of each output whether it may be kept: its key is that of the last build, and its file stands as that build left it.
/// </summary>
internal sealed class OutputDecider
{
    private readonly BuildPlan _plan;
    private readonly IReadOnlyList<LastOutput> _known;

    // By the place of an output in the plan: its place among those that are known, or -1.
    private readonly int[] _last;
    private readonly RenderedKeys _rendered;
    private readonly SourceHashes _reading;
    private readonly Theme _theme;
    private readonly OutputFileCheck _left;
    private readonly TextEdits? _edits;
    private readonly bool _notes;
    private int _keyed;

    /// <param name="edits">Where only texts have changed.</param>
    public OutputDecider(BuildCache cache, SourceHashes reading, Theme theme, BuildPlan plan, OutputFolder output, TextEdits? edits = null)
    {
        _edits = edits;
        (_plan, _known) = (plan, cache.Last?.Outputs ?? []);
        _last = SortedPaths.Places(plan.Outputs, planned => planned.Path, _known, last => last.Path);
        _reading = reading;
        _notes = cache.IsOn;
        _theme = theme;
        _left = new OutputFileCheck(cache.SavedAt, output);
        _rendered = new RenderedKeys(theme, plan, cache.Tool);
    }

    /// <summary>One for each thread; it notes what is shown, if that is kept for an explanation.</summary>
    public HashViewWriter NewHash() => new(_notes ? new PageContentsRecorder() : null);

    /// <param name="slot">The place of an output in the plan.</param>
    public LastOutput? Last(int slot) => _last[slot] >= 0 ? _known[_last[slot]] : null;

    /// <summary>Views that were looked at to make the keys of their outputs.</summary>
    public int Keyed => _keyed;

    /// <summary>The key of an output, and what it shows, if that is noted.</summary>
    public (OutputKey Key, PageContents? Shown) Look(int slot, Worker worker)
    {
        var planned = _plan.Outputs[slot];
        if (planned is not RenderedOutput rendered)
        {
            return (Key(planned, worker.Hash), null);
        }

        if (Last(slot) is { } last && last.Key.Template.Name == rendered.Template && _edits?.Untouched(planned.Path) is { } shown)
        {
            return (new OutputKey(_rendered.FrameOf(rendered), last.Key.View), shown);
        }

        Interlocked.Increment(ref _keyed);
        return (_rendered.Of(rendered, worker.ViewOf(rendered), worker.Hash), worker.Hash.Shown());
    }

    public OutputKey Key(PlannedOutput planned, HashViewWriter hash) => planned switch
    {
        RenderedOutput rendered => _rendered.Of(rendered, rendered.View, hash),
        CopiedOutput copied => new OutputKey(TemplateKey.Copy, _reading.DigestOf(copied.SourcePath) ?? default),
        AssetOutput asset => new OutputKey(TemplateKey.Copy, Digest.Of(_theme.Assets[asset.AssetName].Bytes)),
        SearchOutput search => new OutputKey(TemplateKey.Copy, Digest.Of(search.Content)),
        _ => throw new InvalidOperationException($"no key for {planned.Path}"),
    };

    public Decision Decide(int slot, OutputKey key)
    {
        if (Last(slot) is not { } last)
        {
            return new Decision(RenderReason.New);
        }

        var changed = key.Differences(last.Key);
        return changed != KeyParts.None ? new Decision(RenderReason.Changed, changed) : new Decision(_left.Check(last, slot));
    }
}
