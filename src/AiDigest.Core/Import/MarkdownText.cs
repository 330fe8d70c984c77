using System.Text;
using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import;

/// <summary>
/// Turns the plain text of an export into Markdown that shows the same. Formulas stay formulas, TeX in the text becomes text, blank lines
/// part paragraphs.
/// </summary>
public static class MarkdownText
{
    /// <summary>An abstract as arXiv shows it: see <see cref="TexDialect.Loose"/>.</summary>
    public static string OfPlain(string text) => OfPlain(text, new ImportNotes());

    public static string OfPlain(string text, ImportNotes notes) => Of(text, TexDialect.Loose, notes);

    /// <summary>A field of BibTeX, which is TeX throughout.</summary>
    public static string OfTex(string text, ImportNotes notes) => Of(text, TexDialect.Strict, notes);

    private static string Of(string text, TexDialect dialect, ImportNotes notes) =>
        InlineMarkdown.Paragraphs(TexReader.Read(text, dialect, notes)).Normalize(NormalizationForm.FormC);
}
