using AiDigest.Core.Content.FrontMatter;
using Xunit;

namespace AiDigest.Tests.Content;

public class AuthorNamesTests
{
    [Theory]
    [InlineData("Anna Petrova and Ivan Li")]
    [InlineData("A. Petrova, I. Li")]
    [InlineData("Anna Petrova; Ivan Li")]
    [InlineData("Анна Петрова и Иван Ли")]
    [InlineData("Petrova & Li")]
    [InlineData("Anna Petrova, Ivan Li, and Wei Chen")]
    public void Several_names_in_one_text(string text) => Assert.True(AuthorNames.AreSeveral(text));

    [Theory]
    [InlineData("Anna Petrova")]
    [InlineData("Li, Ivan")]
    [InlineData("Martin Luther King, Jr.")]
    [InlineData("Center for Language and Speech Processing")]
    [InlineData("Ludwig van Beethoven")]
    [InlineData("Fernando de la Rúa")]
    [InlineData("Sandy Anderson")]
    public void One_name(string text) => Assert.False(AuthorNames.AreSeveral(text));
}
