using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Model;

public class UnicodeFormTests
{
    public static TheoryData<int> Noncharacters => [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0xD800, 0xDC00];

    [Theory]
    [MemberData(nameof(Noncharacters))]
    public void No_text_makes_it_throw(int character)
    {
        var text = "и\u0306" + (char)character + "ж";
        Assert.Equal("й\uFFFDж", UnicodeForm.Composed(text));
        Assert.Equal("й\uFFFDж", UnicodeForm.Compatible(text));
        Assert.Equal("y-zh", Slug.Of(text));
        Assert.NotEmpty(TagName.Key(text));
    }

    [Theory]
    [InlineData("\uD83D\uDE00 и\u0306", "\uD83D\uDE00 й")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    public void Whole_texts_are_composed(string text, string composed) => Assert.Equal(composed, UnicodeForm.Composed(text));
}
