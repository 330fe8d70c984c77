using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Model;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Writes a parsed document as pieces of HTML. It walks through the tree of the parser itself instead of configuring Markdig's
/// renderer: holes, ids and the ban on inline styles touch nearly every element, and UTF-8 is written in one pass. A writer is
/// used for one body at a time and then again for the next.
/// </summary>
internal sealed partial class BodyHtmlWriter(bool highlight, bool typography, TexConverter formulas, Limits limits)
{
    private const int LeadLength = 200;

    private readonly TexConverter _formulas = formulas;
    private readonly PieceBuffer _out = new(limits.BodySize);
    private readonly HashSet<(string Tex, bool Display)> _converted = [];
    private readonly PlainText _plain = new();
    private readonly HeadingIds _headingIds = new();

    // Levels, as written, of the headings under which the place is. Their number is the depth of the next one: no level is skipped,
    // however the author counted.
    private readonly Stack<int> _above = new();
    private readonly ImmutableArray<BodyLink>.Builder _links = ImmutableArray.CreateBuilder<BodyLink>();
    private readonly ImmutableArray<Heading>.Builder _headings = ImmutableArray.CreateBuilder<Heading>();
    private readonly ImmutableArray<string>.Builder _ids = ImmutableArray.CreateBuilder<string>();
    private CleanSource _source = null!;
    private BodySurvey _survey = null!;
    private WordCount _words;
    private LeafBlock? _leaf;
    private bool _inLink;
    private MathFont _math;
    private int _converting;

    /// <summary>Where in the source the block begins that is being written.</summary>
    public int At => _leaf?.Span.Start ?? 0;

    /// <summary>Writes a document; mistakes go to the source.</summary>
    public RenderedBody Write(MarkdownDocument document, CleanSource source, BodySurvey survey)
    {
        (_source, _survey, _words, _inLink, _math) = (source, survey, default, false, MathFont.None);
        _out.Clear();
        _converted.Clear();
        _converting = 0;
        _headingIds.Clear();
        _above.Clear();
        _links.Clear();
        _headings.Clear();
        _ids.Clear();
        Blocks(document, tight: false);
        Notes();
        var (utf8, pieces) = _out.Take();
        return new MemoryBody(utf8, Cut(FirstParagraph(document) ?? ""))
        {
            Pieces = pieces,
            Links = _links.ToImmutable(),
            Anchors = _ids.Count == 0 ? Anchors.None : new Anchors(_headings.ToImmutable(), _ids.ToImmutable()),
            Words = _words.Count,
            Math = _math,
        };
    }

    private void Blocks(ContainerBlock container, bool tight)
    {
        for (var i = 0; i < container.Count; i++)
        {
            Block(container[i], tight);
        }
    }

    /// <param name="tight">Whether paragraphs go without their tags, as in a list without empty lines.</param>
    private void Block(Block block, bool tight)
    {
        _words.Pause();
        switch (block)
        {
            case ParagraphBlock paragraph when tight:
                Content(paragraph);
                break;
            case ParagraphBlock { Inline: { FirstChild: LinkInline { IsImage: true } image } } paragraph when image ==
                paragraph.Inline.LastChild:
                Figure(paragraph, image);
                break;
            case ParagraphBlock paragraph:
                Element("<p>"u8, paragraph, "</p>\n"u8);
                break;
            case HeadingBlock heading:
                Heading(heading);
                break;
            case ListBlock list:
                List(list);
                break;
            case QuoteBlock quote:
                Open("<blockquote>\n"u8);
                Blocks(quote, tight: false);
                Open("</blockquote>\n"u8);
                break;
            case FormulaBlock formula:
                Formula(formula);
                break;
            case CodeBlock code:
                Code(code);
                break;
            case ThematicBreakBlock:
                Open("<hr>\n"u8);
                break;
            case Table table:
                Table(table);
                break;
            case DefinitionList list:
                Definitions(list);
                break;
            case NoteBlock or LinkReferenceDefinitionGroup or BlankLineBlock:
                break;
            case ContainerBlock other:
                Blocks(other, tight);
                break;
            case LeafBlock { Inline: not null } other:
                Element("<p>"u8, other, "</p>\n"u8);
                break;
        }
    }

    /// <summary>The inlines of a block.</summary>
    private void Content(LeafBlock leaf)
    {
        _leaf = leaf;
        Inlines(leaf.Inline);
    }

    private void Open(ReadOnlySpan<byte> tag)
    {
        _out.EnsureLine();
        _out.Html(tag);
    }

    private void Element(ReadOnlySpan<byte> open, LeafBlock leaf, ReadOnlySpan<byte> close)
    {
        Open(open);
        Content(leaf);
        _out.Html(close);
    }

    private void Heading(HeadingBlock block)
    {
        var text = _plain.Of(block.Inline, images: false);
        while (_above.TryPeek(out var level) && level >= block.Level)
        {
            _above.Pop();
        }

        var heading = new Heading(_headingIds.Next(text), text, _above.Count);
        _above.Push(block.Level);
        _headings.Add(heading);
        Open("<h"u8);
        _out.Hole(PieceKind.HeadingLevel, heading.Depth);
        _out.Html(" "u8);
        Id(heading.Id);
        _out.Html(">"u8);
        Content(block);
        _out.Html("</h"u8);
        _out.Hole(PieceKind.HeadingLevel, heading.Depth);
        _out.Html(">\n"u8);
    }

    /// <summary>An <c>id</c> of the body, which begins with the prefix of the entry.</summary>
    private void Id(string id)
    {
        _ids.Add(id);
        _out.Html("id=\""u8);
        _out.Hole(PieceKind.IdPrefix);
        _out.Text(id);
        _out.Html("\""u8);
    }

    private void Number(long number)
    {
        Span<byte> digits = stackalloc byte[20];
        number.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        _out.Html(digits[..length]);
    }

    /// <summary>
    /// The text of the first paragraph, at least as much as tells whether it is longer than a lead: of one by itself, or else
    /// of the first in a list or quote.
    /// </summary>
    private string? FirstParagraph(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block is ParagraphBlock paragraph
                && _plain.Of(paragraph.Inline, images: false, most: LeadLength + 2) is { Length: > 0 } text)
            {
                return text;
            }
        }

        foreach (var block in container)
        {
            if (block is ContainerBlock inner and not (NoteBlock or Markdig.Extensions.Tables.Table) && FirstParagraph(inner) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>Cuts a text at a word near 200 characters. Dots follow where that is within a sentence.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= LeadLength)
        {
            return text;
        }

        var cut = text.LastIndexOf(' ', LeadLength - 1);
        cut = cut > LeadLength / 2 ? cut : LeadLength - 1;
        cut -= char.IsHighSurrogate(text[cut - 1]) ? 1 : 0;
        var kept = text[..cut].TrimEnd(' ', ',', ';', ':', '—', '–', '-', '(', '\u00A0');
        return kept is [.., '.' or '!' or '?' or '…'] ? kept : kept + "…";
    }
}
