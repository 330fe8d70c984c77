using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Parsing;
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
            // The engine wraps what its functions throw, an interruption too.
            context.Interrupted.ThrowIfCancellationRequested();
            var tookLong = context.TookLong || failure.GetBaseException() is RegexMatchTimeoutException;
            var at = string.IsNullOrEmpty(failure.Span.FileName) ? context.CurrentSpan : failure.Span;
            throw new TemplateException(Explain(at, Reason(failure), layout, output), failure, tookLong);
        }
        catch (OutputTooLongException failure)
        {
            throw new TemplateException(Explain(context.CurrentSpan, failure.Text, layout, output), failure, tookLong: true);
        }
    }

    private static Message Reason(ScriptRuntimeException failure) =>
        failure is TemplateFault fault ? fault.Text : Messages.TemplateEngineSays(Theme.OneLine(failure.OriginalMessage));

    private Diagnostic Explain(SourceSpan at, Message reason, string layout, RenderedOutput output)
    {
        var name = string.IsNullOrEmpty(at.FileName) ? layout : at.FileName;
        var source = theme.Source(name);
        // A template that includes itself goes through the same few steps again and again: each is said once.
        var chain = context.FailedIn
            .Select(step => $"templates/{step.At.FileName}:{step.At.Start.Line + 1}:{step.At.Start.Column + 1}").Reverse().Distinct();
        return source.Report(
            Catalogue.TemplateFailed, at.Start.Line + 1, at.Start.Column + 1, at.Length,
            (context.Endless ?? reason) + Messages.OnPage(Addresses.AddressOf(output.Path), [.. chain]));
    }
}
