namespace AiDigest.Core.Import.Markup;

/// <summary>Raised and lowered letters that Unicode has signs for.</summary>
internal static class TextScripts
{
    private const string Plain = "0123456789+-=()n";
    private const string Up = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
    private const string Down = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

    /// <returns>Null where a letter has no such sign.</returns>
    public static string? Of(string text, bool isUp)
    {
        var signs = text.Trim().Select(c => Plain.IndexOf(c == '−' ? '-' : c, StringComparison.Ordinal)).ToArray();
        return signs.Length == 0
            || Array.Exists(signs, sign => sign < 0) ? null : string.Concat(signs.Select(sign => (isUp ? Up : Down)[sign]));
    }
}
