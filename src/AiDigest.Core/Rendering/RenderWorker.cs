using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Writers;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering;

/// <summary>Renders outputs one after another on one thread.</summary>
public sealed class RenderWorker
{
    private readonly Addresses _addresses;
    private readonly ScriptObject _site;
    private readonly Utf8Output _page;
    private readonly Utf8Output _bodies = new();
    private readonly ITemplateEngine? _fast;
    private readonly ITemplateEngine _whole;
    private readonly Fallbacks _fallbacks;

    /// <param name="page">Where both engines write.</param>
    /// <param name="fast">Null: every page is rendered by the other one.</param>
    /// <param name="whole">Knows the whole language.</param>
    internal RenderWorker(
        Addresses addresses, ScriptObject site, Utf8Output page, ITemplateEngine? fast, ITemplateEngine whole, Fallbacks fallbacks) =>
        (_addresses, _site, _page, _fast, _whole, _fallbacks) = (addresses, site, page, fast, whole, fallbacks);

    /// <summary>The bytes of an output, valid until the next call.</summary>
    /// <exception cref="TemplateException">The template fails on this page.</exception>
    public ReadOnlyMemory<byte> Render(RenderedOutput output) => Render(output, output.View);

    /// <inheritdoc cref="Render(RenderedOutput)"/>
    /// <param name="shown">Its view.</param>
    public ReadOnlyMemory<byte> Render(RenderedOutput output, PageView shown)
    {
        var place = new BodyPlace(shown.BodyLevel, shown.AbsoluteLinks);
        switch (output.Template)
        {
            case "feed.json":
                JsonFeedWriter.Write(shown, place, _addresses, _site, _page, _bodies);
                return _page.Written;
            case "cite.bib":
                BibtexWriter.Write(shown, _page);
                return _page.Written;
            case "papers.bib":
                BibtexWriter.WriteAll(shown, _page);
                return _page.Written;
            case "api.json":
                CslWriter.WriteIndex(shown, _page);
                return _page.Written;
            case "api-part.json":
                CslWriter.WritePart(shown, _page);
                return _page.Written;
            case "index.md":
                MarkdownWriter.Write(shown, place, _addresses, _page, _bodies);
                return _page.Written;
            case "llms.txt":
                LlmsWriter.Write(shown, _page);
                return _page.Written;
            case "robots.txt":
                RobotsWriter.Write(shown, _page);
                return _page.Written;
        }

        var layout = "layouts/" + output.Template;
        if (_fast is not null && !_fallbacks.Has(layout))
        {
            try
            {
                return _fast.Render(layout, output, shown, place);
            }
            catch (UnsupportedTemplateException unsupported)
            {
                _fallbacks.Add(unsupported.For(layout));
            }
        }

        return _whole.Render(layout, output, shown, place);
    }
}
