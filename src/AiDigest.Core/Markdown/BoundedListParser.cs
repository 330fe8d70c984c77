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

        // The survey judges what is a level or two beyond the bound: it counts other containers too.
        var depth = Containers(processor.CurrentContainer).Count();
        if (depth > nesting + 2)
        {
            throw NestingException.Deep(Containers(processor.CurrentContainer).ElementAt(depth - nesting - 1).Span.Start, nesting);
        }

        return state;
    }

    /// <summary>The items and quotes around a block, from the innermost outwards.</summary>
    private static IEnumerable<ContainerBlock> Containers(ContainerBlock? innermost)
    {
        for (var block = innermost; block is not null; block = block.Parent)
        {
            if (block is ListItemBlock or QuoteBlock)
            {
                yield return block;
            }
        }
    }
}
