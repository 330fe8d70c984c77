using System.Text;

namespace AiDigest.Core.Import.Posts;

/// <summary>Markdown parted into code, which stays as it is, and prose.</summary>
internal static class MarkdownProse
{
    /// <summary>Changes everything outside of fences and code spans.</summary>
    public static string OutsideCode(string text, Func<string, string> change) => OutsideFences(text, prose => OutsideSpans(prose, change));

    /// <summary>Changes everything outside of fences; code spans are given to the change too.</summary>
    public static string OutsideFences(string text, Func<string, string> change)
    {
        var result = new StringBuilder(text.Length);
        var prose = new StringBuilder();
        string? fence = null;
        foreach (var line in text.Split('\n'))
        {
            var mark = Fence(line);
            if (fence is null && mark is null)
            {
                prose.Append(line).Append('\n');
                continue;
            }

            if (fence is null)
            {
                result.Append(prose.Length > 0 ? change(prose.ToString()) : "");
                prose.Clear();
                fence = mark;
            }
            else if (mark is not null && mark[0] == fence[0] && mark.Length >= fence.Length && line.Trim().Trim(mark[0]).Length == 0)
            {
                fence = null;
            }

            result.Append(line).Append('\n');
        }

        result.Append(prose.Length > 0 ? change(prose.ToString()) : "");
        return result.ToString().TrimEnd('\n');
    }

    private static string OutsideSpans(string text, Func<string, string> change)
    {
        var result = new StringBuilder(text.Length);
        var start = 0;
        for (var i = text.IndexOf('`', StringComparison.Ordinal); i >= 0 && i < text.Length; i = text.IndexOf('`', i))
        {
            var length = 1;
            while (i + length < text.Length && text[i + length] == '`')
            {
                length++;
            }

            var close = i > 0 && text[i - 1] == '\\' ? -1 : Closing(text, i + length, length);
            if (close < 0)
            {
                i += length;
                continue;
            }

            result.Append(change(text[start..i])).Append(text, i, close + length - i);
            start = i = close + length;
        }

        return result.Append(change(text[start..])).ToString();
    }

    private static int Closing(string text, int from, int length)
    {
        // A span ends with its paragraph.
        var paragraph = text.IndexOf("\n\n", from, StringComparison.Ordinal) is >= 0 and var blank ? blank : text.Length;
        for (var at = text.IndexOf('`', from); at >= 0 && at < paragraph;)
        {
            var run = 0;
            while (at + run < text.Length && text[at + run] == '`')
            {
                run++;
            }

            if (run == length)
            {
                return at;
            }

            at = at + run < text.Length ? text.IndexOf('`', at + run) : -1;
        }

        return -1;
    }

    private static string? Fence(string line)
    {
        var trimmed = line.TrimStart(' ', '>', '\t');
        if (trimmed.Length < 3 || trimmed[0] is not ('`' or '~'))
        {
            return null;
        }

        var run = trimmed.TakeWhile(c => c == trimmed[0]).Count();
        return run >= 3 && !(trimmed[0] == '`' && trimmed.AsSpan(run).Contains('`')) ? trimmed[..run] : null;
    }
}
