using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>The text of a footnote, at the place where it is written. It is shown at the end of the body.</summary>
internal sealed class NoteBlock(BlockParser parser) : ContainerBlock(parser)
{
    /// <summary>The name between <c>[^</c> and <c>]</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The length of <c>[^name]:</c> in the source.</summary>
    public required int MarkLength { get; init; }
}

/// <summary>A reference to a footnote.</summary>
internal sealed class NoteReference(NoteBlock note) : LeafInline
{
    public NoteBlock Note { get; } = note;
}

/// <summary>The footnotes of a document by name, and the references that no footnote answers.</summary>
internal sealed class NoteIndex
{
    private static readonly object Key = new();

    public Dictionary<string, NoteBlock> ByLabel { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Source positions of references without a footnote, with their labels.</summary>
    public List<(int Start, int Length, string Label)> Missing { get; } = [];

    public static NoteIndex? Find(MarkdownDocument document) => document.GetData(Key) as NoteIndex;

    public static NoteIndex Of(MarkdownDocument document)
    {
        if (Find(document) is { } index)
        {
            return index;
        }

        index = new NoteIndex();
        document.SetData(Key, index);
        return index;
    }
}

/// <summary>
/// Footnotes by the rules of cmark-gfm: <c>[^name]:</c> opens one in any container, also beneath a paragraph. Lines that are indented by
/// four columns belong to it, and lines that continue its paragraph. Markdig's own parser takes every next line for its continuation,
/// knows footnotes at the top level only, and drops those that nothing refers to.
/// </summary>
internal sealed class NoteParser : BlockParser
{
    public NoteParser() => OpeningCharacters = ['['];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line;
        if (processor.IsCodeIndent || line.PeekChar() != '^' || !LinkHelper.TryParseLabel(ref line, out var label, out SourceSpan _)
            || label.Length < 2 || line.CurrentChar != ':')
        {
            return BlockState.None;
        }

        var length = line.Start + 1 - processor.Start;
        var note = new NoteBlock(this)
        {
            Label = label[1..],
            MarkLength = length,
            Column = processor.Column,
            Span = new SourceSpan(processor.Start, processor.Line.End),
        };
        NoteIndex.Of(processor.Document).ByLabel.TryAdd(note.Label, note);
        processor.Column += length - 1;
        processor.Line = line;
        processor.NextChar();

        // Blanks behind the colon are no indentation: "[^1]:     text" is a text and no code.
        while (processor.CurrentChar is ' ' or '\t')
        {
            processor.NextChar();
        }

        processor.NewBlocks.Push(note);
        return BlockState.Continue;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine)
        {
            return BlockState.Continue;
        }

        if (!processor.IsCodeIndent)
        {
            OuterBlock.EndParagraph(processor);
            return BlockState.None;
        }

        processor.GoToCodeIndent();
        return BlockState.Continue;
    }
}
