using AiDigest.Core.Build.Cache;
using AiDigest.Core.Rendering;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build;

/// <summary>What one thread works with. Its template engine is made for the first page that it renders.</summary>
internal sealed class Worker(SiteRenderer renderer, BuildCache.Hasher hasher, CancellationToken interrupted)
{
    private RenderWorker? _rendering;
    private (RenderedOutput? Of, PageView? View) _last;

    public BuildCache.Hasher Hasher { get; } = hasher;

    public ReadOnlyMemory<byte> Render(RenderedOutput output) =>
        (_rendering ??= renderer.NewWorker(interrupted)).Render(output, ViewOf(output));

    /// <summary>The view of an output, made once for its key and its bytes.</summary>
    public PageView ViewOf(RenderedOutput output)
    {
        if (!ReferenceEquals(_last.Of, output))
        {
            _last = (output, output.View);
        }

        return _last.View!;
    }
}
