using System.Collections.Frozen;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Raw HTML, which is shown as it is written: no quotes are set and no links made inside it. Only names of HTML elements count, and
/// comments and instructions, so that <c>List&lt;int&gt;</c> is prose.
/// </summary>
internal sealed class TagParser : InlineParser
{
    private static readonly FrozenSet<string> Elements = (
        "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button "
        + "canvas caption center cite code col "
        + "colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame "
            + "frameset h1 h2 h3 h4 h5 h6 head header "
        + "hgroup hr html i iframe img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr "
            + "noframes noscript object ol optgroup option "
        + "output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strike strong "
            + "style sub summary sup svg table tbody "
        + "td template textarea tfoot th thead time title tr track tt u ul var video wbr").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public TagParser() => OpeningCharacters = ['<'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice;
        string? tag;
        if (IsElement(slice.AsSpan()) || slice.PeekChar() is '!' or '?')
        {
            if (!HtmlHelper.TryParseHtmlTag(ref rest, out tag))
            {
                // A comment with an empty line in it ends in another paragraph.
                if (!slice.AsSpan().StartsWith("<!--"))
                {
                    return false;
                }

                tag = "<!--";
                rest.Start = slice.Start + tag.Length;
            }
        }
        else
        {
            return false;
        }

        processor.Inline = new HtmlInline(tag)
        {
            Span = new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column), processor.GetSourcePosition(rest.Start - 1)),
            Line = line,
            Column = column,
        };
        slice = rest;
        return true;
    }

    private static bool IsElement(ReadOnlySpan<char> text)
    {
        var name = text[1..].TrimStart('/');
        var length = 0;
        while (length < name.Length && char.IsAsciiLetterOrDigit(name[length]))
        {
            length++;
        }

        return length is > 0 and <= 16 && Elements.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..length]);
    }
}
