using Markdig.Extensions.DefinitionLists;
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
        if (processor.Root?.FirstChild is not null || processor.Block is not ParagraphBlock { Parent: ListItemBlock item }
            || item[0] != processor.Block
            || slice.PeekChar(1) is not (' ' or 'x' or 'X') || slice.PeekChar(2) != ']' || !char.IsWhiteSpace(slice.PeekChar(3)))
        {
            return false;
        }

        var span =
            new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(slice.Start + 2));
        processor.Inline = new TaskList { Span = span, Line = line, Column = column, Checked = slice.PeekChar(1) != ' ' };
        slice.Start += 3;
        return true;
    }
}

/// <summary>
/// Definition lists. A line that is not indented belongs to a definition only where it continues its paragraph, as in Pandoc. Markdig's own
/// parser makes a heading or a list that follows a part of the definition.
/// </summary>
internal sealed class DefinitionParser : DefinitionListParser
{
    // A tilde opens definitions in Markdig too; a line that begins with "~ 5" is prose.
    public DefinitionParser() => OpeningCharacters = [':'];

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (processor.IsBlankLine || processor.IsCodeIndent || processor.CurrentChar == ':')
        {
            return base.TryContinue(processor, block);
        }

        var item = (DefinitionItem)block;
        if (item.LastChild is BlankLineBlock)
        {
            item.RemoveAt(item.Count - 1);
        }

        OuterBlock.EndParagraph(processor);
        return BlockState.None;
    }
}
