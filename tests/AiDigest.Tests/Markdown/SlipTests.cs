using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>What Markdown takes silently for something else than was meant.</summary>
public class SlipTests
{
    [Theory]
    [InlineData("```python\nprint(1)\n\nТекст.", "1:1 AD0370")]
    [InlineData("А.\n\n~~~~\nкод\n~~~\n", "3:1 AD0370")]
    [InlineData("- пункт\n\n  ```\n  код\n\nТекст.", "3:3 AD0370")]
    [InlineData("```\nкод\n````", "")]
    [InlineData("```\n```", "")]
    public void A_fence_that_is_never_closed(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("H<sub>2</sub>O<br>ещё.\n", "1:2 AD0371")]
    [InlineData("А <b>б</b>\nв <I>г</I>", "1:3 AD0371, 2:3 AD0371")]
    [InlineData("<!-- заметка себе -->", "1:1 AD0371")]
    [InlineData("А.\n\n<!-- заметка\n\nв два абзаца -->", "3:1 AD0371")]
    [InlineData("<div class=\"x\">\n\n*текст*\n\n</div>", "1:1 AD0371, 5:1 AD0371")]
    [InlineData("<img src=\"https://x.example/a.png\" alt='я'>", "1:1 AD0371")]
    [InlineData("List<int> и x<y, y>z, a < b > c, <https://x.example>, `<b>`, \\<b>, &lt;b>", "")]
    [InlineData("```html\n<b>\n```", "")]
    public void Raw_html(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("<div class=\"x\">", "<div class=\"x\">")]
    [InlineData("<a href=\"https://x.example/\">т</a>", "<a href=\"https://x.example/\">т</a>")]
    [InlineData("А<!-- *б* -->", "А<!-- *б* -->")]
    public void Raw_html_is_shown_as_written(string markdown, string text)
    {
        var page = Bodies.Page(markdown);
        Assert.Equal(text, page.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll("a, em"));
    }

    [Theory]
    [InlineData("##Заголовок\n\nТекст.", "1:1 AD0375")]
    [InlineData("Текст\n###Ещё", "2:1 AD0375")]
    [InlineData("> ##Цитата", "1:3 AD0375")]
    [InlineData("#Итоги", "1:1 AD0375")]
    [InlineData("##2026 год", "1:1 AD0375")]
    [InlineData("#ml #nlp", "")]
    [InlineData("#ml", "")]
    [InlineData("#1 в рейтинге", "")]
    [InlineData("\\##Текст, C## и `##x`", "")]
    [InlineData("## Заголовок\n\n#\n\n#######Семь", "")]
    public void A_heading_without_its_space(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("Текст **важно.", "1:7 AD0376")]
    [InlineData("Текст важно** и.", "1:12 AD0376")]
    [InlineData("А __б.\n\nВ__", "1:3 AD0376, 3:2 AD0376")]
    [InlineData("А ~~б.", "1:3 AD0376")]
    [InlineData("2 ** 3, \\*\\*, **kwargs**, `**x`, цена*, a__b, *x*, ~5", "")]
    public void Emphasis_that_is_never_closed(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("Текст `код без конца.\n\nДругой абзац.", "1:7 AD0378")]
    [InlineData("> Цитата ``код` и.", "1:10 AD0378")]
    [InlineData("- пункт `один` и `два", "1:18 AD0378")]
    [InlineData("`a` и ``b ` c``, \\` и &#96;\n\n```\n`\n```\n\n    `", "")]
    public void Code_that_is_never_closed(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("[данные](мои данные.csv)", "1:8 AD0379")]
    [InlineData("См. [ссылка](http://e.example и дальше.", "1:12 AD0379")]
    [InlineData("> ![рис](pic.png", "1:8 AD0379")]
    [InlineData("[a](<мои данные.csv>), f\\[x](y), \\[x\\](y), [1] (2), `[a](b c)`", "")]
    public void A_link_that_is_none(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("| a | b |\n| 1 | 2 |", "1:1 AD0380")]
    [InlineData("| a | b |\n|---|\n| 1 | 2 |", "1:1 AD0380")]
    [InlineData("> | a | b |\n> | 1 | 2 |", "1:3 AD0380")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "")]
    [InlineData("|x| и |y|\nтекст", "")]
    public void Lines_with_bars_that_are_no_table(string markdown, string findings) =>
        Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 | три | четыре |\n| 1 |", "3:11 AD0381")]
    [InlineData("> | a |\n> |---|\n> | 1 | лишнее", "3:9 AD0381")]
    [InlineData("| a | b |\n|---|---|\n| `x|y` | 2 |", "3:3 AD0378, 3:7 AD0378, 3:11 AD0381")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |  \n| `x\\|y` | $\\|x\\|$ |\n1 | 2", "")]
    public void Cells_that_a_table_does_not_show(string markdown, string findings) =>
        Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("Текст.\n\n[Прим.]: слово", "3:1 AD0377")]
    [InlineData("[т][a]\n\n[a]: b.md\n[a]: c.md", "4:1 AD0377")]
    [InlineData("[a] и [т][b] и ![к][c]\n\n[a]: a.md\n[b]: b.md\n[c]: c.png", "")]
    [InlineData("[//]: # (заметка)", "")]
    public void A_link_definition_that_nothing_uses(string markdown, string findings) => Assert.Equal(findings, Bodies.Findings(markdown));

    [Theory]
    [InlineData("https://github.com/user/repo\\\nСайт", "<a href=\"https://github.com/user/repo\">https://github.com/user/repo</a><br>")]
    [InlineData("https://example.org\\\nконец", "<a href=\"https://example.org\">https://example.org</a><br>")]
    [InlineData("www.example.org/a?b=c\\\nконец", "<a href=\"http://www.example.org/a?b=c\">www.example.org/a?b=c</a><br>")]
    [InlineData("https://example.org/a\\\\\nконец", "<a href=\"https://example.org/a\">https://example.org/a</a>\\\n")]
    [InlineData("https://example.org/a\\", "<a href=\"https://example.org/a\">https://example.org/a</a>\\")]
    [InlineData("https://example.org/a.  \nконец", "<a href=\"https://example.org/a\">https://example.org/a</a>.<br>")]
    public void A_line_break_is_no_part_of_an_address(string markdown, string html) =>
        Assert.StartsWith("<p>" + html, Bodies.Html(markdown), StringComparison.Ordinal);
}
