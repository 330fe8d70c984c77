using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>Renders bodies as an entry <c>entry</c> would have them, with their holes filled.</summary>
internal static class Bodies
{
    public static MarkdownOptions Options { get; } = new(new Limits(), Math: true, Highlight: true, Typography: false);

    private static readonly BodyRenderer Renderer = new(Options);

    private static readonly BodyRenderer WithoutMath = new(Options with { Math = false });

    public static RenderedMarkdown Render(string markdown, bool math = true) => (math ? Renderer : WithoutMath).Render(Source(markdown));

    public static RenderedMarkdown Render(BodySource source) => Renderer.Render(source);

    public static BodySource Source(string markdown) => new(new SourceText("content/papers/x.md", markdown), markdown, 1);

    public static string Html(string markdown, bool math = true)
    {
        var rendered = Render(markdown, math);
        Assert.Empty(rendered.Diagnostics);
        return Fill(rendered.Body);
    }

    public static IElement Page(string markdown) => Parse(Fill(Render(markdown).Body));

    public static IElement Parse(string html) => new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html).Body!;

    /// <summary>The findings as <c>line:column id</c>.</summary>
    public static string Findings(string markdown) =>
        string.Join(", ", Render(markdown).Diagnostics.Select(d => $"{d.Line}:{d.Column} {d.Rule.Id}"));

    public static string Fill(RenderedBody body)
    {
        var html = new StringBuilder();
        foreach (var piece in body.Pieces)
        {
            html.Append(piece.Kind switch
            {
                PieceKind.Html => Encoding.UTF8.GetString(body.Utf8.Span.Slice(piece.Value, piece.Length)),
                PieceKind.IdPrefix => "entry--",
                PieceKind.SelfAddress => "",
                PieceKind.HeadingLevel => Math.Min(6, 3 + piece.Value).ToString(System.Globalization.CultureInfo.InvariantCulture),
                PieceKind.LinkOpen => $"<a href=\"{Escaped(body.Links[piece.Value].Target)}\"{body.Links[piece.Value].Attributes}>",
                PieceKind.LinkClose => "</a>",
                PieceKind.ImageAddress or PieceKind.FileAddress => Escaped(body.Links[piece.Value].Target),
                _ => throw new InvalidOperationException(),
            });
        }

        return html.ToString();
    }

    private static string Escaped(string text) => System.Net.WebUtility.HtmlEncode(text);
}
