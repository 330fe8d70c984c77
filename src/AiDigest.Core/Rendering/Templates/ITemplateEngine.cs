using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// Renders pages with the layouts of a theme, one after another on one thread. There are two: <see cref="Scriban.ScribanEngine"/> knows the
/// whole language and words every mistake; <see cref="Fast.FastEngine"/> knows the part that themes commonly use and takes about half the
/// time. What both render is equal to the byte (decision 0055).
/// </summary>
internal interface ITemplateEngine
{
    /// <summary>The bytes of a page, valid until the next call.</summary>
    /// <param name="layout">Such as <c>layouts/tag.html</c>.</param>
    /// <exception cref="UnsupportedTemplateException">This engine cannot render the page; the other one must.</exception>
    /// <exception cref="TemplateException">The template has a mistake that shows on this page.</exception>
    ReadOnlyMemory<byte> Render(string layout, RenderedOutput output, PageView view, BodyPlace place);
}
