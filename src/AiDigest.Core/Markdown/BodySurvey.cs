using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>A footnote that something in the text refers to.</summary>
/// <param name="Block">Its text.</param>
/// <param name="Number">1-based, by first reference.</param>
internal sealed record Note(Footnote Block, int Number)
{
    /// <summary>References found by the survey.</summary>
    public int References { get; set; }

    /// <summary>References written so far.</summary>
    public int Written { get; set; }
}

/// <summary>
/// What has to be known of a whole document before a part of it is written: whether it stays within the limit of nesting (so that
/// whoever walks through it afterwards may recurse), and its footnotes with their numbers.
/// They are counted here and not by the parser, which also counts references in footnotes that nothing refers to.
/// </summary>
internal sealed class BodySurvey
{
    private readonly int _limit;
    private Dictionary<Footnote, Note>? _byBlock;

    /// <exception cref="NestingException">The document is nested too deeply.</exception>
    public BodySurvey(MarkdownDocument document, int limit)
    {
        _limit = limit;
        Children(document, 0);
        for (var i = 0; i < Notes.Count; i++)
        {
            Children(Notes[i].Block, 0);
        }
    }

    /// <summary>In the order of their numbers.</summary>
    public List<Note> Notes { get; } = [];

    public Note? NoteOf(Footnote block) => _byBlock?.GetValueOrDefault(block);

    private void Children(ContainerBlock container, int depth)
    {
        if (container is QuoteBlock or ListItemBlock or DefinitionItem && ++depth > _limit)
        {
            throw NestingException.Deep(container.Span.Start, _limit);
        }

        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner)
            {
                if (inner is not FootnoteGroup)
                {
                    Children(inner, depth);
                }
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
            Inlines(inline, 0, shown: true);
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
            if (inline is FootnoteLink { IsBackLink: false } reference && shown)
            {
                Count(reference.Footnote);
            }
            else if (inline is ContainerInline inner)
            {
                // The description of an image is plain text: no reference stands in it.
                Inlines(inner, depth + 1, shown && inner is not LinkInline { IsImage: true });
            }
        }
    }

    private void Count(Footnote block)
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
