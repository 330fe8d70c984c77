using System.Text.Json;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Schemas;

/// <summary>Holds docs/schemas to the parser's tables of fields; <c>AIDIGEST_UPDATE_EXPECTED=1</c> writes them again.</summary>
public class SchemaTests
{
    [Fact]
    public void The_files_are_these_schemas()
    {
        foreach (var (name, text) in SchemaWriter.All)
        {
            ExpectedText.Check("docs/schemas/" + name, text);
        }

        Assert.Equal(SchemaWriter.All.Select(schema => schema.Name).Order(), Directory.GetFiles(Checkout.PathOf("docs/schemas"))
            .Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("entry.json", nameof(ValueFormats.Paper))]
    [InlineData("day.json", nameof(ValueFormats.Day))]
    [InlineData("page.json", nameof(ValueFormats.Page))]
    [InlineData("site.json", nameof(ValueFormats.Settings))]
    public void Every_key_is_described_in_both_languages(string name, string format)
    {
        var fields = (IReadOnlyList<Field>)typeof(ValueFormats).GetProperty(format)!.GetValue(null)!;
        using var schema = JsonDocument.Parse(SchemaWriter.All.Single(one => one.Name == name).Text);
        var properties = schema.RootElement.GetProperty("properties");

        Assert.Equal(fields.Select(field => field.Name), properties.EnumerateObject().Select(property => property.Name));
        Assert.All(fields, field =>
        {
            var description = properties.GetProperty(field.Name).GetProperty("description").GetString()!;
            Assert.Contains(field.Description.English, description, StringComparison.Ordinal);
            Assert.Matches("^[А-ЯЁA-Z].*[а-яё]", description);
        });
    }

    [Fact]
    public void The_editor_binds_each_kind_of_yaml_file_where_it_lies()
    {
        using var settings = JsonDocument.Parse(Checkout.ReadText(".vscode/settings.json"));
        var bound = settings.RootElement.GetProperty("yaml.schemas").EnumerateObject()
            .SelectMany(one => one.Value.EnumerateArray().Select(glob => (Glob: glob.GetString()!, Schema: Path.GetFileName(one.Name))))
                .ToList();
        foreach (var path in Directory.EnumerateFiles(Checkout.PathOf("content"), "*.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')))
        {
            var schema =
                Assert.Single(bound, one =>
                    one.Glob.Split("**/") is [var start, var end] ? path.StartsWith(start, StringComparison.Ordinal)
                        && path.EndsWith(end.TrimStart('*'), StringComparison.Ordinal) : path == one.Glob).Schema;
            Assert.Equal(
                path switch { "content/site.yaml" => "site.json", "content/tags.yaml" => "tags.json", _ => "papers.json" }, schema);
        }
    }

    [Fact]
    public void The_editor_binds_schemas_that_are_there()
    {
        using var settings = JsonDocument.Parse(Checkout.ReadText(".vscode/settings.json"));
        Assert.All(settings.RootElement.GetProperty("yaml.schemas").EnumerateObject(), bound =>
            Assert.True(File.Exists(Checkout.PathOf(bound.Name)), bound.Name));
    }
}
