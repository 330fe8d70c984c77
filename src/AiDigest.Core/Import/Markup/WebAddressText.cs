namespace AiDigest.Core.Import.Markup;

/// <summary>Web addresses that are in running text.</summary>
internal static class WebAddressText
{
    /// <summary>
    /// The length of the http or https address that begins here, without the punctuation of its sentence; 0 where none does.
    /// </summary>
    /// <param name="isTex">A backslash before <c>_%&amp;#~$</c> belongs to the address and is removed by <see cref="Plain"/>.</param>
    public static int Length(string text, int from, bool isTex)
    {
        var rest = text.AsSpan(from);
        if (rest.IsEmpty || rest[0] != 'h' || !(rest.StartsWith("http://") || rest.StartsWith("https://")))
        {
            return 0;
        }

        var end = from;
        while (end < text.Length && Continues(text, end, isTex))
        {
            end += text[end] == '\\' ? 2 : 1;
        }

        while (end > from
            && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' or '}' or '»'
            || (text[end - 1] == ')' && !IsBalanced(text.AsSpan(from, end - from)))))
        {
            end--;
        }

        return end - from > "https://".Length ? end - from : 0;
    }

    /// <summary>
    /// The address as a browser takes it: without escapes of TeX, and with what would end a link of Markdown percent-encoded.
    /// </summary>
    public static string Plain(string address)
    {
        var plain = new System.Text.StringBuilder(address.Length);
        for (var i = 0; i < address.Length; i++)
        {
            var c = address[i];
            if (c == '\\' && i + 1 < address.Length && address[i + 1] is '_' or '%' or '&' or '#' or '~' or '$')
            {
                plain.Append(address[++i]);
            }
            else
            {
                plain.Append(c switch { '<' => "%3C", '>' => "%3E", ' ' => "%20", '\\' => "%5C", _ => c.ToString() });
            }
        }

        return plain.ToString();
    }

    /// <summary>The whole text is one address.</summary>
    public static bool IsWhole(string text, bool isTex) => text.Length > 0 && Length(text, 0, isTex) == text.Length;

    private static bool Continues(string text, int at, bool isTex)
    {
        var c = text[at];
        return c == '\\'
            ? isTex && at + 1 < text.Length && text[at + 1] is '_' or '%' or '&' or '#' or '~' or '$'
            : c > ' ' && c is not ('<' or '>' or '"' or '`' or '|') && !(isTex && c is '{' or '}') && !char.IsWhiteSpace(c);
    }

    private static bool IsBalanced(ReadOnlySpan<char> address) => address.Count('(') >= address.Count(')');
}
