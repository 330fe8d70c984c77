using System.Text.RegularExpressions;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>Follows one field of entries and one kind of output through the code: the worked examples of docs/architecture.md.</summary>
public class WalkTests
{
    /// <summary>Where a new field shows in the library; importers, and formats that show the field, come on top.</summary>
    [Theory]
    [InlineData("ReviewedBy", "reviewed_by")]
    [InlineData("Dataset", "dataset")]
    [InlineData("Project", "project")]
    public void A_field_is_named_in_its_record_its_row_and_its_view(string property, string key) => Assert.Equal(
        ["Content/FrontMatter/EntryFields.cs", "Model/EntryMetadata.cs", "Site/Views/EntryView.cs"],
        Naming($@"\.{property}\b|\b{property} {{ get|""{key}""")
            .Where(path =>
                !path.StartsWith("Import/", StringComparison.Ordinal) && !path.StartsWith("Rendering/Writers/", StringComparison.Ordinal)));

    /// <summary>All that a file of entries says is in the table or among the seven that are bound and kept by hand.</summary>
    [Fact]
    public void Every_property_of_an_entry_has_a_row()
    {
        string[] byHand = ["Source", "Item", "Title", "Date", "DateAt", "Tags", "Slug"];
        Assert.Equal(typeof(EntryMetadata).GetProperties()
            .Count(property => property.CanWrite), EntryFields.Optional.Length + byHand.Length);
    }

    /// <summary>A kind to which no other page links is named in its plan and in its row, and nowhere else.</summary>
    [Theory]
    [InlineData("opml", "Opml", "FeedPlan")]
    [InlineData("robots", "Robots", "SitemapPlan")]
    [InlineData("llms", "Llms", "MachinePlan")]
    public void A_kind_is_named_in_its_plan_and_its_row(string kind, string method, string plan) => Assert.Equal(
        ["Site/OutputKind.cs", $"Site/Outputs/{plan}.cs"],
        Naming($@"new\(""{kind}""|\b{plan}\.{method}\b|\b{method}\(PlanContext context\)|OutputNames\.{method}\b"));

    /// <summary>A feed format is its row alone, beside its template.</summary>
    [Fact]
    public void A_format_of_feeds_is_a_row() => Assert.Equal(["Site/OutputKind.cs"], Naming(@"new FeedFormat\("));

    [Fact]
    public void Each_kind_that_code_asks_for_has_one_row()
    {
        var asked = typeof(OutputNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Single(OutputKind.Names, name));
        Assert.Equal(OutputKind.Names.Distinct(), OutputKind.Names);
    }

    /// <summary>Settings, their schema, links and templates take kinds from the table: each name is accepted, and no other.</summary>
    [Fact]
    public void Settings_accept_each_kind_of_the_table_and_no_other()
    {
        var all = SourceTexts.SiteFile($"outputs: [{string.Join(", ", OutputKind.Names)}]");
        Assert.Empty(all.Diagnostics);
        Assert.All(OutputKind.Names, name => Assert.True(all.Value!.Outputs.Has(name)));
        Assert.Equal(Catalogue.UnknownOutput, Assert.Single(SourceTexts.SiteFile("outputs: [humans]").Diagnostics).Rule);
    }

    [Theory]
    [InlineData("", "home")]
    [InlineData("tags/llm/", "tags")]
    [InlineData("tags/llm/feed.xml", "atom")]
    [InlineData("tags/llm/papers.bib", "bibtex")]
    [InlineData("papers/x/cite.bib", "bibtex")]
    [InlineData("papers/x/index.md", "markdown")]
    [InlineData("docs/index.md", null)]
    [InlineData("2026/11/14/", "archive")]
    [InlineData("about/", null)]
    public void An_address_has_one_kind(string address, string? kind)
    {
        Assert.Equal(kind, OutputKind.Of(address)?.Name);
        Assert.True(OutputKind.All.Count(row => row.OwnsFile?.Invoke(address) == true) <= 1);
    }

    private static IEnumerable<string> Naming(string pattern)
    {
        var core = Checkout.PathOf("src/AiDigest.Core");
        return Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(File.ReadAllText(file), pattern))
            .Select(file => Path.GetRelativePath(core, file).Replace('\\', '/'))
            .Where(path => path.Split('/')[0] is not ("bin" or "obj"))
            .Order(StringComparer.Ordinal);
    }
}
