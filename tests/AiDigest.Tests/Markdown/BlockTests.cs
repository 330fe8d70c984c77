using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

public class BlockTests
{
    [Theory]
    [InlineData("один\nдва", "<p>один\nдва</p>\n")]
    [InlineData("a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n")]
    [InlineData("> a\n>\n> > b", "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n")]
    [InlineData("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")]
    [InlineData("- a\n\n- b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n")]
    [InlineData("- a\n  - b", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n")]
    [InlineData("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("7) a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n")]
    [InlineData("0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n")]
    [InlineData("007. a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n")]
    [InlineData("---", "<hr>\n")]
    [InlineData("    a < b", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n")]
    [InlineData("Термин\n: Одно\n: Другое", "<dl>\n<dt>Термин</dt>\n<dd>Одно</dd>\n<dd>Другое</dd>\n</dl>\n")]
    [InlineData("Термин\n:   Одно\n\n    Ещё", "<dl>\n<dt>Термин</dt>\n<dd>\n<p>Одно</p>\n<p>Ещё</p>\n</dd>\n</dl>\n")]
    [InlineData("a\n\n~ 5 минут", "<p>a</p>\n<p>~ 5 минут</p>\n")]
    [InlineData("", "")]
    [InlineData(" \n\t\n", "")]
    public void Blocks_are_written_as_CommonMark_has_them(string markdown, string html) => Assert.Equal(html, Bodies.Html(markdown));

    [Theory]
    [InlineData("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n")]
    [InlineData("<div>\n*a*\n</div>", "<p>&lt;div&gt;\n<em>a</em>\n&lt;/div&gt;</p>\n")]
    [InlineData(
        "a <b>c</b> <!-- d --> <?e?> <![CDATA[f]]>", "<p>a &lt;b&gt;c&lt;/b&gt; &lt;!-- d --&gt; &lt;?e?&gt; &lt;![CDATA[f]]&gt;</p>\n")]
    [InlineData("x ]]> y", "<p>x ]]&gt; y</p>\n")]
    [InlineData("`]]>`", "<p><code>]]&gt;</code></p>\n")]
    [InlineData("&lt;i&gt; &amp;amp; &copy;", "<p>&lt;i&gt; &amp;amp; ©</p>\n")]
    public void Raw_html_is_text(string markdown, string html) => Assert.Equal(html, Bodies.Fill(Bodies.Render(markdown).Body));

    [Theory]
    [InlineData("*a* **b** ***c*** ~~d~~", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em> <del>d</del></p>\n")]
    [InlineData("~a~ ~b", "<p>~a~ ~b</p>\n")]
    [InlineData("слово_с_чертой", "<p>слово_с_чертой</p>\n")]
    [InlineData("`a *b* <c>`", "<p><code>a *b* &lt;c&gt;</code></p>\n")]
    [InlineData("\\*a\\* \\\\ \\<b>", "<p>*a* \\ &lt;b&gt;</p>\n")]
    [InlineData("a [b] c ![d", "<p>a [b] c ![d</p>\n")]
    [InlineData("&#1;a&#x202e;b&#0;", "<p>ab\uFFFD</p>\n")]
    public void Inlines_are_written_as_CommonMark_has_them(string markdown, string html) => Assert.Equal(html, Bodies.Html(markdown));

    [Fact]
    public void Tables_align_by_class_and_scroll()
    {
        var html = Bodies.Html("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | **2** | &lt;i> | `x\\|y` |\n| 5");
        Assert.Equal(
            "<div class=\"table-scroll\">\n<table>\n<thead>\n<tr>\n<th scope=\"col\" class=\"align-left\">a</th>\n<th scope=\"col\" class=\"align-center\">b</th>\n"
            + "<th scope=\"col\" class=\"align-right\">c</th>\n<th scope=\"col\">d</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n"
            + "<td class=\"align-center\"><strong>2</strong></td>\n<td class=\"align-right\">&lt;i&gt;</td>\n<td><code>x|y</code></td>\n</tr>\n"
            + "<tr>\n<td class=\"align-left\">5</td>\n<td class=\"align-center\"></td>\n<td class=\"align-right\"></td>\n<td></td>\n</tr>\n</tbody>\n</table>\n</div>\n",
            html);
    }

    [Theory]
    [InlineData("|a|\n|-|", "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table>")]
    [InlineData("a | b\n--|--\nc | d\n\ne", "<td>d</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p>e</p>")]
    [InlineData("текст\n| a |\n|---|\n| b |", "<p>текст</p>\n<div class=\"table-scroll\">")]
    [InlineData("- | a |\n  |---|\n  | b |", "<li>\n<div class=\"table-scroll\">")]
    public void Tables_are_where_GitHub_sees_them(string markdown, string part) => Assert.Contains(part, Bodies.Html(markdown),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("a | b")]
    [InlineData("| a | b |\n|---|\n")]
    public void Bars_alone_make_no_table(string markdown) => Assert.Empty(Bodies.Page(markdown).QuerySelectorAll("table"));

    [Theory]
    [InlineData("- [ ] a", "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled> a</label></li>\n</ul>\n")]
    [InlineData("- [x] a", "<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n</ul>\n")]
    [InlineData("1. [X] a", "<ol>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n</ol>\n")]
    [InlineData("- a [x] b", "<ul>\n<li>a [x] b</li>\n</ul>\n")]
    [InlineData("- [x]b", "<ul>\n<li>[x]b</li>\n</ul>\n")]
    [InlineData("- [x](http://a.b)", "<ul>\n<li><a href=\"http://a.b\">x</a></li>\n</ul>\n")]
    [InlineData("[x] a", "<p>[x] a</p>\n")]
    public void Task_lists_have_boxes(string markdown, string html) => Assert.Equal(html, Bodies.Html(markdown));

    [Theory]
    [InlineData("```python\nx < y\n\n  y\n```", "<pre tabindex=\"0\"><code class=\"language-python\">x &lt; y\n\n  y\n</code></pre>\n")]
    [InlineData("```Python title=\"x\"\n```", "<pre tabindex=\"0\"><code class=\"language-python\"></code></pre>\n")]
    [InlineData("~~~ c++\na\n~~~", "<pre tabindex=\"0\"><code class=\"language-c++\">a\n</code></pre>\n")]
    [InlineData("```\n<b>&amp;$x$|\n```", "<pre tabindex=\"0\"><code>&lt;b&gt;&amp;amp;$x$|\n</code></pre>\n")]
    [InlineData("```text\n$|x|$\n```", "<pre tabindex=\"0\"><code class=\"language-text\">$|x|$\n</code></pre>\n")]
    public void Fences_keep_their_text(string markdown, string html) => Assert.Equal(html, Bodies.Html(markdown));

    [Theory]
    [InlineData("```pyhton\n```", "1:4 AD0304", "unknown language 'pyhton'; did you mean 'python'?")]
    [InlineData("a\n\n- b\n\n  ~~~   qwertyuiop z\n  ~~~", "5:9 AD0304", "unknown language 'qwertyuiop'")]
    [InlineData("> ```{.x}\n> a\n> ```", "1:6 AD0304", "unknown language '{.x}'")]
    public void An_unknown_language_is_a_warning_at_its_name(string markdown, string finding, string message)
    {
        Assert.Equal(finding, Bodies.Findings(markdown));
        Assert.Equal(message, Bodies.Render(markdown).Diagnostics[0].Message);
    }

    [Theory]
    [InlineData(
        "Первый *абзац* с `кодом`[^1], $x_1$ и ![видом](a.png)[ссылкой](b.md).\n\nВторой.\n\n[^1]: Сноска.",
        "Первый абзац с кодом, x_1 и ссылкой.")]
    [InlineData("# Заголовок\n\n- пункт\n\n> цитата\n\nАбзац\nв две   строки &amp; всё.", "Абзац в две строки & всё.")]
    [InlineData("- пункт\n- другой", "пункт")]
    [InlineData("![только](a.png)\n\nтекст", "текст")]
    [InlineData("| a |\n|---|\n| $|b|$ |", "")]
    [InlineData("модуль $|b|$ https://a.b/c", "модуль |b| https://a.b/c")]
    [InlineData("# Только заголовок", "")]
    public void The_lead_is_the_text_of_the_first_paragraph(string markdown, string lead) =>
        Assert.Equal(lead, Bodies.Render(markdown).Body.Lead);

    [Theory]
    [InlineData("раз два", 2)]
    [InlineData("раз-два, 12,5 % — три.", 3)]
    [InlineData("сло**во** `код`\nстрока\n\nабзац", 4)]
    [InlineData("# Заголовок\n\n| a | b |\n|---|---|\n| c | d |", 5)]
    [InlineData("", 0)]
    public void Words_are_counted_as_readers_see_them(string markdown, int words) =>
        Assert.Equal(words, Bodies.Render(markdown).Body.Words);
}
