using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>Walks through a document that <see cref="BodySurvey"/> has found to be within the limits.</summary>
internal sealed class OutlineMaker(CleanSource source)
{
    private readonly PlainText _plain = new();
    private readonly ImmutableArray<Passage>.Builder _passages = ImmutableArray.CreateBuilder<Passage>();
    private readonly ImmutableArray<SourceRef>.Builder _undescribed = ImmutableArray.CreateBuilder<SourceRef>();
    private readonly ImmutableArray<RemoteLink>.Builder _remote = ImmutableArray.CreateBuilder<RemoteLink>();

    public BodyOutline Make(MarkdownDocument document)
    {
        Blocks(document, inQuote: false);
        return new BodyOutline(_passages.ToImmutable(), _undescribed.ToImmutable(), _remote.ToImmutable());
    }

    private void Blocks(ContainerBlock container, bool inQuote)
    {
        foreach (var block in container)
        {
            if (block is ContainerBlock inner)
            {
                Blocks(inner, inQuote || inner is QuoteBlock);
            }
            else if (block is LeafBlock { Inline: { } inline } leaf)
            {
                if (leaf is ParagraphBlock && container is not Markdig.Extensions.Tables.TableCell)
                {
                    var at = source.At(leaf.Span.Start);
                    _passages.Add(new Passage(_plain.Of(inline, images: false), Prose(inline), at, inQuote));
                }

                Inlines(inline);
            }
        }
    }

    private void Inlines(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } image:
                    if (string.IsNullOrWhiteSpace(_plain.Of(image, images: true)))
                    {
                        _undescribed.Add(source.At(image.Span.Start, image.Span.Length));
                    }

                    break;
                case LinkInline link:
                    Remote(link.Url, link);
                    Inlines(link);
                    break;
                case AutolinkInline { IsEmail: false } link:
                    Remote(link.Url, link);
                    break;
                case ContainerInline inner:
                    Inlines(inner);
                    break;
            }
        }
    }

    private void Remote(string? url, Inline at)
    {
        var address = Address.Of(url);
        if (address.Kind == AddressKind.External && !address.Text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            _remote.Add(new RemoteLink(address.Text, source.At(at.Span.Start, at.Span.Length)));
        }
    }

    private static string Prose(ContainerInline container)
    {
        var text = new System.Text.StringBuilder();
        Prose(container, text);
        return text.ToString();
    }

    private static void Prose(ContainerInline container, System.Text.StringBuilder text)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline or CodeInline or FormulaInline or AutolinkInline:
                    text.Append(' ');
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case ContainerInline inner:
                    Prose(inner, text);
                    break;
            }
        }
    }
}
