using AiDigest.Core.Model;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private void Reference(NoteReference link)
    {
        if (_survey.NoteOf(link.Note) is not { } note)
        {
            return;
        }

        var id = ReferenceId(note, ++note.Written);
        if (_inLink)
        {
            // A link cannot hold another: the way there is lost, the way back is not.
            _out.Html("<sup class=\"footnote-ref\" "u8);
            Id(id);
            _out.Html(">"u8);
            Number(note.Number);
            _out.Html("</sup>"u8);
            return;
        }

        _out.Html("<sup class=\"footnote-ref\"><a href=\""u8);
        Fragment(NoteId(note));
        _out.Html("\" "u8);
        Id(id);
        _out.Html(" role=\"doc-noteref\">"u8);
        Number(note.Number);
        _out.Html("</a></sup>"u8);
    }

    private void Notes()
    {
        if (_survey.Notes.Count == 0)
        {
            return;
        }

        Open("<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"u8);
        foreach (var note in _survey.Notes)
        {
            _out.Html("<li "u8);
            Id(NoteId(note));
            _out.Html(">\n"u8);
            NoteText(note);
            _out.Html("</li>\n"u8);
        }

        _out.Html("</ol>\n</div>\n"u8);
    }

    /// <summary>The ways back are at the end of the last paragraph, or in a paragraph of ways back alone.</summary>
    private void NoteText(Note note)
    {
        var blocks = note.Block;
        var last = blocks.Count > 0 && blocks[^1] is ParagraphBlock ? blocks.Count - 1 : blocks.Count;
        for (var i = 0; i < last; i++)
        {
            Block(blocks[i], tight: false);
        }

        Open("<p>"u8);
        if (last < blocks.Count)
        {
            _words.Pause();
            Content((ParagraphBlock)blocks[last]);
        }

        for (var i = 1; i <= note.References; i++)
        {
            _out.Html(i > 1 || last < blocks.Count ? " <a href=\""u8 : "<a href=\""u8);
            Fragment(ReferenceId(note, i));
            _out.Html("\" class=\"footnote-back\" role=\"doc-backlink\">↩</a>"u8);
        }

        _out.Html("</p>\n"u8);
    }

    private void Fragment(string id)
    {
        _out.Hole(PieceKind.SelfAddress);
        _out.Html("#"u8);
        _out.Hole(PieceKind.IdPrefix);
        _out.Text(id);
    }

    private static string NoteId(Note note) => FormattableString.Invariant($"fn-{note.Number}");

    private static string ReferenceId(Note note, int reference) => reference == 1
        ? FormattableString.Invariant($"fnref-{note.Number}")
        : FormattableString.Invariant($"fnref-{note.Number}-{reference}");
}
