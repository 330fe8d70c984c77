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
        while (typography && NumberRange.Find(text, done) is var (start, end) && end > 0)
        {
            _out.Text(text[done..start]);
            _out.Html("<span class=\"nb\">"u8);
            _out.Text(text[start..end]);
            _out.Html("</span>"u8);
            done = end;
        }

        _out.Text(text[done..]);
    }

    private void Emphasis(EmphasisInline emphasis)
    {
        var (del, strong) = (emphasis.DelimiterChar == '~', emphasis.DelimiterCount == 2);
        _out.Html(del ? "<del>"u8 : strong ? "<strong>"u8 : "<em>"u8);
        Inlines(emphasis);
        _out.Html(del ? "</del>"u8 : strong ? "</strong>"u8 : "</em>"u8);
    }
}
