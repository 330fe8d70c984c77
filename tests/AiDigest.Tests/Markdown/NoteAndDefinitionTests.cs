using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Markdown;

/// <summary>
/// Where footnotes and definitions end: at the first block that is not indented beneath them, as on GitHub and in Pandoc.
/// </summary>
public class NoteAndDefinitionTests
{
    [Theory]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n## Раздел\n\nТекст.", "h3#Раздел p#Текст.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n- пункт\n- другой", "ul#пункт другой", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n> цитата", "blockquote#цитата", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n```\nкод\n```", "pre#код", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n***\nтекст", "hr# p#текст", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n---\nтекст", "hr# p#текст", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\nРаздел\n======\n\nТекст.", "h3#Раздел p#Текст.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n| а | б |\n|---|---|\n| 1 | 2 |\n\nТекст.", "div#а б 1 2 p#Текст.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска,\nеё продолжение\n| а |\n|---|", "div#а", "Сноска, её продолжение")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\nСлово\n:   Значение.", "dl#Слово Значение.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n$$\nx\n$$", "div#xx", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]:     Сноска.\n\nТекст.", "p#Текст.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]:\tСноска.\n\tЕё строка.\n\nТекст.", "p#Текст.", "Сноска. Её строка.")]
    [InlineData("А[^1].\n\n[^1]: Одна | две\nтри | четыре.\n\nТекст.", "p#Текст.", "Одна | две три | четыре.")]
    [InlineData("А[^1].\n\n[^1]: Сноска,\nеё продолжение.\n\nТекст.", "p#Текст.", "Сноска, её продолжение.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n\n    Второй абзац.\n\nТекст.", "p#Текст.", "Сноска. Второй абзац.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n\n    - пункт\n    - другой\n\nТекст.", "p#Текст.", "Сноска. пункт другой")]
    [InlineData("А[^1].\n\n[^1]:\n\n    Сноска.\n\nТекст.", "p#Текст.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: Сноска.\n\n  Не её абзац.", "p#Не её абзац.", "Сноска.")]
    [InlineData("А[^1].\n\n[^1]: - пункт\n- чужой", "ul#чужой", "пункт")]
    [InlineData("А[^1] и[^2].\n[^1]: Одна.\n[^2]: Другая.", "", "Одна. Другая.")]
    public void A_footnote_ends_where_its_indentation_ends(string markdown, string after, string notes)
    {
        var page = Bodies.Page(markdown);
        Assert.Equal(
            after, string.Join(' ', page.Children.Skip(1).Where(e => e.ClassName != "footnotes")
            .Select(e => $"{e.LocalName}#{Words(e.TextContent)}")));
        Assert.Equal(notes, Words(page.QuerySelector(".footnotes")!.TextContent.Replace("↩", "", StringComparison.Ordinal)));
        Assert.Empty(Bodies.Render(markdown).Diagnostics);
    }

    [Theory]
    [InlineData("- пункт[^1]\n\n  [^1]: Сноска пункта.\n", "Сноска пункта.")]
    [InlineData("> цитата[^2]\n>\n> [^2]: Сноска цитаты.", "Сноска цитаты.")]
    [InlineData("1. пункт[^a]\n   [^a]: Сноска пункта.\n2. другой", "Сноска пункта.")]
    [InlineData("> - глубже[^1]\n>\n>   [^1]: Внутри.\n>\n>       Ещё абзац.", "Внутри. Ещё абзац.")]
    [InlineData("Слово\n:   значение[^1]\n\n    [^1]: Сноска определения.", "Сноска определения.")]
    [InlineData("А[^1].\n\n[^1]: Внешняя[^2].\n\n    [^2]: Вложенная.", "Внешняя2. Вложенная.")]
    public void A_footnote_may_be_in_a_list_quote_or_definition(string markdown, string notes)
    {
        var page = Bodies.Page(markdown);
        Assert.Equal(notes, Words(page.QuerySelector(".footnotes")!.TextContent.Replace("↩", "", StringComparison.Ordinal)));
        Assert.DoesNotContain("[^", page.TextContent, StringComparison.Ordinal);
        Assert.Empty(Bodies.Render(markdown).Diagnostics);
    }

    [Theory]
    [InlineData(
        "Текст.\n\n[^1]: Забытая.\n## Раздел\n\nТекст раздела.\n\n[^2]: Ещё одна.\n- важный пункт",
        "Текст. Раздел Текст раздела. важный пункт", "3:1 AD0372, 8:1 AD0372")]
    [InlineData("Текст.\n\n[^1]: Забытая.\n| а | б |\n|---|---|\n| 1 | 2 |", "Текст. а б 1 2", "3:1 AD0372")]
    [InlineData("Текст.\n\n[^1]: Забытая.\n---\nДальше.", "Текст. Дальше.", "3:1 AD0372")]
    [InlineData("А[^1].\n\n[^1]: Раз.\n\n[^1]: Два.\n", "А1. Раз. ↩", "5:1 AD0372")]
    [InlineData("А[^1].\n\n[^1]:\n\nТекст.", "А1. Текст. ↩", "3:1 AD0373")]
    [InlineData("А[^нет].", "А[^нет].", "1:2 AD0374")]
    [InlineData("> А.\n>\n> [^1]: Забытая.\n", "А.", "3:3 AD0372")]
    [InlineData("[^1](a.md)\n\n\\[^2]\n\n`[^3]`", "^1 [^2] [^3]", "")]
    [InlineData("А[^1].\n\n[^1]: Раз[^2].\n\n[^3]: Три[^4].\n\n[^2]: Два.\n[^4]: Четыре.", "А1. Раз2. ↩ Два. ↩", "5:1 AD0372, 8:1 AD0372")]
    public void What_is_not_shown_is_reported(string markdown, string text, string findings)
    {
        Assert.Equal(text, Words(Bodies.Page(markdown).TextContent));
        Assert.Equal(findings, Bodies.Findings(markdown));
    }

    [Theory]
    [InlineData("Слово\n:   Значение.\n## Раздел", "dl#Слово Значение. h3#Раздел")]
    [InlineData("Слово\n:   Значение.\n- пункт", "dl#Слово Значение. ul#пункт")]
    [InlineData("Слово\n:   Значение.\n```\nкод\n```", "dl#Слово Значение. pre#код")]
    [InlineData("Слово\n:   Значение\nи его продолжение.\n\nТекст.", "dl#Слово Значение и его продолжение. p#Текст.")]
    [InlineData("Слово\n:   Значение.\n\n    Второй абзац.\n\nТекст.", "dl#Слово Значение. Второй абзац. p#Текст.")]
    [InlineData("Слово\n:   Одно.\n:   Другое.\n\n> цитата", "dl#Слово Одно. Другое. blockquote#цитата")]
    [InlineData("Слово\n:   Значение.\n---\n\nТекст.", "dl#Слово Значение. hr# p#Текст.")]
    [InlineData("Слово\n:   Значение.\nРаздел\n===", "dl#Слово Значение. h3#Раздел")]
    [InlineData("Слово\n:   Значение.\n| а |\n|---|\n| 1 |", "dl#Слово Значение. div#а 1")]
    [InlineData("> Слово\n> :   Значение.\n> | а |\n> |---|", "blockquote#Слово Значение. а")]
    [InlineData("Слово\n:   - пункт\n- чужой", "dl#Слово пункт ul#чужой")]
    public void A_definition_ends_where_its_indentation_ends(string markdown, string blocks) =>
        Assert.Equal(blocks, string.Join(' ', Bodies.Page(markdown).Children.Select(e => $"{e.LocalName}#{Words(e.TextContent)}")));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
