using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiDigest.Core.Content;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using Json.Schema;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlNode = YamlDotNet.RepresentationModel.YamlNode;

namespace AiDigest.Tests.Schemas;

/// <summary>
/// What an editor says by the schemas is what the parser says: the same files are good, and the same mistakes are mistakes.
/// </summary>
public partial class SchemaVerdictTests
{
    private const string Entry = "title: Кэш\ndate: 2026-11-14\ntags: [a]\nbody: Текст.\n";

    private static readonly Dictionary<string, JsonSchema> Schemas = Load();

    [Fact]
    public void Every_file_of_the_repository_is_good()
    {
        var root = Checkout.PathOf("content");
        var files = Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Checkout.Root, path).Replace('\\', '/')).ToList();
        var seen = new HashSet<string>();
        foreach (
            var path in files.Where(path =>
                path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(Checkout.PathOf(path));
            var front = path.EndsWith(".md", StringComparison.Ordinal) ? text.Split("---\n", 3)[1] : text;
            var schema = path switch
            {
                "content/site.yaml" => "site.json",
                "content/tags.yaml" => "tags.json",
                _ when path.StartsWith("content/pages/", StringComparison.Ordinal) => "page.json",
                _ when path.EndsWith(".yaml", StringComparison.Ordinal) => "papers.json",
                _ => "entry.json",
            };
            seen.Add(schema);
            Assert.True(IsGood(schema, schema == "entry.json" ? front + "body: x\n" : front), path);
        }

        Assert.Equal(["entry.json", "page.json", "papers.json", "site.json", "tags.json"], seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("arxiv: 2411.10510")]
    [InlineData("arxiv: 2411.10510v2")]
    [InlineData("arxiv: math.GT/0309136")]
    [InlineData("arxiv: cs.ML/2411.10510", false)]
    [InlineData("arxiv: arXiv:2411.10510", false)]
    [InlineData("arxiv: 2413.10510v2", false)]
    [InlineData("doi: 10.1145/3292500")]
    [InlineData("doi: https://doi.org/10.1145/3292500", false)]
    [InlineData("url: https://a.example/x")]
    [InlineData("url: a.example/x", false)]
    [InlineData("url: ftp://a.example/x", false)]
    [InlineData("url: https://", false)]
    [InlineData("code: https://a.example/x")]
    [InlineData("code: [https://a.example/x, https://b.example/]")]
    [InlineData("code: [a.example]", false)]
    [InlineData("code: a.example", false)]
    [InlineData("draft: true")]
    [InlineData("draft:")]
    [InlineData("draft: yes", false)]
    [InlineData("draft: 'true'", false)]
    [InlineData("slug: a-1")]
    [InlineData("slug: 2026")]
    [InlineData("slug: A_1", false)]
    [InlineData("updated: 2026-11-14T09:00+03:00")]
    [InlineData("updated: 2026-11-14T09:00:30.5Z")]
    [InlineData("updated: 2026-11-14T09:00", false)]
    [InlineData("updated: 14.11.2026", false)]
    [InlineData("updated: 2026-13-14", false)]
    [InlineData("updated: 2026-11-32", false)]
    [InlineData("updated: 1026-11-12", false)]
    [InlineData("updated: 2026-11-14T25:00Z", false)]
    [InlineData("updated: 2026", false)]
    [InlineData("aliases: [/old/, /old.html]")]
    [InlineData("aliases: [/old]", false)]
    [InlineData("aliases: [https://a.example/]", false)]
    [InlineData("aliases: [//a/]", false)]
    [InlineData("aliases: /old/", false)]
    [InlineData("image: a.png")]
    [InlineData("image: ../a.png")]
    [InlineData("image: /a.png", false)]
    [InlineData("image: https://a.example/a.png", false)]
    [InlineData("authors: [A, B]")]
    [InlineData("authors: A, B", false)]
    [InlineData("authors: ['']", false)]
    [InlineData("authors: {a: b}", false)]
    [InlineData("venue: [A]", false)]
    [InlineData("venue: 2026")]
    [InlineData("venue:")]
    [InlineData("tgas: [a]", false)]
    [InlineData("corrections: [{date: 2026-11-14, text: Да}]")]
    [InlineData("corrections: [{date: 2026-11-14}]", false)]
    [InlineData("corrections: [{date: 2026-11-14, text: Да, by: А}]", false)]
    [InlineData("corrections: Да", false)]
    [InlineData("extra: {a: {b: [1, true]}}")]
    [InlineData("extra: [a]", false)]
    public void A_key_of_an_entry(string line, bool good = true) =>
        Agree("papers.json", "content/papers/x.yaml", Entry + line + "\n", good);

    [Theory]
    [InlineData(Entry)]
    [InlineData("date: 2026-11-14\ntags: [a]\nbody: x\n", false)]
    [InlineData("title:\ndate: 2026-11-14\ntags: [a]\nbody: x\n", false)]
    [InlineData("title: ' '\ndate: 2026-11-14\ntags: [a]\nbody: x\n", false)]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: []\nbody: x\n", false)]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: a\nbody: x\n", false)]
    [InlineData("title: Кэш\ndate: 2026-11-14\ntags: [a]\n", false)]
    [InlineData("title: 2026\ndate: 2026-11-14\ntags: [2026, true]\nbody: x\n")]
    [InlineData("date: 2026-11-14\ntags: [a]\nentries:\n  - title: A\n    body: x\n  - title: B\n    tags: [b]\n    body: y\n")]
    [InlineData("date: 2026-11-14\ntags: [a]\nentries:\n  - title: A\n", false)]
    [InlineData("date: 2026-11-14\ntags: [a]\nentries: []\n", false)]
    [InlineData("date: 2026-11-14\ntitle: A\ntags: [a]\nentries:\n  - title: A\n    body: x\n", false)]
    [InlineData("date: 2026-11-14\ntags: [a]\nentries:\n  - title: A\n    body: x\n    dtae: 2026-11-14\n", false)]
    public void A_whole_file_of_papers(string text, bool good = true) => Agree("papers.json", "content/papers/x.yaml", text, good);

    [Theory]
    [InlineData("")]
    [InlineData("title: Сайт")]
    [InlineData("title:", false)]
    [InlineData("titel: Сайт", false)]
    [InlineData("url: https://a.example/x/")]
    [InlineData("url: https://a.example/x/?q", false)]
    [InlineData("url: /x/", false)]
    [InlineData("language: en")]
    [InlineData("language:")]
    [InlineData("language: fr", false)]
    [InlineData("page_size: 1000")]
    [InlineData("page_size: 1001", false)]
    [InlineData("page_size: 0", false)]
    [InlineData("page_size: many", false)]
    [InlineData("menu: [{title: Теги, to: /tags/}, {title: Код, to: https://a.example/}]")]
    [InlineData("menu: [{title: Теги, to: tags/}]", false)]
    [InlineData("menu: [{title: Теги}]", false)]
    [InlineData("host: netlify")]
    [InlineData("host: heroku", false)]
    [InlineData("edit_url: https://a.example/{path}")]
    [InlineData("edit_url: https://a.example/", false)]
    [InlineData("math: false")]
    [InlineData("math: off", false)]
    [InlineData("check: {same-paper: error, tag-used-once: false}")]
    [InlineData("check:\n  untrimmed-text:")]
    [InlineData("check: {same-paper: fatal}", false)]
    [InlineData("check: {same-papers: error}", false)]
    [InlineData("check:")]
    [InlineData("limits: {file_size: 100, nesting: 100}")]
    [InlineData("limits:")]
    [InlineData("limits: {nesting: 101}", false)]
    [InlineData("limits: {size: 1}", false)]
    [InlineData("outputs: [home, papers]")]
    [InlineData("outputs: [home, paper]", false)]
    [InlineData("extra: {a_html: x}")]
    public void Settings(string text, bool good = true) => Agree("site.json", "content/site.yaml", text + "\n", good);

    [Theory]
    [InlineData("")]
    [InlineData("a:\nb: {title: Б, description: Б., aliases: [в], slug: b}\n")]
    [InlineData("a: Б\n", false)]
    [InlineData("a: {slug: Б}\n", false)]
    [InlineData("a: {alias: [б]}\n", false)]
    [InlineData("a: {aliases: б}\n", false)]
    public void Tags(string text, bool good = true) => Agree("tags.json", "content/tags.yaml", text, good);

    private static void Agree(string schema, string path, string text, bool good)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var found = schema switch
        {
            "site.json" => SettingsParser.Parse(path, bytes, OutputKind.Names).Diagnostics,
            "tags.json" => TagsParser.Parse(path, bytes).Diagnostics,
            _ => EntryParser.Yaml(path, bytes, new Limits()).Diagnostics,
        };
        Assert.Equal(good, !found.Any(one => one.Rule.Severity == AiDigest.Core.Diagnostics.Severity.Error));
        Assert.Equal(good, IsGood(schema, text));
    }

    private static bool IsGood(string schema, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var document =
            JsonDocument.Parse(stream.Documents.Count == 0 ? "null" : Json(stream.Documents[0].RootNode)?.ToJsonString() ?? "null");
        return Schemas[schema].Evaluate(document.RootElement).IsValid;
    }

    /// <summary>As editors take it, by the core schema of YAML 1.2: dates are strings, plain numbers and words are not.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping =>
            new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } => text switch
        {
            null or "" or "~" or "null" => null,
            "true" or "false" => JsonValue.Create(text == "true"),
            _ when PlainNumber().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
            _ => JsonValue.Create(text),
        },
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new InvalidOperationException(node.ToString()),
    };

    private static Dictionary<string, JsonSchema> Load()
    {
        var schemas = new Dictionary<string, JsonSchema>(StringComparer.Ordinal);
        foreach (var (name, text) in SchemaWriter.All.OrderBy(schema => schema.Name == "papers.json" ? 1 : 0))
        {
            schemas.Add(
                name, JsonSchema.FromText(
                    text.Replace("\"$schema\"", $"\"$id\": \"https://schemas.example/{name}\",\n  \"$schema\"", StringComparison.Ordinal)));
        }

        return schemas;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+(\.[0-9]+)?$")]
    private static partial Regex PlainNumber();
}
