using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Rules for the texts of the front matter: their length and their ends.</summary>
internal static class TextRules
{
    private const int LongestTitle = 120;
    private const int LongestLead = 300;

    public static void Check(LintInput input, OutlinedFile file, List<Diagnostic> found)
    {
        foreach (var place in file.Undescribed)
        {
            found.Add(
                Diagnostic.At(Catalogue.MissingAlt, place,
                Messages.PictureWithoutDescription));
        }

        foreach (var paper in file.Papers)
        {
            Lengths(paper.Metadata, found);
            if (paper.Metadata is { Image: { } image, ImageAlt: null })
            {
                found.Add(
                    Diagnostic.At(Catalogue.MissingAlt, image.At,
                    Messages.ImageWithoutAlt));
            }

            foreach (var text in (Located[])[paper.Metadata.Title, .. paper.Metadata.Tags, .. paper.Metadata.Authors])
            {
                Untrimmed(text, paper.Body.File, found);
            }
        }
    }

    /// <summary>The text as it is in its quotes, with white space around it; null where there is none or no quote.</summary>
    public static (int Column, int Length, string Inner)? Quoted(Located text, SourceText file)
    {
        var line = file.Line(text.At.Line);
        var start = text.At.Column - 1;
        if (text.At.Path != file.Path || text.At.Length < 3 || start + text.At.Length > line.Length)
        {
            return null;
        }

        var written = line.AsSpan(start, text.At.Length);
        if (written[0] is not ('"' or '\'') || written[^1] != written[0])
        {
            return null;
        }

        var inner = written[1..^1];
        var trimmed = inner.Trim(" \t\u00A0");
        return trimmed.Length == inner.Length
            || trimmed.IsEmpty ? null : (text.At.Column, text.At.Length, $"{written[0]}{trimmed}{written[0]}");
    }

    private static void Lengths(EntryMetadata paper, List<Diagnostic> found)
    {
        var title = new StringInfo(paper.Title.Text).LengthInTextElements;
        if (title > LongestTitle)
        {
            found.Add(
                Diagnostic.At(Catalogue.LongTitle, paper.Title.At,
                Messages.LongTitle(title, LongestTitle)));
        }

        if (paper.Lead is { } lead && new StringInfo(lead).LengthInTextElements is > LongestLead and var length)
        {
            found.Add(
                Diagnostic.At(Catalogue.LongLead, paper.Source,
                Messages.LongLead(length, LongestLead)));
        }
    }

    private static void Untrimmed(Located text, SourceText file, List<Diagnostic> found)
    {
        if (Quoted(text, file) is { } quoted)
        {
            var line = file.Line(text.At.Line);
            var fixedText = line[..(quoted.Column - 1)] + quoted.Inner + line[(quoted.Column - 1 + quoted.Length)..];
            found.Add(
                file.Report(Catalogue.UntrimmedText, text.At.Line, text.At.Column, text.At.Length,
                Messages.Untrimmed, fixedText));
        }
    }
}
