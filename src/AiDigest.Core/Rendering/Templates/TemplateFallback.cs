using System.Globalization;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>A layout whose pages Scriban renders, which takes about twice the time, and what in it the fast engine cannot do.</summary>
/// <param name="Layout">Such as <c>layouts/tag.html</c>.</param>
/// <param name="Template">Where the construct is: the layout, or a template that it includes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Construct">What it is.</param>
public sealed record TemplateFallback(string Layout, string Template, int Line, int Column, string Construct)
{
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture, $"templates/{Template}:{Line}:{Column}: {Construct}: {Layout} is rendered by the slower engine");
}
