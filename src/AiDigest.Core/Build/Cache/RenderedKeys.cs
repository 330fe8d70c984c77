using AiDigest.Core.FileSystem;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <summary>The keys of the rendered outputs of one plan.</summary>
internal sealed class RenderedKeys(Theme theme, BuildPlan plan, Digest tool)
{
    private readonly TemplateKeys _templates = new(theme, plan, new HashViewWriter(), tool);

    public OutputKey Of(RenderedOutput output, PageView view, HashViewWriter hash) => new(TemplateOf(output), hash.Of(view));

    public TemplateKey TemplateOf(RenderedOutput output) => _templates.Of(output.Template);
}
