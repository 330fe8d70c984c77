namespace AiDigest.Core.Content.Yaml;

/// <summary>Where the signs of YAML are in the value of a broken line. All offsets are 0-based.</summary>
internal static class YamlIndicators
{
    /// <summary>The offset of the first colon that begins a value in YAML, or -1.</summary>
    public static int Colon(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] is ' ' or '\t'))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The offset of the first <c>#</c> that begins a comment, or -1.</summary>
    public static int Hash(string text, bool inBrackets)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '#' && (text[i - 1] is ' ' or '\t' || (inBrackets && text[i - 1] is '[' or ',')))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The offset of the quote that closes the one at the start, or -1.</summary>
    public static int Close(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[0] == '"' && text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[0])
            {
                if (text[0] == '"' || i + 1 == text.Length || text[i + 1] != '\'')
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>The offset of the first backslash in a text in double quotes that begins no escape of YAML, or -1.</summary>
    public static int UnknownEscape(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                if (i + 1 == text.Length || !"0abt\tnvfre \"/\\N_LPxuU".Contains(text[i + 1], StringComparison.Ordinal))
                {
                    return i;
                }

                var digits = text[i + 1] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
                for (var j = i + 2; j < i + 2 + digits; j++)
                {
                    if (j >= text.Length || !char.IsAsciiHexDigit(text[j]))
                    {
                        return i;
                    }
                }

                i++;
            }
        }

        return -1;
    }
}
