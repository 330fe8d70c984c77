using System.Buffers;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Bare addresses, <c>https://…</c> and <c>www.…</c>, by the rules of GitHub, and besides after and before the quotes and dashes of Russian
/// text. A backslash at the end is that of a line break. Markdig's own parser looks through the whole paragraph for each address.
/// </summary>
internal sealed class AddressParser : InlineParser
{
    private static readonly SearchValues<char> Before = SearchValues.Create("*_~(«„“‘\"'—–|[");
    private static readonly SearchValues<char> After = SearchValues.Create("<>\"`«»„“”‘’|");
    private static readonly SearchValues<char> Trailing = SearchValues.Create("?!.,:;*_~'…—–\\");

    public AddressParser() => OpeningCharacters = ['h', 'w'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        var scheme = text.StartsWith("https://") ? 8 : text.StartsWith("http://") ? 7 : text.StartsWith("www.") ? 0 : -1;
        var before = slice.PeekCharExtra(-1);
        if (scheme < 0 || (before != '\0' && !char.IsWhiteSpace(before) && !Before.Contains(before)))
        {
            return false;
        }

        var host = Host(text[scheme..]);
        if (host == 0)
        {
            return false;
        }

        var length = Trim(text[..(scheme + host + Path(text[(scheme + host)..]))]);
        var span =
            new SourceSpan(
                processor.GetSourcePosition(slice.Start, out var line, out var column),
                processor.GetSourcePosition(slice.Start + length - 1));
        var address = text[..length].ToString();
        var link =
            new LinkInline
            {
                Url = scheme == 0
                ? "http://" + address
                : address,
                IsClosed = true,
                IsAutoLink = true,
                Span = span,
                Line = line,
                Column = column
            };
        link.AppendChild(
            new LiteralInline
            {
                Content = new StringSlice(slice.Text, slice.Start, slice.Start + length - 1),
                IsClosed = true,
                Span = span,
                Line = line,
                Column = column
            });
        processor.Inline = link;
        slice.Start += length;
        return true;
    }

    /// <summary>The length of a host of at least two parts, the last two without <c>_</c>; 0 where there is none.</summary>
    private static int Host(ReadOnlySpan<char> text)
    {
        var (length, dots, underscore, part) = (0, 0, -1, 0);
        for (; length < text.Length && length < 256 && (char.IsLetterOrDigit(text[length]) || text[length] is '-' or '_' or '.'); length++)
        {
            if (text[length] == '.')
            {
                if (part == 0)
                {
                    break;
                }

                dots++;
                part = 0;
                continue;
            }

            underscore = text[length] == '_' ? dots : underscore;
            part++;
        }

        // A full stop at the end belongs to the sentence.
        if (part == 0 && length > 0 && text[length - 1] == '.')
        {
            (length, dots) = (length - 1, dots - 1);
        }

        return dots > 0 && (underscore < 0 || underscore < dots - 1) ? length : 0;
    }

    private static int Path(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is not ('/' or '?' or '#' or ':'))
        {
            return 0;
        }

        var (length, brackets) = (0, 0);
        for (; length < text.Length && !char.IsWhiteSpace(text[length]) && !After.Contains(text[length]); length++)
        {
            brackets += text[length] switch { '[' => 1, ']' => -1, _ => 0 };
            if (brackets < 0)
            {
                break;
            }
        }

        return length;
    }

    private static int Trim(ReadOnlySpan<char> text)
    {
        var (open, close) = (text.Count('('), text.Count(')'));
        var length = text.Length;
        while (length > 0 && (Trailing.Contains(text[length - 1]) || (text[length - 1] == ')' && close > open)))
        {
            close -= text[length - 1] == ')' ? 1 : 0;
            length--;
        }

        return length;
    }
}
