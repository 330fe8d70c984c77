using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// The Markdown of the digest: CommonMark, tables as GitHub reads them, footnotes, strikethrough, task lists, bare addresses,
/// definition lists, and formulas. Raw HTML is text.
/// </summary>
internal static class Dialect
{
    public static MarkdownPipeline Build(bool math, int nesting)
    {
        // Depth is judged by BodySurvey, which knows the place; the parser's own bound must only be out of the way.
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true, MaximumNestingDepth = 1 << 14 };
        builder.DisableHtml();
        builder.Extensions.Add(new PipeTableExtension(new PipeTableOptions { UseGfmRules = true }));
        builder.BlockParsers.Insert(0, new NoteParser());
        builder.BlockParsers.Insert(0, new DefinitionParser());
        builder.BlockParsers.Replace<ListBlockParser>(new BoundedListParser(nesting));
        builder.InlineParsers.Replace<LinkInlineParser>(new BracketParser(nesting));
        builder.InlineParsers.Replace<EmphasisInlineParser>(new EmphasisParser());
        builder.InlineParsers.Insert(0, new TaskParser());
        builder.InlineParsers.Add(new AddressParser());
        builder.InlineParsers.Add(new TagParser());
        if (math)
        {
            builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new FormulaBlockParser());
            builder.InlineParsers.Insert(0, new FormulaParser());
        }

        return builder.Build();
    }
}
