using AiDigest.Core.Import.Markup;

namespace AiDigest.Core.Import;

/// <summary>A field of BibTeX as one line of text: TeX becomes letters, formulas stay between dollars.</summary>
internal static class LatexText
{
    public static string Plain(string latex, ImportNotes notes) => TexReader.Line(latex, TexDialect.Strict, notes);
}
