using AiDigest.Core.Markdown;
using AiDigest.Tests.Fixtures;
using AngleSharp.Dom;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>Typography through the markup of a body.</summary>
public class TypesettingTests
{
    private static readonly BodyRenderer Russian = new(Bodies.Options with { Typography = true });

    private static readonly BodyRenderer English = new(Bodies.Options with { Typography = true, Language = "en" });

    [Theory]
    [InlineData("\"см. **тут**\"", "<p>«см. <strong>тут</strong>»</p>")]
    [InlineData("**\"жирно\"** и *\"курсив\"*", "<p><strong>«жирно»</strong> и~<em>«курсив»</em></p>")]
    [InlineData("\"*наружу и \"внутрь\"*\"", "<p>«<em>наружу и~„внутрь“</em>»</p>")]
    [InlineData(
        "\"[ссылка](https://a.b/c-d \"и \\\"титул\\\"\")\" - тут",
        "<p>«<a href=\"https://a.b/c-d\" title=\"и~«титул»\">ссылка</a>»~— тут</p>")]
    [InlineData("`\"a\" - b` \"`x`\"", "<p><code>&quot;a&quot; - b</code> «<code>x</code>»</p>")]
    [InlineData(
        "<https://a.b/1-2> и https://a.b/3-5",
        "<p><a href=\"https://a.b/1-2\">https://a.b/1-2</a> и~<a href=\"https://a.b/3-5\">https://a.b/3-5</a></p>")]
    [InlineData("Экран 15\\\" и \\\"так\\\" и &quot;эдак&quot;", "<p>Экран 15&quot; и~&quot;так&quot; и~&quot;эдак&quot;</p>")]
    [InlineData("3\\-5 и 3-5 шагов", "<p>3-5 и~<span class=\"nb\">3–5</span>~шагов</p>")]
    [InlineData("в 3,6-4,0 раза, 1990–2020.", "<p>в~<span class=\"nb\">3,6–4,0</span>~раза, <span class=\"nb\">1990–2020</span>.</p>")]
    [InlineData("А – Б, x–y, –5, 5– и `1–2`", "<p>А~– Б, x–y, –5, 5– и~<code>1–2</code></p>")]
    [InlineData("3&nbsp;шага - \"и\nещё\"", "<p>3~шага~— «и\nещё»</p>")]
    [InlineData("не `код`, в $x$", "<p>не~<code>код</code>, в~", "</p>")]
    [InlineData("# \"Глава\" - первая", "«Глава»~— первая</h3>")]
    [InlineData(
        "| \"а\" | б - в |\n|---|---|\n| \"г | д\" |", "<th scope=\"col\">«а»</th>", "<th scope=\"col\">б~— в</th>", "<td>&quot;г</td>",
        "<td>д&quot;</td>")]
    [InlineData("- \"раз\n- два\"", "<li>&quot;раз</li>", "<li>два&quot;</li>")]
    [InlineData("\"слово\"[^1]\n\n[^1]: \"Сноска\" - да", "<p>«слово»<sup", "«Сноска»~— да")]
    [InlineData("![\"Рис\" - 1](a.png)", "alt=\"«Рис»~— 1\"")]
    [InlineData("```\n\"a\" - b\n```", "&quot;a&quot; - b")]
    [InlineData("    \"a\" - b", "&quot;a&quot; - b")]
    public void Text_is_set_and_nothing_else(string markdown, params string[] parts)
    {
        var html = Bodies.Fill(Russian.Render(Bodies.Source(markdown)).Body).Replace('\u00A0', '~');
        foreach (var part in parts)
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void English_sites_get_curly_quotes() =>
        Assert.Equal("<p>“It’s <em>fast</em>” – yes</p>\n", Bodies.Fill(English.Render(Bodies.Source("\"It's *fast*\" - yes")).Body)
            .Replace('\u00A0', ' '));

    [Fact]
    public void Headings_and_leads_are_set_too_and_ids_stay()
    {
        var body = Russian.Render(Bodies.Source("## \"Глава\" - в начале\n\n\"Лид\" - и всё")).Body;
        Assert.Equal(("«Глава»\u00A0— в\u00A0начале", "«Лид»\u00A0— и\u00A0всё"), (body.Anchors.Headings[0].Text, body.Lead));
        Assert.Equal(Bodies.Render("## \"Глава\" - в начале").Body.Anchors.Headings[0].Id, body.Anchors.Headings[0].Id);
    }

    [Fact]
    public void The_text_of_any_body_keeps_its_visible_characters()
    {
        const string Marks = "*_`\"'[]()-–!| \n#>";
        var random = new Random(20261124);
        for (var run = 0; run < 3000; run++)
        {
            var markdown =
                string.Concat(Enumerable.Range(0, 40)
                    .Select(_ =>
                        random.Next(2) == 0 ? Marks[random.Next(Marks.Length)]
                            .ToString() : new[] { "а", "слово", "3-5", "x" }[random.Next(4)]));
            Assert.Equal(
                Plain(Bodies.Parse(Bodies.Fill(Bodies.Render(markdown).Body))),
                Plain(Bodies.Parse(Unbound(Bodies.Fill(Russian.Render(Bodies.Source(markdown)).Body)))));
        }
    }

    /// <summary>The text and the shape of the tags, with every kind of quote, dash and space as one.</summary>
    /// <summary>Without the elements that keep ranges on one line.</summary>
    private static string Unbound(string html) =>
        html.Replace("<span class=\"nb\">", "", StringComparison.Ordinal).Replace("</span>", "", StringComparison.Ordinal);

    private static string Plain(IElement body) =>
        string.Concat(body.InnerHtml.Replace("&nbsp;", " ", StringComparison.Ordinal).Select(c => c switch
    {
        '«' or '»' or '„' or '“' or '”' => '"',
        '’' or '‘' => '\'',
        '—' or '–' => '-',
        _ => c,
    })).Replace("&quot;", "\"", StringComparison.Ordinal);
}
