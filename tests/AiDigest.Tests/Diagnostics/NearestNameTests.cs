using AiDigest.Core.Diagnostics;
using Xunit;

namespace AiDigest.Tests.Diagnostics;

public class NearestNameTests
{
    private static readonly string[] Known =
        ["title", "date", "tags", "slug", "aliases", "description", "updated", "image", "image_alt", "doi"];

    [Theory]
    [InlineData("tgas", "tags")] // neighbours swapped: one step
    [InlineData("tag", "tags")]
    [InlineData("tagss", "tags")]
    [InlineData("Tags", "tags")]
    [InlineData("TITLE", "title")]
    [InlineData("titel", "title")]
    [InlineData("alias", "aliases")]
    [InlineData("desc", "description")] // too far, but its beginning, and of no other
    [InlineData("decription", "description")]
    [InlineData("do", "doi")]
    [InlineData("image", "image")]
    [InlineData("imag", "image")]
    [InlineData("importance", null)]
    [InlineData("теги", null)]
    [InlineData("", null)]
    [InlineData("x", null)]
    public void The_nearest_name_is_found_within_bounds(string name, string? expected) =>
        Assert.Equal(expected, NearestName.Of(name, Known));

    [Fact]
    public void Ties_are_ordinal_whatever_the_order() =>
        Assert.Equal(("bat", "bat"), (NearestName.Of("xat", ["cat", "bat"]), NearestName.Of("xat", ["bat", "cat"])));

    [Fact]
    public void A_beginning_of_several_names_hints_at_none() =>
        Assert.Null(NearestName.Of("template", ["template_of_home", "template_of_days"]));

    [Fact]
    public void The_culture_changes_nothing()
    {
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
            Assert.Equal("image", NearestName.Of("IMAGE", Known));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Hints_end_a_message() => Assert.Equal(
        (new Message("; did you mean 'tags'?", "; может быть, «tags»?"), Message.Empty),
        (Messages.DidYouMean(NearestName.Of("tgas", Known)), Messages.DidYouMean(NearestName.Of("importance", Known))));
}
