using System.Text.Json;
using AiDigest.Core.Parsing;
using AiDigest.Core.Schemas;
using AiDigest.Tests.Repository;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Schemas;

/// <summary>Holds docs/schemas to the parser's tables of fields; <c>AIDIGEST_UPDATE_EXPECTED=1</c> writes them anew.</summary>
public class SchemaTests
{
    [Fact]
    public void The_files_are_these_schemas()
    {
        foreach (var (name, text) in SchemaWriter.All)
        {
            ExpectedText.Check("docs/schemas/" + name, text);
        }

        Assert.Equal(SchemaWriter.All.Select(schema => schema.Name).Order(), Directory.GetFiles(Checkout.PathOf("docs/schemas")).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("entry.json", nameof(Formats.Paper))]
    [InlineData("day.json", nameof(Formats.Day))]
    [InlineData("page.json", nameof(Formats.Page))]
    [InlineData("site.json", nameof(Formats.Settings))]
    public void Every_key_is_described_in_both_languages(string name, string format)
    {
        var fields = (IReadOnlyList<Field>)typeof(Formats).GetProperty(format)!.GetValue(null)!;
        using var schema = JsonDocument.Parse(SchemaWriter.All.Single(one => one.Name == name).Text);
        var properties = schema.RootElement.GetProperty("properties");

        Assert.Equal(fields.Select(field => field.Name), properties.EnumerateObject().Select(property => property.Name));
        Assert.All(fields, field =>
        {
            var description = properties.GetProperty(field.Name).GetProperty("description").GetString()!;
            Assert.Contains(field.Description, description, StringComparison.Ordinal);
            Assert.Matches("^[А-ЯЁA-Z].*[а-яё]", description);
        });
    }

    [Fact]
    public void The_editor_binds_schemas_that_are_there()
    {
        using var settings = JsonDocument.Parse(Checkout.ReadText(".vscode/settings.json"));
        Assert.All(settings.RootElement.GetProperty("yaml.schemas").EnumerateObject(), bound => Assert.True(File.Exists(Checkout.PathOf(bound.Name)), bound.Name));
    }
}
