using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Content.Yaml;

/// <summary>One thing that may be wrong with a line, and the line without it.</summary>
/// <param name="Column">1-based.</param>
internal readonly record struct Suspect(Rule Rule, int Column, int Length, Message Message, string Fixed);

/// <summary>
/// The usual mistakes of hand-written YAML that one line can show, likeliest first. A suspect is a guess: the repair keeps the
/// one whose fix makes the file readable beyond the line.
/// </summary>
internal static class YamlSuspects
{
    private const string Reserved = "@`%*&!|>[]{},?-#";

    /// <param name="columns">1-based columns at which keys or items began above, nearest line first.</param>
    /// <param name="block">1-based column of the block of text above; 0 where there is none.</param>
    public static IEnumerable<Suspect> Of(string text, IReadOnlyList<int> columns, int block = 0)
    {
        var line = YamlLine.Of(text);
        if (line.IsEmpty)
        {
            return [];
        }

        return [.. Tabs(line), .. Quotes(line), .. Brackets(line), .. Plain(line), .. Spaces(line), .. Indentation(line, columns),
            .. Outside(line, block)];
    }

    private static IEnumerable<Suspect> Tabs(YamlLine line)
    {
        var tab = line.Text.AsSpan(0, line.Indent).IndexOf('\t');
        if (tab >= 0)
        {
            foreach (var spaces in (string[])["  ", "    ", "", " "])
            {
                var fixedText = line.Text[..line.Indent].Replace("\t", spaces, StringComparison.Ordinal) + line.Text[line.Indent..];
                yield return new Suspect(Catalogue.TabIndentation, tab + 1, 1, Messages.TabIndents, fixedText);
            }
        }
    }

    private static IEnumerable<Suspect> Quotes(YamlLine line)
    {
        var rest = line.Rest;
        if (rest.Length == 0 || rest[0] is not ('"' or '\''))
        {
            yield break;
        }

        var quote = rest[0];
        var column = line.Value + 1;
        var close = YamlIndicators.Close(rest);
        if (quote == '"' && YamlIndicators.UnknownEscape(rest) is >= 0 and var escape)
        {
            var inner = rest[1..(close > 0 ? close : rest.Length)];
            var after = close > 0 ? rest[(close + 1)..] : "";
            yield return new Suspect(
                Catalogue.UnknownEscape, column + escape, 2,
                Messages.NoEscape(rest.Substring(escape, Math.Min(2, rest.Length - escape))),
                    line.Text[..line.Value] + Quoting.Single(inner) + after);
        }

        if (close < 0)
        {
            yield return new Suspect(
                Catalogue.UnclosedQuote, column, rest.Length, Messages.QuoteNotClosed(quote), line.Text.TrimEnd() + quote);
        }
        else if (close + 1 < rest.Length)
        {
            var message = Messages.TextAfterQuote(quote);
            var whole = rest[^1] == quote && rest.Length > close + 1 ? rest[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal) : rest;
            yield return new Suspect(Catalogue.ReservedStart, column + close + 1, rest.Length - close - 1, message, line.Text[..line.Value]
                + Quoting.Double(whole));
        }
    }

    private static IEnumerable<Suspect> Brackets(YamlLine line)
    {
        var rest = line.Rest;
        if (rest.Length == 0 || rest[0] is not ('[' or '{'))
        {
            yield break;
        }

        var hash = YamlIndicators.Hash(rest, inBrackets: true);
        var close = rest[0] == '[' ? ']' : '}';
        if (hash > 0 && rest[0] == '[' && BracketList.Fixed(rest, line.Key == "tags") is { } items)
        {
            yield return new Suspect(Catalogue.HashInBrackets, line.Value + hash
                + 1, rest.Length - hash, Messages.HashInList, line.Text[..line.Value] + items);
        }

        if (!rest.Contains(close, StringComparison.Ordinal))
        {
            yield return new Suspect(Catalogue.UnclosedBracket, line.Value
                + 1, 1, Messages.BracketNotClosed(rest[0]), line.Text.TrimEnd().TrimEnd(',') + close);
        }
        else if (rest[0] == '[' && rest[^1] == ']' && BracketList.Fixed(rest, false) is { } quoted && quoted != rest)
        {
            var blank = quoted.AsSpan().Count('"') == rest.AsSpan().Count('"');
            var message = blank ? Messages.BlankItem : Messages.ItemNeedsQuotes;
            yield return new Suspect(blank
                ? Catalogue.BlankValue
                : Catalogue.ReservedStart, line.Value + 1, rest.Length, message, line.Text[..line.Value] + quoted);
        }
    }

    private static IEnumerable<Suspect> Plain(YamlLine line)
    {
        // An item of a list of texts may hold a colon too: "- Attention: a survey: part 2".
        var from = line.HasKey && line.IsItem && !KnownKeys.Contains(line.Key) ? line.Content : line.Value;
        var rest = line.Text[from..].TrimEnd();
        if (rest.Length == 0 || rest[0] is '"' or '\'')
        {
            yield break;
        }

        var fixedText = Quoting.Rest(line.Text, from + 1);
        if (Reserved.Contains(rest[0], StringComparison.Ordinal) && (rest[0] is not ('-' or '?') || rest.Length == 1 || rest[1] == ' '))
        {
            yield return new Suspect(
                Catalogue.ReservedStart, from + 1, 1, Messages.TextNeedsQuotes(rest[0]), fixedText);
            yield break;
        }

        if (YamlIndicators.Colon(rest) is >= 0 and var colon)
        {
            yield return new Suspect(Catalogue.UnquotedColon, from + colon + 1, 1, Messages.ColonInText, fixedText);
        }

        if (YamlIndicators.Hash(rest, inBrackets: false) is > 0 and var hash)
        {
            yield return new Suspect(Catalogue.TextCutByHash, from + hash
                + 1, rest.Length - hash, Messages.TextEndsAtHash, fixedText);
        }
    }

    private static IEnumerable<Suspect> Spaces(YamlLine line)
    {
        var text = line.Text;
        var colon = text.IndexOf(':', line.Content);
        if (!line.HasKey && colon > line.Content && KnownKeys.Contains(text[line.Content..colon]))
        {
            yield return new Suspect(Catalogue.MissingSpace, colon + 1, 1, Messages.NoSpaceAfterColon, text[..(colon + 1)] + " "
                + text[(colon + 1)..].TrimEnd());
        }
        else if (!line.HasKey && Word(line) is { } word && KnownKeys.Contains(word))
        {
            var end = line.Content + word.Length;
            yield return new Suspect(Catalogue.MissingColon, line.Content
                + 1, word.Length, Messages.NoColonAfter(word), text[..end] + ":" + text[end..].TrimEnd());
        }
        else if (!line.IsItem && text[line.Indent] == '-' && text.Length > line.Indent + 1 && text[line.Indent + 1] != '-')
        {
            yield return new Suspect(
                Catalogue.MissingSpace, line.Indent + 1, 1, Messages.NoSpaceAfterHyphen,
                text[..(line.Indent + 1)] + " " + text[(line.Indent + 1)..].TrimEnd());
        }
    }

    private static IEnumerable<Suspect> Outside(YamlLine line, int block)
    {
        if (block > line.Indent + 1)
        {
            yield return new Suspect(
                Catalogue.WrongIndentation, line.Indent
                    + 1, 1, Messages.TextIndentedOtherwise(line.Indent + 1, block),
                    new string(' ', block - 1) + line.Text[line.Indent..].TrimEnd());
        }
    }

    private static string? Word(YamlLine line)
    {
        var space = line.Text.IndexOf(' ', line.Content);
        return space > line.Content ? line.Text[line.Content..space] : null;
    }

    private static IEnumerable<Suspect> Indentation(YamlLine line, IReadOnlyList<int> columns)
    {
        if (!line.IsItem && !KnownKeys.Contains(line.Key))
        {
            yield break;
        }

        foreach (var column in columns)
        {
            if (column != line.Indent + 1)
            {
                yield return new Suspect(
                    Catalogue.WrongIndentation, line.Indent
                        + 1, 1, Messages.LineIndentedOtherwise(line.Indent + 1, column),
                        new string(' ', column - 1) + line.Text[line.Indent..].TrimEnd());
            }
        }
    }
}
