using System.Collections.Concurrent;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// The engine that knows the whole language of templates, and the only one that reports their mistakes. One for each worker.
/// </summary>
/// <param name="shared">Views that many pages show, made once for all workers.</param>
internal sealed class ScribanEngine(
    Theme theme, RenderContext context, ScriptObject site, ConcurrentDictionary<SharedView, ScriptObject> shared) : ITemplateEngine
{
    public ReadOnlyMemory<byte> Render(string layout, RenderedOutput output, PageView view, BodyPlace place)
    {
        var template = theme.Find(layout) ?? throw new InvalidOperationException($"the theme has no template {layout}");
        var seen = new ScriptObject(8);
        foreach (var (key, value) in ScriptViewWriter.Make(view, shared))
        {
            seen.SetValue(key, value, readOnly: true);
        }

        seen.SetValue("site", site, readOnly: true);
        try
        {
            context.Render(template, seen, view.Kind, place);
            return context.Page.Written;
        }
        catch (ScriptRuntimeException failure)
        {
            throw new TemplateException(Explain(failure, layout, output), failure);
        }
    }

    private Diagnostic Explain(ScriptRuntimeException failure, string layout, RenderedOutput output)
    {
        var name = string.IsNullOrEmpty(failure.Span.FileName) ? layout : failure.Span.FileName;
        var source = theme.Source(name);
        // A template that includes itself goes through the same few steps again and again: each is said once.
        var chain = string.Concat(context.FailedIn.Select(step =>
            $", included at templates/{step.At.FileName}:{step.At.Start.Line + 1}:{step.At.Start.Column + 1}").Reverse().Distinct());
        return source.Report(
            Catalogue.TemplateFailed, failure.Span.Start.Line + 1, failure.Span.Start.Column + 1, failure.Span.Length,
            $"{Theme.OneLine(failure.OriginalMessage)} (on /{Addresses.AddressOf(output.Path)}{chain})");
    }
}
