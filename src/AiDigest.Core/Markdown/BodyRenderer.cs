using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Markdown.Typography;
using AiDigest.Core.Model;
using Markdig;
using Markdig.Parsers;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Turns the Markdown of a body into HTML with holes. The result depends on the body and the options alone. It never throws,
/// whatever the text; it takes time in proportion to the text's length; and any number of threads may use one renderer.
/// </summary>
public sealed class BodyRenderer
{
    private readonly MarkdownOptions _options;
    private readonly int _nesting;
    private readonly MarkdownPipeline _pipeline;
    private readonly TexConverter _formulas;
    private readonly Typographer? _typographer;
    private readonly TitleRenderer _titles;
    private readonly TitleRenderer _foreignTitles;

    // Not results, only buffers to use again: as many as threads have ever rendered at once.
    private readonly ConcurrentBag<BodyHtmlWriter> _writers = [];

    /// <param name="formulas">Given by a caller that renders often, so that its engine goes on.</param>
    public BodyRenderer(MarkdownOptions options, TexConverter? formulas = null)
    {
        _formulas = formulas ?? new TexConverter();
        _options = options;

        // Walking through the tree recurses, so there is a bound that no setting lifts.
        _nesting = Math.Clamp(options.Limits.Nesting, 1, 500);
        _pipeline = Dialect.Build(options.Math, _nesting);
        _typographer = options.Typography ? new Typographer(options.Language) : null;
        _titles = new TitleRenderer(_formulas, _typographer, options.Limits.FormulaLength);
        _foreignTitles = new TitleRenderer(_formulas, null, options.Limits.FormulaLength);
    }

    /// <summary>A text of the site's own language, such as a title, with its typography.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Set(string? text) => text is null ? null : _typographer?.Set(text) ?? text;

    /// <summary>A title with its formulas, where the site has formulas.</summary>
    /// <param name="isOwn">It is in the site's own language, so it gets typography.</param>
    /// <param name="at">Where it begins in its source.</param>
    public RenderedTitle Title(string title, bool isOwn, SourceRef at, List<Diagnostic> diagnostics) =>
        !_options.Math ? new RenderedTitle(isOwn ? Set(title) : title, null)
        : (isOwn ? _titles : _foreignTitles).Render(title, at, diagnostics);

    public RenderedMarkdown Render(BodySource source)
    {
        var diagnostics = new List<Diagnostic>();
        var clean = new CleanSource(source, _options.Math, diagnostics);
        RenderedBody body = MemoryBody.Empty;
        try
        {
            if (Parse(clean) is { } document)
            {
                var survey = new BodySurvey(document, _nesting, new SlipFinder(clean));
                if (_typographer is not null)
                {
                    new Typesetter(_typographer).Set(document);
                }

                body = Write(clean, document, survey);
            }
        }
        catch (NestingException deep)
        {
            clean.Report(Catalogue.NestedTooDeeply, deep.Offset, 1, deep.Text);
        }

        clean.ReportMore();
        diagnostics.Sort(Diagnostic.Compare);
        return new RenderedMarkdown(body, [.. diagnostics]);
    }

    /// <summary>What the body says and names; nothing where it breaks the limits, which <see cref="Render"/> reports.</summary>
    public BodyOutline Outline(BodySource source)
    {
        var clean = new CleanSource(source, _options.Math, []);
        try
        {
            if (Parse(clean) is { } document)
            {
                _ = new BodySurvey(document, _nesting);
                return new OutlineMaker(clean).Make(document);
            }
        }
        catch (NestingException)
        {
            // Render reports it.
        }

        return BodyOutline.Empty;
    }

    /// <summary>The tree of Markdig; null where its parser throws, which is reported.</summary>
    /// <exception cref="NestingException">The text is nested too deeply.</exception>
    private Markdig.Syntax.MarkdownDocument? Parse(CleanSource clean)
    {
        NestingGuard.Check(clean.Text, _nesting);
        try
        {
            return MarkdownParser.Parse(clean.Text, _pipeline);
        }
        catch (Exception failure)
            when (failure is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException)
        {
            // Markdig throws these on deep and long runs that no bound of ours foresees. An error of the entry is better than none.
            clean.Report(Catalogue.NestedTooDeeply, 0, 1, Messages.TooMuchForTheParser(failure.Message.ReplaceLineEndings(" ")));
            return null;
        }
    }

    private RenderedBody Write(CleanSource clean, Markdig.Syntax.MarkdownDocument document, BodySurvey survey)
    {
        var writer = _writers.TryTake(out var used)
            ? used
            : new BodyHtmlWriter(_options.Highlight, _options.Typography, _formulas, _options.Limits);
        try
        {
            var body = writer.Write(document, clean, survey);
            _writers.Add(writer);
            return body;
        }
        catch (BodySizeException)
        {
            // The writer goes with its buffer.
            clean.Report(Catalogue.BodyTooLarge, writer.At, 1, Messages.BodyTooLarge(_options.Limits.BodySize));
            return MemoryBody.Empty;
        }
    }
}
