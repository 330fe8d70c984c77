namespace AiDigest.Core.Markdown.Formulas;

/// <summary>What TeX gave: MathML, or why there is none.</summary>
/// <param name="MathMl">An element <c>math</c> as HTML holds it, or null.</param>
/// <param name="Glyphs">Characters that it shows, an upper bound of its width in ems.</param>
/// <param name="Problem">For the author, where <paramref name="MathMl"/> is null.</param>
/// <param name="Position">0-based offset in the TeX of what is wrong.</param>
public sealed record ConvertedFormula(string? MathMl, int Glyphs = 0, string Problem = "", int Position = 0);
