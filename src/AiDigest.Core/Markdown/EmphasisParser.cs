using AiDigest.Core.Diagnostics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Emphasis and strikethrough. The parser keeps each run of marks open until the paragraph ends and walks through all of them
/// again and again, so there is a bound on their number: far above any prose, low enough to cost nothing.
/// </summary>
internal sealed class EmphasisParser : EmphasisInlineParser
{
    private const int Runs = 1000;

    public EmphasisParser() => EmphasisDescriptors.Add(new EmphasisDescriptor('~', 2, 2, true));

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var start = slice.Start;
        if (!base.Match(processor, ref slice))
        {
            return false;
        }

        if (++processor.GetParserState<Count>(this).Runs > Runs)
        {
            throw new NestingException(processor.GetSourcePosition(start), Messages.TooMuchEmphasis(Runs));
        }

        return true;
    }

    private sealed class Count
    {
        public int Runs { get; set; }
    }
}
