using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Sites;

/// <summary>The plain theme of the golden sites stands for every layout, so that the look of the product touches none of them.</summary>
public class PlainThemeTests
{
    [Fact]
    public void It_has_every_layout_of_the_default_theme()
    {
        var folder = Checkout.PathOf("tests/AiDigest.Tests/Sites/plain-theme/layouts");
        var layouts = ThemeFile.Default.Keys.Where(name => name.StartsWith("layouts/", StringComparison.Ordinal))
            .Select(name => name["layouts/".Length..]);
        Assert.Equal(layouts.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder).Select(Path.GetFileName)
            .Order(StringComparer.Ordinal));
    }
}
