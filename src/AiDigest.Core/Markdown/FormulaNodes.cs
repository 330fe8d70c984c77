using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>A formula in a paragraph: <c>$x$</c>, or <c>$$x$$</c> with text around it.</summary>
internal sealed class FormulaInline : LeafInline
{
    public required StringSlice Tex { get; init; }

    public required bool Display { get; init; }
}

/// <summary>A formula that is alone between <c>$$</c> and <c>$$</c>; its lines are its TeX.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser);
