using System.Collections.Concurrent;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Templates.Fast;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Rendering.Writers;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering;

/// <summary>Renders outputs one after another on one thread.</summary>
public sealed class RenderWorker
{
    private readonly Theme _theme;
    private readonly Addresses _addresses;
    private readonly RenderContext _context;
    private readonly ScriptObject _site;
    private readonly Utf8Output _bodies = new();
    private readonly ConcurrentDictionary<SharedView, ScriptObject> _shared;
    private readonly SiteRenderer _renderer;
    private readonly ProgramFrame _frame;

    internal RenderWorker(
        Theme theme, Addresses addresses, RenderContext context, ScriptObject site, ConcurrentDictionary<SharedView, ScriptObject> shared,
        SiteRenderer renderer)
    {
        _renderer = renderer;
        _frame = renderer.NewFrame(context);
        _theme = theme;
        _addresses = addresses;
        _context = context;
        _site = site;
        _shared = shared;
    }

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
                JsonFeedWriter.Write(shown, place, _addresses, _site, _context.Page, _bodies);
                return _context.Page.Written;
            case "cite.bib":
                BibtexWriter.Write(shown, _context.Page);
                return _context.Page.Written;
            case "robots.txt":
                RobotsWriter.Write(shown, _context.Page);
                return _context.Page.Written;
        }

        var name = "layouts/" + output.Template;
        if (_renderer.Program(name) is { IsGivenUp: false } program && program.TryRun(_frame, shown, place))
        {
            return _context.Page.Written;
        }

        var template = _theme.Find(name) ?? throw new InvalidOperationException($"the theme has no template {name}");
        var view = new ScriptObject(8);
        foreach (var (key, value) in ScriptViewWriter.Make(shown, _shared))
        {
            view.SetValue(key, value, readOnly: true);
        }

        view.SetValue("site", _site, readOnly: true);
        try
        {
            _context.Render(template, view, shown.Kind, place);
            return _context.Page.Written;
        }
        catch (ScriptRuntimeException failure)
        {
            throw new TemplateException(Explain(failure, name, output), failure);
        }
    }

    private Diagnostic Explain(ScriptRuntimeException failure, string layout, RenderedOutput output)
    {
        var name = string.IsNullOrEmpty(failure.Span.FileName) ? layout : failure.Span.FileName;
        var source = _theme.Source(name);
        // A template that includes itself goes through the same few steps again and again: each is said once.
        var chain = string.Concat(_context.FailedIn.Select(step =>
            $", included at templates/{step.At.FileName}:{step.At.Start.Line + 1}:{step.At.Start.Column + 1}").Reverse().Distinct());
        return source.Report(
            Catalogue.TemplateFailed, failure.Span.Start.Line + 1, failure.Span.Start.Column + 1, failure.Span.Length,
            $"{Theme.OneLine(failure.OriginalMessage)} (on /{Addresses.AddressOf(output.Path)}{chain})");
    }
}
