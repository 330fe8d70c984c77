namespace AiDigest.Core.Model;

/// <summary>
/// What titles of an entry give beyond plain text, where they hold formulas. Few entries have one, so an entry without formulas has null in
/// its place.
/// </summary>
/// <param name="TitleHtml">The title as HTML with MathML and unbroken ranges of numbers; null where it holds neither.</param>
/// <param name="PaperTitle">The title of the paper as plain text.</param>
/// <param name="PaperTitleHtml">Likewise as HTML; null where it holds no formula.</param>
public sealed record TitleFormulas(string? TitleHtml, string? PaperTitle, string? PaperTitleHtml)
{
    /// <summary>Whether a formula is in one of the titles.</summary>
    public bool HasMath => IsMath(TitleHtml) || IsMath(PaperTitleHtml);

    /// <summary>Whether HTML of a title holds a formula.</summary>
    public static bool IsMath(string? html) => html?.Contains("<math", StringComparison.Ordinal) == true;
}
