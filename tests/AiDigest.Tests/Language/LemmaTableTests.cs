using System.Security.Cryptography;
using AiDigest.Core.Language;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Language;

public class LemmaTableTests
{
    private static readonly byte[] Table =
        File.ReadAllBytes(Path.Combine(Checkout.Root, "src", "AiDigest.Core", "Language", "lemmas.ru.txt"));

    /// <summary>The table is derived from a dictionary that has its own licence, so it changes only together with this line.</summary>
    [Fact]
    public void The_table_is_the_one_that_was_derived() =>
        Assert.Equal("fa108f40452827976ec475fecb85decddcaefcd3b87d30fef217f9efc01e28a3", Convert.ToHexStringLower(SHA256.HashData(Table)));

    [Fact]
    public void The_notice_of_the_dictionary_is_kept() =>
        Assert.Contains(
            "Alexander I. Lebedev", File.ReadAllText(Path.Combine(Checkout.Root, "docs", "licenses", "hunspell-ru.txt")),
            StringComparison.Ordinal);

    [Fact]
    public void Every_line_is_found()
    {
        var lines = "!БУДУ=4ЫЛ\nГОД=1В\n".Select(letter => letter is >= 'А' and <= 'Я' ? (char)(letter - 'А' + 'A') : letter);
        var table = new LemmaTable([.. lines.Select(letter => (byte)letter)]);
        Assert.Equal(["ыл", "гов", "гов", "дом"], new[] { "буду", "года", "году", "дома" }.Select(form => table.ClassOf(form)));
    }

    [Fact]
    public void A_chain_of_letters_of_any_length_is_a_class() =>
        Assert.NotEqual("", new LemmaTable([]).ClassOf(new string('я', TermReader.MaxLetters)));
}
