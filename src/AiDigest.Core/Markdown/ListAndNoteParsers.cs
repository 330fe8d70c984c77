using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

/// <summary>
/// <c>[ ]</c> and <c>[x]</c> at the start of a list item, before white space, as GitHub has them. Markdig's own parser takes them
/// anywhere in an item, <c>[x](link)</c> too.
/// </summary>
internal sealed class TaskParser : InlineParser
{
    public TaskParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        if (processor.Root?.FirstChild is not null || processor.Block is not ParagraphBlock { Parent: ListItemBlock item } || item[0] != processor.Block
            || slice.PeekChar(1) is not (' ' or 'x' or 'X') || slice.PeekChar(2) != ']' || !char.IsWhiteSpace(slice.PeekChar(3)))
        {
            return false;
        }

        var span = new SourceSpan(processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + 2));
        processor.Inline = new TaskList { Span = span, Line = line, Column = column, Checked = slice.PeekChar(1) != ' ' };
        slice.Start += 3;
        return true;
    }
}

/// <summary>
/// Footnotes. Markdig sorts them with a comparison that contradicts itself where some have no reference, and a sort may throw
/// over that; those are taken out before.
/// </summary>
internal sealed class NoteParser : FootnoteParser
{
    private static readonly object Seen = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (!processor.Document.ContainsData(Seen))
        {
            processor.Document.SetData(Seen, Seen);
            processor.Document.ProcessInlinesEnd += (state, _) => TakeOutUnused(state.Document);
        }

        return base.TryOpen(processor);
    }

    private static void TakeOutUnused(MarkdownDocument document)
    {
        foreach (var block in document)
        {
            if (block is FootnoteGroup group)
            {
                var used = group.Cast<Footnote>().Where(note => note.Order > 0).ToList();
                group.Clear();
                used.ForEach(group.Add);
            }
        }
    }
}
