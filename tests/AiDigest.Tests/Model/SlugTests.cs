using System.Security.Cryptography;
using System.Text;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Model;

/// <summary>The letters of addresses, by the one table that authors can rely on.</summary>
public class SlugTests
{
    [Theory]
    [InlineData("acceleration", "acceleration")]
    [InlineData("LLM", "llm")]
    [InlineData("GPT-4o", "gpt-4o")]
    [InlineData("3D Gaussian Splatting", "3d-gaussian-splatting")]
    [InlineData("  spaces   around  ", "spaces-around")]
    [InlineData("under_score", "under-score")]
    [InlineData("--already--hyphenated--", "already-hyphenated")]
    [InlineData("a.b,c;d:e!f?g", "a-b-c-d-e-f-g")]
    [InlineData("C++", "c")]
    [InlineData("C#", "c")]
    [InlineData("Q&A", "q-a")]
    [InlineData("«Кавычки» — и тире", "kavychki-i-tire")]
    [InlineData("Straße", "strasse")]
    [InlineData("GROẞ", "gross")]
    [InlineData("Æsir æther", "aesir-aether")]
    [InlineData("Ørsted smørrebrød", "orsted-smorrebrod")]
    [InlineData("Łukasz Kaiser", "lukasz-kaiser")]
    [InlineData("Schrödinger", "schrodinger")]
    [InlineData("naïve café", "naive-cafe")]
    [InlineData("Čech Žižek", "cech-zizek")]
    [InlineData("Ångström", "angstrom")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("ﬁne ﬂow", "fine-flow")]
    [InlineData("Ｆｕｌｌ ｗｉｄｔｈ", "full-width")]
    [InlineData("x²", "x2")]
    [InlineData("а", "a")]
    [InlineData("б", "b")]
    [InlineData("в", "v")]
    [InlineData("г", "g")]
    [InlineData("д", "d")]
    [InlineData("е", "e")]
    [InlineData("ё", "yo")]
    [InlineData("ж", "zh")]
    [InlineData("з", "z")]
    [InlineData("и", "i")]
    [InlineData("й", "y")]
    [InlineData("к", "k")]
    [InlineData("л", "l")]
    [InlineData("м", "m")]
    [InlineData("н", "n")]
    [InlineData("о", "o")]
    [InlineData("п", "p")]
    [InlineData("р", "r")]
    [InlineData("с", "s")]
    [InlineData("т", "t")]
    [InlineData("у", "u")]
    [InlineData("ф", "f")]
    [InlineData("х", "kh")]
    [InlineData("ц", "ts")]
    [InlineData("ч", "ch")]
    [InlineData("ш", "sh")]
    [InlineData("щ", "shch")]
    [InlineData("объём", "obyom")]
    [InlineData("семь", "sem")]
    [InlineData("ы", "y")]
    [InlineData("э", "e")]
    [InlineData("ю", "yu")]
    [InlineData("я", "ya")]
    [InlineData("Й Ё", "y-yo")]
    [InlineData("Щёлк: подъезд №7", "shchyolk-podezd-no7")]
    [InlineData("Диффузия и ускорение", "diffuziya-i-uskorenie")]
    [InlineData("Обучение с подкреплением", "obuchenie-s-podkrepleniem")]
    [InlineData("Съешь же ещё этих мягких французских булок", "sesh-zhe-eshchyo-etikh-myagkikh-frantsuzskikh-bulok")]
    public void A_name_becomes_ascii(string name, string slug) => Assert.Equal(slug, Slug.Of(name));

    [Theory]
    [InlineData("й")]
    [InlineData("ё")]
    [InlineData("Ångström")]
    [InlineData("Čech")]
    public void Composed_and_decomposed_letters_are_one(string name) =>
        Assert.Equal(Slug.Of(name.Normalize(NormalizationForm.FormC)), Slug.Of(name.Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData("強化学習")]
    [InlineData("🤖")]
    [InlineData("ъ")]
    [InlineData("+++")]
    [InlineData("تعلم")]
    public void A_name_of_which_nothing_is_left_becomes_its_hash(string name)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];
        Assert.Equal("x-" + hash, Slug.Of(name));
    }

    [Fact]
    public void Every_slug_is_a_valid_one()
    {
        for (var letter = 1; letter < 0x3000; letter++)
        {
            if (!char.IsSurrogate((char)letter))
            {
                var slug = Slug.Of($"{(char)letter}");
                Assert.True(Slug.IsValid(slug), $"U+{letter:X4} gives '{slug}'");
                Assert.False(slug.StartsWith('-') || slug.EndsWith('-'), $"U+{letter:X4} gives '{slug}'");
            }
        }
    }
}
