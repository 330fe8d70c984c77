using AiDigest.Core.Site.Views;
using Xunit;

namespace AiDigest.Tests.Site.Views;

public class TitleLanguageTests
{
    [Theory]
    [InlineData("Attention Is All You Need", "en")]
    [InlineData("β-VAE: Learning Basic Visual Concepts", "en")]
    [InlineData("Обучение с подкреплением", "ru")]
    [InlineData("GPT-4 и обучение", "ru")]
    [InlineData("Ёж", "ru")]
    [InlineData("Навчання з підкріпленням", null)]
    [InlineData("Apprentissage profond à grande échelle", null)]
    [InlineData("深度学习", null)]
    [InlineData("GPT 模型", null)]
    [InlineData("深層学習の基礎", "ja")]
    [InlineData("딥러닝", "ko")]
    [InlineData("التعلم العميق", null)]
    [InlineData("2026", null)]
    [InlineData(null, null)]
    public void Letters_tell_the_language_or_nothing_does(string? title, string? language) =>
        Assert.Equal(language, TitleLanguage.Of(title));
}
