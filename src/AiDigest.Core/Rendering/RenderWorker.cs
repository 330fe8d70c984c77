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
    private readonly IReadOnlyDictionary<SharedView, SharedView>? _inPlace;

    /// <param name="page">Where both engines write.</param>
    /// <param name="fast">Null: every page is rendered by the other one.</param>
    /// <param name="whole">Knows the whole language.</param>
    /// <param name="inPlace">Views that the writers of the tool see in place of the plan's own; null: none. The engines know them.</param>
    internal RenderWorker(
        Addresses addresses, ScriptObject site, Utf8Output page, ITemplateEngine? fast, ITemplateEngine whole, Fallbacks fallbacks,
        IReadOnlyDictionary<SharedView, SharedView>? inPlace) =>
        (_addresses, _site, _page, _fast, _whole, _fallbacks, _inPlace) = (addresses, site, page, fast, whole, fallbacks, inPlace);

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
                JsonFeedWriter.Write(InPlace(shown), place, _addresses, _site, _page, _bodies);
                return _page.Written;
            case "cite.bib":
                BibtexWriter.Write(InPlace(shown), _page);
                return _page.Written;
            case "papers.bib":
                BibtexWriter.WriteAll(InPlace(shown), _page);
                return _page.Written;
            case "api.json":
                CslWriter.WriteIndex(InPlace(shown), _page);
                return _page.Written;
            case "api-part.json":
                CslWriter.WritePart(InPlace(shown), _page);
                return _page.Written;
            case "index.md":
                MarkdownWriter.Write(InPlace(shown), place, _addresses, _page, _bodies);
                return _page.Written;
            case "llms.txt":
                LlmsWriter.Write(InPlace(shown), _page);
                return _page.Written;
            case "robots.txt":
                RobotsWriter.Write(InPlace(shown), _page);
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

    /// <summary>A view with what a writer is to see in place of the plan's own views.</summary>
    private PageView InPlace(PageView view) => _inPlace is null ? view : view with
    {
        Parts =
        [
            .. view.Parts.Select(part => part with
            {
                View = InPlace(part.View),
                Views = part.Views is { } views ? [.. views.Select(one => InPlace(one)!)] : null,
            }),
        ],
    };

    private IView? InPlace(IView? view) => view is SharedView shared && _inPlace!.TryGetValue(shared, out var shown) ? shown : view;
}
