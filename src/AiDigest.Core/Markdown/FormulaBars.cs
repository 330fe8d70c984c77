namespace AiDigest.Core.Markdown;

/// <summary>
/// Hides the bars of formulas from the parser of tables: <c>$|x|$</c> in a cell is one formula. The lines of a table are cut into
/// cells before inline parsers run, so this has to happen before. Everything that leaves the parser turns the sign back.
/// </summary>
internal static class FormulaBars
{
    public static string Protect(string text)
    {
        if (!text.Contains('|', StringComparison.Ordinal) || !text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        char[]? changed = null;
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\n', '\r');
            var end = length < 0 ? text.Length : start + length;
            var line = text.AsSpan(start, end - start);
            if (line.Contains('|') && line.Contains('$'))
            {
                ProtectLine(text, start, end - 1, ref changed);
            }

            start = end + 1;
        }

        return changed is null ? text : new string(changed);
    }

    /// <summary>The text as the author wrote it.</summary>
    public static string Restore(string text) => text.Replace(ForbiddenCharacters.ProtectedBar, '|');

    private static void ProtectLine(string text, int start, int end, ref char[]? changed)
    {
        var (single, twin) = (start, start);
        for (var at = start; at <= end; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '`')
            {
                at = SkipCode(text, at, end);
            }
            else if (text[at] == '$')
            {
                var run = FormulaRule.Run(text, at, end);
                at += run - 1;
                ref var hopeless = ref run == 1 ? ref single : ref twin;
                if (run > 2 || at < hopeless)
                {
                    continue;
                }

                var close = FormulaRule.Close(text, at + 1, end, run, out var stop);
                hopeless = close < 0 ? stop : hopeless;
                if (close >= 0)
                {
                    Hide(text, at + 1, close, ref changed);
                    at = close + run - 1;
                }
            }
        }
    }

    /// <summary>The last offset of the code span that opens here, or of its backticks where none does.</summary>
    private static int SkipCode(string text, int at, int end)
    {
        var open = Ticks(text, at, end);
        for (var next = at + open; next <= end;)
        {
            var ticks = Ticks(text, next, end);
            if (ticks == open)
            {
                return next + ticks - 1;
            }

            next += Math.Max(1, ticks);
        }

        return at + open - 1;
    }

    private static int Ticks(string text, int from, int end)
    {
        var at = from;
        while (at <= end && text[at] == '`')
        {
            at++;
        }

        return at - from;
    }

    private static void Hide(string text, int from, int to, ref char[]? changed)
    {
        if (text.AsSpan(from, to - from).Contains('|'))
        {
            changed ??= text.ToCharArray();
            changed.AsSpan(from, to - from).Replace('|', ForbiddenCharacters.ProtectedBar);
        }
    }
}
