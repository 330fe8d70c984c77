namespace AiDigest.Core.Import.Posts;

/// <summary>An inline link, a picture, or the definition of a reference in Markdown (CommonMark, sections 6.3, 6.4 and 4.7).</summary>
/// <param name="Title">With the space before it and its quotes; empty where there is none.</param>
/// <param name="End">The offset behind it.</param>
internal sealed record MarkdownLink(string Words, string Address, string Title, int End)
{
    private const int Longest = 2_000;

    /// <param name="open">The offset of the <c>[</c>.</param>
    public static MarkdownLink? At(string text, int open)
    {
        var close = Bracket(text, open);
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
        {
            return null;
        }

        return Destination(text, close + 2) is { } found && found.Next < text.Length && text[found.Next] == ')'
            ? new MarkdownLink(text[(open + 1)..close], found.Address, found.Title, found.Next + 1)
            : null;
    }

    public static MarkdownLink? Definition(string text, int open)
    {
        var close = Bracket(text, open);
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != ':' || text[open + 1] == '^')
        {
            return null;
        }

        var found = Destination(text, close + 2);
        return found is { Address.Length: > 0 } target
            && (target.Next >= text.Length || text[target.Next] == '\n')
                ? new MarkdownLink(text[(open + 1)..close], target.Address, target.Title, target.Next)
                : null;
    }

    private static int Bracket(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(text.Length, open + Longest); i++)
        {
            switch (text[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    depth++;
                    break;
                case ']':
                    if (--depth == 0)
                    {
                        return i;
                    }

                    break;
                case '\n' when i + 1 < text.Length && text[i + 1] == '\n':
                    return -1;
            }
        }

        return -1;
    }

    private static (string Address, string Title, int Next)? Destination(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        int end;
        string address;
        if (at < text.Length && text[at] == '<')
        {
            end = text.IndexOf('>', at, Math.Min(4_000, text.Length - at));
            if (end < 0)
            {
                return null;
            }

            address = text[(at + 1)..end++];
        }
        else
        {
            end = Plain(text, at);
            address = text[at..end];
        }

        return address.Contains('\n', StringComparison.Ordinal) ? null : Titled(text, address, end);
    }

    private static int Plain(string text, int at)
    {
        var depth = 0;
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth < 0)
            {
                break;
            }

            at += text[at] == '\\' && at + 1 < text.Length ? 2 : 1;
        }

        return at;
    }

    private static (string, string, int)? Titled(string text, string address, int end)
    {
        var next = end;
        while (next < text.Length && text[next] is ' ' or '\t')
        {
            next++;
        }

        if (next < text.Length && text[next] is '"' or '\'' && next + 1 < text.Length
            && text.IndexOf(text[next], next + 1, Math.Min(500, text.Length - next - 1)) is > 0 and var quote)
        {
            var title = " " + text[next..(quote + 1)].ReplaceLineEndings(" ");
            next = quote + 1;
            while (next < text.Length && text[next] is ' ' or '\t')
            {
                next++;
            }

            return (address, title, next);
        }

        return (address, "", next);
    }
}
