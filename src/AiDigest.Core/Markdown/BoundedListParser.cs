using Markdig.Parsers;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Lists whose depth is bounded while they are read. Each line visits every list that is open, so a text that indents each item deeper than
/// the one before would take quadratic time until <see cref="BodySurvey"/> sees it.
/// </summary>
internal sealed class BoundedListParser(int nesting) : ListBlockParser
{
    /// <exception cref="NestingException">The list is nested too deeply.</exception>
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var state = base.TryOpen(processor);
        if (state is BlockState.None or BlockState.Skip)
        {
            return state;
        }

        var depth = 0;
        for (ContainerBlock? block = processor.CurrentContainer; block is not null; block = block.Parent)
        {
            depth += block is ListItemBlock or QuoteBlock ? 1 : 0;
        }

        // The survey reports the exact place of what is a level or two beyond the bound.
        return depth <= nesting + 2 ? state : throw NestingException.Deep(processor.Start, nesting);
    }
}
