using System.Text;
using AiDigest.Core.Language;
using Xunit;

namespace AiDigest.Tests.Language;

public class TermReaderTests
{
    [Theory]
    [InlineData("Ещё Ёлка, ЁЖ", "еще елка еж")]
    [InlineData("GPT-4o и LoRA-адаптеры", "gpt 4o и lora адаптеры")]
    [InlineData("arXiv:2411.10510v2.", "arxiv 2411.10510")]
    [InlineData("4,41 раза; v1.5, 3.", "4 41 раза v1.5 3")]
    [InlineData("C++, C# и C", "c++ c# и c")]
    [InlineData("Schrödinger, Łukasz, Poincaré", "schrodinger łukasz poincare")]
    [InlineData("мои\u0306 за\u0301мок е\u0308ж", "мой замок еж")]
    [InlineData("диф\u00ADфу\u200Bзия\u00A0шума", "диффузия шума")]
    [InlineData("ΣΟΦΟΣ σοφος", "σοφοσ σοφοσ")]
    [InlineData("深度学习 \u202Eтекст\u202C", "深度学习 текст")]
    [InlineData("", "")]
    public void Text_is_cut_into_terms(string text, string terms) => Assert.Equal(terms, string.Join(' ', Terms(text, isHtml: false)));

    [Theory]
    [InlineData("<p>один<br />два</p>", "один два")]
    [InlineData("<em>диф</em>фузия <strong>C++</strong>", "диффузия c++")]
    [InlineData("a &amp; b &lt;script&gt;", "a b script")]
    [InlineData("до <math display=\"block\"><mi>x</mi></math> после", "до после")]
    [InlineData("<a href=\"https://example.org/слово\">ссылка", "ссылка")]
    [InlineData("конец <b", "конец")]
    public void Markup_is_no_term(string html, string terms) => Assert.Equal(terms, string.Join(' ', Terms(html, isHtml: true)));

    [Fact]
    public void A_long_word_is_cut()
    {
        var term = Assert.Single(Terms(new string('я', 100_000), isHtml: false));
        Assert.Equal(TermReader.MaxLetters, term.Length);
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        var random = new Random(1);
        for (var round = 0; round < 300; round++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            var sink = new Sink([]);
            TermReader.Read(bytes, isHtml: round % 2 == 0, ref sink);
            Assert.All(sink.Terms, term => Assert.InRange(term.Length, 1, TermReader.MaxLetters + 2));
        }
    }

    private static List<string> Terms(string text, bool isHtml)
    {
        var sink = new Sink([]);
        TermReader.Read(Encoding.UTF8.GetBytes(text), isHtml, ref sink);
        return sink.Terms;
    }

    private readonly record struct Sink(List<string> Terms) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => Terms.Add(Encoding.UTF8.GetString(term));
    }
}
