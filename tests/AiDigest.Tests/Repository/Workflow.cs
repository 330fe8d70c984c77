using AiDigest.Tests.Fixtures;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AiDigest.Tests.Repository;

/// <summary>A workflow file of GitHub Actions as its YAML nodes, with the few paths into it that the tests ask for.</summary>
internal sealed class Workflow
{
    private readonly YamlMappingNode root;

    private Workflow(YamlMappingNode root) => this.root = root;

    public static Workflow Load(string name)
    {
        using var reader = new StringReader(Checkout.ReadText(".github/workflows/" + name));
        var stream = new YamlStream();
        stream.Load(reader);
        return new Workflow((YamlMappingNode)Assert.Single(stream.Documents).RootNode);
    }

    public YamlMappingNode Triggers => Map(root, "on");

    public YamlMappingNode Jobs => Map(root, "jobs");

    public YamlMappingNode Concurrency => Map(root, "concurrency");

    /// <summary>The shell of steps that name none; null: that of GitHub, which is <c>bash -e</c>.</summary>
    public string? Shell => root.Children.ContainsKey("defaults") ? Text(Map(Map(root, "defaults"), "run"), "shell") : null;

    public YamlMappingNode Job(string name) => Map(Jobs, name);

    /// <summary>Rights of a job: its own, else the workflow's; `right: level`, sorted.</summary>
    public IEnumerable<string> Permissions(string job) =>
        Map(Job(job).Children.ContainsKey("permissions") ? Job(job) : root, "permissions").Children
            .Select(right => $"{right.Key}: {right.Value}")
            .Order(StringComparer.Ordinal);

    public IReadOnlyList<YamlMappingNode> Steps(string job) => [.. Sequence(Job(job), "steps").Cast<YamlMappingNode>()];

    public IEnumerable<YamlMappingNode> AllSteps => Keys(Jobs).SelectMany(Steps);

    /// <summary>The one step of a job that uses the action.</summary>
    public YamlMappingNode Uses(string job, string action) =>
        Assert.Single(Steps(job), step => Text(step, "uses")?.StartsWith(action + "@", StringComparison.Ordinal) == true);

    public static IEnumerable<string> Keys(YamlMappingNode map) => map.Children.Keys.Select(key => key.ToString());

    public static YamlMappingNode Map(YamlMappingNode map, string key) => (YamlMappingNode)map.Children[key];

    public static YamlSequenceNode Sequence(YamlMappingNode map, string key) => (YamlSequenceNode)map.Children[key];

    public static string? Text(YamlMappingNode map, string key) =>
        map.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;
}
