using System.Text;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>Generated bodies: no letter of a text is lost on the page, whatever markup is around it.</summary>
public class LosslessTests
{
    private static readonly string[] Words =
        ["кэш", "модель", "FLOPs", "ёмкость", "β", "2×", "深度", "«так»", "C++", "a_b", "x*y", "№5", "100%", "O(n)", "&", "<3", "i<j"];

    private static readonly Func<string, string>[] Inlines =
    [
        text => text, text => $"*{text}*", text => $"**{text}**", text => $"~~{text}~~", text => $"`{text.Replace('`', '.')}`", text =>
            $"[{text}](a.md)", text => $"({text})", text => $"_{text}_ ",
        text => $"[{text}](a b.md)", text => $"`{text}", text => $"{text} $", text => $"&lt;{text}&gt;",
        text => $"<https://e.example/{text}>",
        text => $"<b>{text}</b>", text => $"{text}\\\n", text => $"{text}  \n", text => $"**{text}", text => $"[{text}]", text =>
            $"{text}[^n]", text => $"![{text}](a.png)", text => $"<!-- {text} -->",
    ];

    private static readonly Func<string, string>[] Blocks =
    [
        text => text + "\n\n", text => $"## {text.ReplaceLineEndings(" ")}\n", text => $"##{text.ReplaceLineEndings(" ")}\n", text =>
            $"- {text}\n", text => $"> {text}\n", text => $"1. {text}\n\n", text => $"```\n{text}\n```\n",
        text => $"    {text}\n", text => $"Слово\n:   {text}\n", text => $"[^n]: {text}\n", text => $"Слово[^m]\n[^m]: {text}\n\n", text =>
            $"| а | б |\n|---|---|\n| {text.ReplaceLineEndings(" ").Replace("|", "", StringComparison.Ordinal)} | в |\n\n",
        text => $"| а | б |\n|---|---|\n| {text.ReplaceLineEndings(" ")} | в | {text.ReplaceLineEndings(" ")} |\n\n",
        text => $"| {text.ReplaceLineEndings(" ")} | б |\n|---|\n| {text.ReplaceLineEndings(" ")} | в |\n\n",
        text => $"[^n]: {text}\n| а |\n|---|\n| {text.ReplaceLineEndings(" ").Replace("|", "", StringComparison.Ordinal)} |\n",
        text => $"[^l]:\t{text}\n---\n", text => $"{text.ReplaceLineEndings(" ")}\n===\n", text => $"[метка]: {text}\n",
        text => $"~~~\n{text}\n", text => $"$$\n{text}\n", text => $"Слово\n:   {text}\nСлово {text.ReplaceLineEndings(" ")}\n---\n",
        text => $"- [ ] {text}\n", text => $"<div>\n{text}\n</div>\n\n", text => "***\n", text => $"  - {text}\n", text =>
            $"> - {text}\n> [^k]: {text}\n",
    ];

    [Fact]
    public void No_letter_is_lost()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 3000; i++)
        {
            var markdown = Body(random);
            var rendered = Bodies.Render(markdown);
            var shown = Letters(Bodies.Parse(Bodies.Fill(rendered.Body)));
            var hidden =
                Hidden(markdown, rendered.Diagnostics
                    .Where(found => found.Rule.Id is "AD0372" or "AD0377" or "AD0381")
                    .Select(found => found.Line));
            foreach (var mark in Marks(markdown).Where(mark => !hidden.Contains(mark, StringComparison.Ordinal)))
            {
                Assert.True(shown.Contains(mark, StringComparison.Ordinal), $"{mark} is lost from:\n{markdown}");
            }
        }
    }

    /// <summary>Every piece of text ends with a different number, so that one lost piece is seen however many there are.</summary>
    private static string Body(Random random)
    {
        var (text, number) = (new StringBuilder(), 0);
        for (var block = random.Next(1, 9); block > 0; block--)
        {
            var inlines = new StringBuilder();
            for (var inline = random.Next(1, 5); inline > 0; inline--)
            {
                inlines.Append(inlines.Length > 0 && inlines[^1] != '\n' ? " " : "")
                    .Append(Inlines[random.Next(Inlines.Length)]($"{Words[random.Next(Words.Length)]} ю{++number}ю"));
            }

            text.Append(Blocks[random.Next(Blocks.Length)](inlines.ToString().TrimEnd('\n', '\\')));
        }

        return text.ToString();
    }

    private static IEnumerable<string> Marks(string markdown) =>
        System.Text.RegularExpressions.Regex.Matches(markdown, "ю[0-9]+ю").Select(match => match.Value).Distinct(StringComparer.Ordinal);

    private static string Letters(AngleSharp.Dom.IElement page) =>
        page.TextContent + string.Concat(page.QuerySelectorAll("img").Select(image => " " + image.GetAttribute("alt")));

    /// <summary>
    /// What belongs to footnotes and definitions of which a warning says that they are not shown: from their line to the next that is not
    /// indented beneath.
    /// </summary>
    private static string Hidden(string markdown, IEnumerable<int> lines)
    {
        var (all, hidden) = (markdown.Split('\n'), new StringBuilder());
        foreach (var line in lines)
        {
            hidden.AppendLine(all[line - 1]);
            for (var next = line; next < all.Length
                && (all[next].Length > 0
                || all.Skip(next).FirstOrDefault(rest => rest.Length > 0)?.StartsWith("    ", StringComparison.Ordinal) == true); next++)
            {
                hidden.AppendLine(all[next]);
            }
        }

        return hidden.ToString();
    }
}
