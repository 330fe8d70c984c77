using System.Text;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Themes;
using Xunit;

namespace AiDigest.Tests.Rendering.Templates;

/// <summary>What a template can reach is read off its text, and rather too much than too little.</summary>
public class TemplateDependenciesTests
{
    [Theory]
    [InlineData("text", "", false)]
    [InlineData("{{ include 'partials/ways.html' }}", "partials/ways.html", false)]
    [InlineData("{{ for x in papers }}{{ if x.a }}{{ fragment 'partials/line.html' x }}{{ end }}{{ end }}", "partials/line.html", false)]
    [InlineData("{{ include 'partials/tags.html' }}{{ include 'partials/original.html' }}",
        "partials/author.html partials/original.html partials/tags.html", false)]
    [InlineData("{{ include 'partials/' + 'x' }}", null, true)]
    [InlineData("{{ include name }}", null, true)]
    [InlineData("{{ 'partials/ways.html' | include }}", null, true)]
    [InlineData("{{ f = @include; f 'partials/ways.html' }}", null, true)]
    [InlineData("{{ capture x }}{{ include 'partials/ways.html' }}{{ end }}", "partials/ways.html", false)]
    [InlineData("{{ this['a'] }}", null, true)]
    public void Includes(string template, string? names, bool everything)
    {
        var reach = Reach(template);
        Assert.Equal(everything, reach.Everything);
        if (names is not null)
        {
            Assert.Equal(names, string.Join(' ', reach.Includes));
        }
    }

    [Theory]
    [InlineData("{{ page.title }}", false, false, false)]
    [InlineData("{{ site.title }}", true, false, false)]
    [InlineData("{{ t 'a' }}", false, true, false)]
    [InlineData("{{ x = count_text 'a' 1 }}", false, true, false)]
    [InlineData("{{ '2026-01-01' | day_text }}", false, true, false)]
    [InlineData("{{ asset 'style.css' }}", false, false, true)]
    [InlineData("{{ include 'partials/head.html' }}", true, true, true)]
    public void Names(string template, bool site, bool strings, bool assets)
    {
        var reach = Reach(template);
        Assert.Equal((site, strings, assets), (reach.Site, reach.Strings, reach.Assets));
    }

    private static TemplateDependencies Reach(string template)
    {
        var theme = Theme.Load([new ThemeFile("layouts/opml.xml", Encoding.UTF8.GetBytes(template))], new Minifier(), []);
        return theme.DependenciesOf("layouts/opml.xml");
    }
}
