namespace AiDigest.Core.Model;

/// <summary>
/// What titles of an entry give beyond plain text, where they hold formulas. Few entries have one, so an entry without formulas has null in
/// its place.
/// </summary>
/// <param name="TitleHtml">The title as HTML with MathML; null where it holds no formula.</param>
/// <param name="PaperTitle">The title of the paper as plain text.</param>
/// <param name="PaperTitleHtml">Likewise as HTML; null where it holds no formula.</param>
public sealed record TitleFormulas(string? TitleHtml, string? PaperTitle, string? PaperTitleHtml);
