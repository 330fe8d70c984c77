using AiDigest.Core.Diagnostics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Warns of what Markdown takes silently for something else than its author meant: a fence that is never closed, a heading without its
/// space, emphasis without its end, raw HTML, footnotes and link definitions that lead nowhere. <see cref="BodySurvey"/> shows it
/// each part of the tree once, before typography changes the text.
/// </summary>
internal sealed class SlipFinder(CleanSource source)
{
    private LeafBlock? _leaf;
    private int _htmlLine = -1;
    private HashSet<LinkReferenceDefinition>? _used;

    public void Begin(LeafBlock leaf) => _leaf = leaf;

    public void Fence(FencedCodeBlock fence)
    {
        if (fence.ClosingFencedCharCount == 0)
        {
            source.Report(
                Catalogue.FenceNotClosed, fence.Span.Start, fence.OpeningFencedCharCount,
                Messages.FenceNotClosed(new string(fence.FencedChar, Math.Min(fence.OpeningFencedCharCount, 10))));
        }
    }

    public void Literal(LiteralInline literal)
    {
        var text = literal.Content.AsSpan();
        if (text.IsEmpty || literal.IsFirstCharacterEscaped)
        {
            return;
        }

        if (text[0] == '#')
        {
            Heading(literal, text);
        }
        else if (text.Length > 1 && text[0] is '*' or '_' or '~' && !text.ContainsAnyExcept(text[0]))
        {
            source.Report(
                Catalogue.EmphasisNotClosed, Place(literal, text[0]), text.Length,
                Messages.EmphasisNotClosed(text.ToString()));
        }
    }

    public void Html(HtmlInline html)
    {
        if (html.Line == _htmlLine)
        {
            return;
        }

        _htmlLine = html.Line;
        var isComment = html.Tag.StartsWith("<!", StringComparison.Ordinal);
        source.Report(
            Catalogue.RawHtml, Place(html, '<'), html.Span.Length,
            isComment
                ? Messages.HtmlComment
                : Messages.RawHtml(html.Tag));
    }

    public void Link(ContainerInline inline)
    {
        if (inline is LinkInline { Reference: { } definition })
        {
            (_used ??= []).Add(definition);
        }
    }

    public void Note(NoteBlock note, bool isCited, MarkdownDocument document)
    {
        if (!isCited)
        {
            var isSecond = NoteIndex.Of(document).ByLabel.GetValueOrDefault(note.Label) != note;
            source.Report(
                Catalogue.UnusedNote, note.Span.Start, note.MarkLength,
                isSecond ? Messages.SecondNote(note.Label) : Messages.UnusedNote(note.Label));
        }
        else if (note.Count == 0 || (note.Count == 1 && note[0] is ParagraphBlock { Inline: null or { FirstChild: null } }))
        {
            source.Report(
                Catalogue.EmptyNote, note.Span.Start, note.MarkLength,
                Messages.EmptyNote(note.Label));
        }
    }

    public void Finish(MarkdownDocument document)
    {
        foreach (var (start, length, label) in NoteIndex.Find(document)?.Missing ?? [])
        {
            source.Report(
                Catalogue.MissingNote, start, length,
                Messages.MissingNote(label));
        }

        foreach (var block in document)
        {
            if (block is LinkReferenceDefinitionGroup group)
            {
                Definitions(group);
            }
        }
    }

    private void Definitions(LinkReferenceDefinitionGroup group)
    {
        foreach (var block in group)
        {
            // `[//]: # (text)` is the customary way to write a comment.
            if (block is LinkReferenceDefinition definition && _used?.Contains(definition) != true
                && definition.Label is not ("//" or "comment"))
            {
                source.Report(
                    Catalogue.UnusedDefinition, definition.Span.Start, definition.Span.Length,
                    Messages.UnusedDefinition(definition.Label ?? ""));
            }
        }
    }

    /// <summary>
    /// <c>##Heading</c>. A single <c>#</c> is the mark of a hashtag too: it counts only before a capital letter, alone on its line and the
    /// only one there.
    /// </summary>
    private void Heading(LiteralInline literal, ReadOnlySpan<char> text)
    {
        var level = text.IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || literal.PreviousSibling is not (null or LineBreakInline)
            || literal.Parent is not { ParentBlock: ParagraphBlock })
        {
            return;
        }

        var next = text[level];
        if (char.IsWhiteSpace(next)
            || (level == 1
                && (!char.IsUpper(next) || text[1..].Contains('#') || literal.PreviousSibling is not null
                || literal.NextSibling is not null)))
        {
            return;
        }

        source.Report(
            Catalogue.HeadingWithoutSpace, Place(literal, '#'), level,
            Messages.NoHeading(text.ToString(), text[..level].ToString()));
    }

    /// <summary>The offset of an inline; that of its block where the parser lost the place.</summary>
    private int Place(Inline inline, char first)
    {
        var (at, least) = (inline.Span.Start, _leaf?.Span.Start ?? 0);
        return at >= least && at < source.Text.Length && source.Text[at] == first ? at : least;
    }
}

internal static class MarkdownReport
{
    /// <summary>A text as a message shows it: on one line, of bounded length.</summary>
    public static string Shown(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= 60 ? line : line[..(char.IsHighSurrogate(line[59]) ? 59 : 60)] + "…";
    }
}
