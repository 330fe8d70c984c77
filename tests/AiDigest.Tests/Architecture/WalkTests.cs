using System.Text.RegularExpressions;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>Follows one field of entries and one kind of output through the code: the worked examples of docs/architecture.md.</summary>
public class WalkTests
{
    /// <summary>Where a new field shows in the library; importers and formats that show a field of their own accord come on top.</summary>
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

    /// <summary>A new kind is a flag and a row in the model, its plan, and a row of the planner.</summary>
    [Theory]
    [InlineData("Llms", "Site/Planner.cs")]
    [InlineData("Opml", "Site/Planner.cs")]
    [InlineData("Robots", "Site/Planner.cs")]
    public void A_kind_is_named_in_its_row_and_in_the_planner(string kind, params string[] also) =>
        Assert.Equal(["Model/OutputKind.cs", .. also], Naming($@"\bOutputKinds\.{kind}\b").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_kind_has_one_row()
    {
        Assert.Equal(Enum.GetValues<OutputKinds>()
            .Where(kind => kind is not (OutputKinds.None or OutputKinds.Default)), OutputKind.All.Select(kind => kind.Flag));
        Assert.Equal(OutputKind.All.Count, OutputKind.All.Select(kind => kind.Name).Distinct().Count());
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
