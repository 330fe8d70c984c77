using AiDigest.Core.Diagnostics;
using Markdig.Extensions.Tables;
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
    private bool _hasOpenBracket;
    private bool _hasBacktick;
    private HashSet<LinkReferenceDefinition>? _used;

    public void Begin(LeafBlock leaf)
    {
        (_leaf, _hasOpenBracket, _hasBacktick) = (leaf, false, false);
        if (leaf is ParagraphBlock && leaf.Span.Start < source.Text.Length && source.Text[leaf.Span.Start] == '|')
        {
            BrokenTable(leaf);
        }
    }

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
        if (text.IsEmpty)
        {
            return;
        }

        Unclosed(literal, text);
        if (literal.IsFirstCharacterEscaped)
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
        var isComment = html.Tag.StartsWith("<!--", StringComparison.Ordinal);
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

    /// <summary>A row of a table with more cells than its head: the table drops the rest.</summary>
    public void Row(TableRow row, int columns)
    {
        if (row.Count < columns || row[^1] is not TableCell last)
        {
            return;
        }

        var end = source.Text.IndexOf('\n', row.Span.Start);
        var from = Math.Max(last.Span.End + 1, row.Span.Start);
        var rest = from < (end < 0 ? source.Text.Length : end) ? source.Text.AsSpan(from, (end < 0 ? source.Text.Length : end) - from) : [];
        var lost = rest.Trim(" |\t\r");
        if (!lost.IsEmpty)
        {
            source.Report(
                Catalogue.CellsWithoutColumn, from + rest.IndexOf(lost), lost.Length,
                Messages.CellsWithoutColumn(MarkdownReport.Shown(lost.ToString()), columns));
        }
    }

    /// <summary>Lines that begin with a bar and make no table, since the second does not part the head from the body.</summary>
    private void BrokenTable(LeafBlock leaf)
    {
        var text = source.Text.AsSpan(leaf.Span.Start, Math.Min(leaf.Span.Length, source.Text.Length - leaf.Span.Start));
        var lines = 0;
        foreach (var line in text.EnumerateLines())
        {
            var row = line.Trim(" >\t");
            if (row.Length < 3 || row[0] != '|' || row[^1] != '|')
            {
                return;
            }

            lines++;
        }

        if (lines > 1)
        {
            source.Report(Catalogue.BrokenTable, leaf.Span.Start, 1, Messages.BrokenTable);
        }
    }

    /// <summary>A backtick without its counterpart, and the middle of a link that is none.</summary>
    private void Unclosed(LiteralInline literal, ReadOnlySpan<char> text)
    {
        var from = literal.IsFirstCharacterEscaped ? 1 : 0;
        _hasOpenBracket |= text[from..].Contains('[');
        var tick = text[from..].IndexOf('`') + from;
        if (tick >= from && !_hasBacktick)
        {
            _hasBacktick = true;
            source.Report(Catalogue.CodeNotClosed, At(literal, tick, '`'), 1, Messages.CodeNotClosed);
        }

        var middle = text[from..].IndexOf("](", StringComparison.Ordinal) + from;
        if (middle >= from && _hasOpenBracket)
        {
            _hasOpenBracket = false;
            source.Report(Catalogue.LinkNotClosed, At(literal, middle, ']'), 2, Messages.LinkNotClosed);
        }
    }

    private int At(LiteralInline literal, int index, char sign)
    {
        var at = literal.Span.Start + index;
        return at >= 0 && at < source.Text.Length && source.Text[at] == sign ? at : Place(literal, literal.Content.CurrentChar);
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
