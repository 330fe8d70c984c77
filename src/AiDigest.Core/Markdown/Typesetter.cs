using AiDigest.Core.Markdown.Typography;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Sets the text of a parsed document: each paragraph as a whole, through all markup inside it, so that a quote that opens in one
/// run of text closes in another. Code, formulas, addresses and what the author escaped (<c>\"</c>, <c>&amp;quot;</c>) stay as written.
/// </summary>
/// <remarks>
/// It is the last step of parsing, like Markdig's own extensions of this kind, and puts the set text into the tree: so headings,
/// leads and descriptions of images, which are taken from the tree, read the same. It comes after <see cref="BodySurvey"/>, which
/// bounds the depth of the tree, so that it may recurse.
/// </remarks>
internal sealed class Typesetter(Typographer typographer)
{
    private readonly List<(LiteralInline Literal, int Start)> _runs = [];
    private char[] _text = new char[1024];
    private int _length;

    public void Set(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ContainerBlock inner)
            {
                Set(inner);
            }
            else if (container[i] is LeafBlock { Inline: { } inline })
            {
                Paragraph(inline);
            }
        }
    }

    private void Paragraph(ContainerInline inlines)
    {
        var (firstRun, start) = (_runs.Count, _length);
        Collect(inlines);
        var text = _text.AsSpan(start, _length - start);
        if (Typographer.IsCandidate(text))
        {
            typographer.Set(text);
            for (var i = firstRun; i < _runs.Count; i++)
            {
                Put(_runs[i].Literal, _runs[i].Start);
            }
        }

        _runs.RemoveRange(firstRun, _runs.Count - firstRun);
        _length = start;
    }

    private void Collect(ContainerInline container)
    {
        for (var inline = container.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    _runs.Add((literal, _length));
                    Add(literal.Content.AsSpan());
                    if (literal.IsFirstCharacterEscaped && literal.Content.Length > 0)
                    {
                        Keep(_length - literal.Content.Length);
                    }

                    break;
                case LineBreakInline:
                    Add("\n");
                    break;
                case LinkInline link:
                    Link(link);
                    break;
                case HtmlEntityInline entity:
                    Add(entity.Transcoded.AsSpan());
                    Keep(_length - entity.Transcoded.Length);
                    break;
                case DelimiterInline delimiter:
                    Add(delimiter.ToLiteral());
                    Collect(delimiter);
                    break;
                case ContainerInline inner:
                    Collect(inner);
                    break;
                case NoteReference or TaskList:
                    break; // A mark above the line parts nothing.
                default:
                    Add([TypographicCharacters.Inset]);
                    break;
            }
        }
    }

    private void Link(LinkInline link)
    {
        if (!string.IsNullOrEmpty(link.Title))
        {
            link.Title = typographer.Set(link.Title);
        }

        if (link.IsImage)
        {
            // Its description is typeset by itself.
            Add([TypographicCharacters.Inset]);
            Paragraph(link);
        }
        else if (link.IsAutoLink)
        {
            Add([TypographicCharacters.Inset]);
        }
        else
        {
            Collect(link);
        }
    }

    /// <summary>Hides a character from the rules if they could change it.</summary>
    private void Keep(int at)
    {
        if (at < _length && Typographer.IsCandidate(_text.AsSpan(at, 1)))
        {
            _text[at] = TypographicCharacters.Inset;
        }
    }

    private void Put(LiteralInline literal, int start)
    {
        var before = literal.Content.AsSpan();
        var after = _text.AsSpan(start, before.Length);
        if (literal.IsFirstCharacterEscaped && after.Length > 0)
        {
            after[0] = before[0];
        }

        if (!after.SequenceEqual(before))
        {
            literal.Content = new StringSlice(after.ToString());
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        if (_text.Length - _length < text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + text.Length));
        }

        text.CopyTo(_text.AsSpan(_length));
        _length += text.Length;
    }
}
