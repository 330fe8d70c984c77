using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>A footnote that something in the text refers to.</summary>
/// <param name="Block">Its text.</param>
/// <param name="Number">1-based, by first reference.</param>
internal sealed record Note(NoteBlock Block, int Number)
{
    /// <summary>References found by the survey.</summary>
    public int References { get; set; }

    /// <summary>References written so far.</summary>
    public int Written { get; set; }
}

/// <summary>
/// What has to be known of a whole document before a part of it is written: whether it stays within the limit of nesting (so that
/// later walks may recurse), its footnotes with their numbers, and its slips.
/// References are counted here and not by the parser, which also counts those in footnotes that nothing refers to.
/// </summary>
internal sealed class BodySurvey
{
    private readonly int _limit;
    private readonly SlipFinder? _slips;
    private Dictionary<NoteBlock, Note>? _byBlock;
    private List<NoteBlock>? _written;
    private bool _shown = true;

    /// <param name="slips">Told of everything that looks like a slip; null if it is not needed.</param>
    /// <exception cref="NestingException">The document is nested too deeply.</exception>
    public BodySurvey(MarkdownDocument document, int limit, SlipFinder? slips = null)
    {
        (_limit, _slips) = (limit, slips);
        Children(document, 0);
        for (var i = 0; i < Notes.Count; i++)
        {
            Children(Notes[i].Block, 0);
        }

        _shown = false;
        for (var i = 0; i < _written?.Count; i++)
        {
            var note = _written[i];
            var isCited = _byBlock?.ContainsKey(note) == true;
            slips?.Note(note, isCited, document);
            if (!isCited)
            {
                Children(note, 0);
            }
        }

        slips?.Finish(document);
    }

    /// <summary>In the order of their numbers.</summary>
    public List<Note> Notes { get; } = [];

    public Note? NoteOf(NoteBlock block) => _byBlock?.GetValueOrDefault(block);

    private void Children(ContainerBlock container, int depth)
    {
        if (container is QuoteBlock or ListItemBlock or DefinitionItem && ++depth > _limit)
        {
            throw NestingException.Deep(container.Span.Start, _limit);
        }

        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is NoteBlock note)
            {
                (_written ??= []).Add(note);
            }
            else if (container[i] is ContainerBlock inner)
            {
                if (inner is TableRow row && container is Table table)
                {
                    _slips?.Row(row, table.ColumnDefinitions.Count);
                }

                Children(inner, depth);
            }
            else if (container[i] is LeafBlock leaf)
            {
                Leaf(leaf);
            }
        }
    }

    private void Leaf(LeafBlock leaf)
    {
        if (leaf.Inline is { } inline)
        {
            _slips?.Begin(leaf);
            Inlines(inline, 0, _shown);
        }
        else if (leaf is FencedCodeBlock fence)
        {
            _slips?.Fence(fence);
        }
    }

    private void Inlines(ContainerInline container, int depth, bool shown)
    {
        if (depth > _limit)
        {
            throw NestingException.Deep(container.Span.Start, _limit);
        }

        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is LiteralInline literal)
            {
                _slips?.Literal(literal);
            }
            else if (inline is ContainerInline inner)
            {
                // The description of an image is plain text: it holds no reference.
                _slips?.Link(inner);
                Inlines(inner, depth + 1, shown && inner is not LinkInline { IsImage: true });
            }
            else if (inline is NoteReference reference && shown)
            {
                Count(reference.Note);
            }
            else if (inline is HtmlInline html)
            {
                _slips?.Html(html);
            }
        }
    }

    private void Count(NoteBlock block)
    {
        _byBlock ??= [];
        if (!_byBlock.TryGetValue(block, out var note))
        {
            note = new Note(block, Notes.Count + 1);
            _byBlock.Add(block, note);
            Notes.Add(note);
        }

        note.References++;
    }
}
