using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private void Inlines(ContainerInline? container)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is TaskList task)
            {
                // The box and its text are one label, so that the box has a name.
                _out.Html(task.Checked
                    ? "<label><input type=\"checkbox\" disabled checked>"u8
                    : "<label><input type=\"checkbox\" disabled>"u8);
            }
            else
            {
                Inline(inline);
            }
        }

        if (container?.FirstChild is TaskList)
        {
            _out.Html("</label>"u8);
        }
    }

    private void Inline(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Typeset(literal.Content.AsSpan());
                break;
            case EmphasisInline emphasis:
                Emphasis(emphasis);
                break;
            case LinkInline { IsImage: true } image:
                Image(image);
                break;
            case LinkInline link:
                Link(link);
                break;
            case LineBreakInline line:
                _words.Pause();
                _out.Html(line.IsHard ? "<br>\n"u8 : "\n"u8);
                break;
            case CodeInline code:
                _out.Html("<code>"u8);
                Text(code.ContentSpan);
                _out.Html("</code>"u8);
                break;
            case FormulaInline formula:
                Formula(formula);
                break;
            case HtmlEntityInline entity:
                Text(entity.Transcoded.AsSpan());
                break;
            case AutolinkInline link:
                Autolink(link);
                break;
            case NoteReference reference:
                Reference(reference);
                break;
            case DelimiterInline delimiter:
                Text(delimiter.ToLiteral());
                Inlines(delimiter);
                break;
            case ContainerInline other:
                Inlines(other);
                break;
            case HtmlInline html:
                Text(html.Tag);
                break;
        }
    }

    private void Text(ReadOnlySpan<char> text)
    {
        _words.Add(text);
        _out.Text(text);
    }

    /// <summary>
    /// Text whose ranges do not break after the dash: <c>3,6–4,0</c>. An element does it, since a word joiner (U+2060) would be one more
    /// character in what readers copy and search for.
    /// </summary>
    private void Typeset(ReadOnlySpan<char> text)
    {
        _words.Add(text);
        var done = 0;
        for (var dash = typography ? text.IndexOf('–') : -1; dash >= 0;)
        {
            var (start, end) = RangeAround(text, dash, done);
            if (start < dash && end > dash + 1)
            {
                _out.Text(text[done..start]);
                _out.Html("<span class=\"nb\">"u8);
                _out.Text(text[start..end]);
                _out.Html("</span>"u8);
                done = end;
            }

            var next = text[(dash + 1)..].IndexOf('–');
            dash = next < 0 ? -1 : dash + 1 + next;
        }

        _out.Text(text[done..]);
    }

    /// <summary>Where the numbers on both sides of a dash begin and end, not before <paramref name="least"/>.</summary>
    private static (int Start, int End) RangeAround(ReadOnlySpan<char> text, int dash, int least)
    {
        const int Longest = 12;
        var (start, end) = (dash, dash + 1);
        while (start > least && dash - start < Longest && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or ','))
        {
            start--;
        }

        while (end < text.Length && end - dash <= Longest && (char.IsAsciiDigit(text[end]) || text[end] is '.' or ','))
        {
            end++;
        }

        while (text[end - 1] is '.' or ',')
        {
            end--;
        }

        return (start < dash && !char.IsAsciiDigit(text[dash - 1]) ? dash : start, end);
    }

    private void Emphasis(EmphasisInline emphasis)
    {
        var (del, strong) = (emphasis.DelimiterChar == '~', emphasis.DelimiterCount == 2);
        _out.Html(del ? "<del>"u8 : strong ? "<strong>"u8 : "<em>"u8);
        Inlines(emphasis);
        _out.Html(del ? "</del>"u8 : strong ? "</strong>"u8 : "</em>"u8);
    }
}
