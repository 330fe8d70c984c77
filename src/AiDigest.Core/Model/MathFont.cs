namespace AiDigest.Core.Model;

/// <summary>Which font the formulas of a text or a page need. A larger value covers a smaller one.</summary>
public enum MathFont
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Letters, digits and signs in a row, with indices: a font without tall and wide signs is enough.</summary>
    Plain,

    /// <summary>Fractions, roots, sums, tables, brackets of a given size or rarer signs.</summary>
    Full,
}
