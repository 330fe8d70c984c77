using System.Collections.Concurrent;
using AiDigest.Core.Incremental;
using AiDigest.Core.Planning;
using AiDigest.Core.Rendering;

namespace AiDigest.Core.Building;

/// <summary>The keys of the rendered outputs of one plan.</summary>
internal sealed class RenderedKeys
{
    private readonly ConcurrentDictionary<ISharedView, Digest> _shared;
    private readonly KeyFrames _frames;

    public RenderedKeys(Theme theme, BuildPlan plan, Digest tool)
    {
        // Of each entry its summary and its line in lists.
        _shared = HashViewWriter.NewShared(2 * plan.Site.Published.Length);
        _frames = new KeyFrames(theme, plan, NewHash(), tool);
    }

    /// <summary>One for each thread.</summary>
    public HashViewWriter NewHash() => new(_shared);

    /// <summary>One for each thread that also notes what the outputs show.</summary>
    public HashViewWriter NewRecordingHash() => new(_shared, new ShownRecorder());

    public OutputKey Of(RenderedOutput output, PageView view, HashViewWriter hash) => new(FrameOf(output), hash.Of(view));

    public KeyFrame FrameOf(RenderedOutput output) => _frames.Of(output.Template);
}
