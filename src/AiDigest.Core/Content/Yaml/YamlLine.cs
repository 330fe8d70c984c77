namespace AiDigest.Core.Content.Yaml;

/// <summary>
/// The parts of one line of block YAML, found without regard to what is above it: <c>indent - key: value</c>. All offsets
/// are 0-based in the line. It serves to explain a broken line, never to read a good one.
/// </summary>
/// <param name="Indent">White space before the first sign.</param>
/// <param name="Content">Offset after the indentation and any <c>- </c>.</param>
/// <param name="KeyEnd">Offset of the colon; -1 where the line has no key.</param>
/// <param name="Value">Offset of the value, or of the item where there is no key.</param>
internal readonly record struct YamlLine(string Text, int Indent, int Content, int KeyEnd, int Value)
{
    public bool IsItem => Content > Indent;

    public bool HasKey => KeyEnd >= 0;

    public string Key => HasKey ? Text[Content..KeyEnd].Trim() : "";

    public string Rest => Text[Value..].TrimEnd();

    public bool IsEmpty => Indent == Text.Length || Text[Indent] == '#';

    public static YamlLine Of(string text)
    {
        var indent = SkipWhite(text, 0);
        var content = indent;
        while (content < text.Length && text[content] == '-' && (content + 1 == text.Length || text[content + 1] is ' ' or '\t'))
        {
            content = SkipWhite(text, content + 1);
        }

        var colon = Colon(text, content);
        return new YamlLine(text, indent, content, colon, colon < 0 ? content : SkipWhite(text, colon + 1));
    }

    /// <summary>The offset of the first colon that YAML takes for the end of a key, or -1.</summary>
    private static int Colon(string text, int from)
    {
        if (from < text.Length && (text[from] is '"' or '\'' or '[' or '{'))
        {
            var close = text[from] is '"' or '\'' ? text.IndexOf(text[from], from + 1) : -1;
            return close > 0 && close + 1 < text.Length && text[close + 1] == ':' ? close + 1 : -1;
        }

        for (var i = from; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] is ' ' or '\t'))
            {
                return i;
            }

            if (text[i] == '#' && i > from && text[i - 1] is ' ' or '\t')
            {
                return -1;
            }
        }

        return -1;
    }

    private static int SkipWhite(string text, int from)
    {
        while (from < text.Length && text[from] is ' ' or '\t')
        {
            from++;
        }

        return from;
    }
}
