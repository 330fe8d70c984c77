using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// The text of inlines without their markup: code and TeX as written, no marks of footnotes, white space as single spaces.
/// </summary>
internal sealed class PlainText
{
    private readonly StringBuilder _text = new();
    private int _most;

    /// <param name="images">Whether the descriptions of images belong to the text.</param>
    /// <param name="most">Characters that are enough; a few more may come.</param>
    public string Of(ContainerInline? container, bool images, int most = int.MaxValue)
    {
        _most = most;
        _text.Clear();
        if (container is not null)
        {
            Children(container, images);
        }

        if (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }

        return _text.ToString();
    }

    private void Children(ContainerInline container, bool images)
    {
        for (var inline = container.FirstChild; inline is not null && _text.Length < _most; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    Add(literal.Content.AsSpan());
                    break;
                case LinkInline { IsImage: true } image when !images:
                    break;
                case DelimiterInline delimiter:
                    Add(delimiter.ToLiteral());
                    Children(delimiter, images);
                    break;
                case ContainerInline inner:
                    Children(inner, images);
                    break;
                case CodeInline code:
                    Add(code.ContentSpan);
                    break;
                case FormulaInline formula:
                    Add(formula.Tex.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    Add(link.Url);
                    break;
                case LineBreakInline:
                    Add(" ");
                    break;
                case HtmlInline html:
                    Add(html.Tag);
                    break;
            }
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (_text.Length >= _most)
            {
                return;
            }

            if (AiDigest.Core.Markdown.Typography.TypographicCharacters.IsSpace(c) && c is not ('\u00A0' or '\u202F'))
            {
                if (_text.Length > 0 && _text[^1] != ' ')
                {
                    _text.Append(' ');
                }
            }
            else if (c == ForbiddenCharacters.ProtectedBar)
            {
                _text.Append('|');
            }
            else if (!ForbiddenCharacters.IsUnwanted(c))
            {
                _text.Append(c);
            }
        }
    }
}
