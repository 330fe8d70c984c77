using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Diagnostics;

public class CatalogueTests
{
    [Fact]
    public void Ids_are_unique_and_in_order()
    {
        var ids = Catalogue.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
        Assert.All(ids, id => Assert.Matches("^AD0[1-8][0-9]{2}$", id));
    }

    [Fact]
    public void Every_field_of_the_catalogue_is_listed()
    {
        var fields = typeof(Catalogue).GetFields().Where(field => field.FieldType == typeof(Rule))
            .Select(field => (Rule)field.GetValue(null)!);
        Assert.Equal(fields.Select(rule => rule.Id).Order(StringComparer.Ordinal), Catalogue.All.Select(rule => rule.Id));
    }

    [Fact]
    public void Titles_are_short_and_explanations_are_sentences() => Assert.All(Catalogue.All, rule =>
    {
        Assert.InRange(rule.Title.Length, 5, 80);
        Assert.DoesNotMatch(@"\.$", rule.Title);
        Assert.Matches(new Regex(@"^[`A-Z].*\.$"), rule.Explanation);
        Assert.DoesNotContain('\n', rule.Explanation);
        Assert.InRange(rule.Named.Russian.Length, 5, 80);
        Assert.DoesNotMatch(@"\.$", rule.Named.Russian);
        Assert.Matches(new Regex(@"^[`A-ZА-ЯЁ].*\.$"), rule.Explained.Russian);
        Assert.DoesNotContain('\n', rule.Explained.Russian);
    });

    [Theory]
    [InlineData(MessageLanguage.English)]
    [InlineData(MessageLanguage.Russian)]
    public void The_document_is_this_catalogue(MessageLanguage language)
    {
        Assert.Equal([], CatalogueDocument.Homeless());
        ExpectedText.Check(CatalogueDocument.Path(language), CatalogueDocument.Make(language));
    }
}
