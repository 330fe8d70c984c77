using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.Yaml;

/// <summary>
/// YAML of other generators, as plain values: every scalar is a text as written, so that <c>2411.10510</c> keeps its zero.
/// </summary>
internal static class ForeignYaml
{
    /// <returns>Null, with the reason, where the YAML cannot be read as a mapping.</returns>
    public static ExtraValue.Mapping? Read(string path, string yaml, out Message problem)
    {
        var source = new SourceText(path, yaml);
        var findings = new DiagnosticBag(source);
        var root = YamlFile.Root(source, YamlFile.Whole(source), new Limits(), findings);
        problem = findings.Sorted() is [var first, ..] ? first.Text : Messages.NoKeys;
        return root is null ? null : (ExtraValue.Mapping)Value(root);
    }

    private static ExtraValue Value(YamlNode node) => node.Kind switch
    {
        YamlKind.Sequence => new ExtraValue.Sequence([.. node.Items!.Select(Value)]),
        YamlKind.Mapping => new ExtraValue.Mapping([.. node.Pairs!.Select(pair => KeyValuePair.Create(pair.Key.Text, Value(pair.Value)))]),
        _ => new ExtraValue.Text(node.Text),
    };
}
