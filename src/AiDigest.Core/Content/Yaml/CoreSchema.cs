using System.Globalization;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.Yaml;

/// <summary>The types of plain scalars by the core schema of YAML 1.2 (section 10.3.2). A whole number beyond 64 bits is a float.</summary>
internal static class CoreSchema
{
    public static ExtraValue Of(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new ExtraValue.Null(),
        "true" or "True" or "TRUE" => new ExtraValue.Flag(true),
        "false" or "False" or "FALSE" => new ExtraValue.Flag(false),
        ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" => new ExtraValue.Real(double.PositiveInfinity),
        "-.inf" or "-.Inf" or "-.INF" => new ExtraValue.Real(double.NegativeInfinity),
        ".nan" or ".NaN" or ".NAN" => new ExtraValue.Real(double.NaN),
        _ => Number(text) ?? new ExtraValue.Text(text),
    };

    private static ExtraValue? Number(string text)
    {
        var body = text.AsSpan(text[0] is '+' or '-' ? 1 : 0);
        if (text.StartsWith("0x", StringComparison.Ordinal) || text.StartsWith("0o", StringComparison.Ordinal))
        {
            return Based(text.AsSpan(2), text[1] == 'x' ? 16 : 8);
        }

        if (body.IsEmpty || !IsDecimal(body, out var whole))
        {
            return null;
        }

        return whole && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? new ExtraValue.Whole(number)
            : new ExtraValue.Real(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    private static ExtraValue? Based(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.IsEmpty)
        {
            return null;
        }

        Int128 value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = value > long.MaxValue ? value : (value * radix) + digit;
        }

        return value <= long.MaxValue ? new ExtraValue.Whole((long)value) : new ExtraValue.Real((double)value);
    }

    /// <summary><c>( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?</c></summary>
    private static bool IsDecimal(ReadOnlySpan<char> text, out bool whole)
    {
        var i = Digits(text, 0);
        var digits = i;
        whole = i == text.Length;
        if (i < text.Length && text[i] == '.')
        {
            var fraction = Digits(text, i + 1);
            digits += fraction - i - 1;
            i = fraction;
        }

        if (digits == 0)
        {
            return false;
        }

        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            i = Digits(text, exponent);
            return i > exponent && i == text.Length;
        }

        return i == text.Length;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
        {
            from++;
        }

        return from;
    }
}
