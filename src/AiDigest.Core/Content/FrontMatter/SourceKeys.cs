using System.Text;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>A key of a YAML file.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Value">All that it holds, written in one way: comments, quotes and indentation make no difference, and different values
/// give different texts.</param>
public readonly record struct SourceKey(string Name, int Line, string Value);

/// <summary>Finds the keys of a file that is one mapping, so that two states of it can be compared key by key.</summary>
public static class SourceKeys
{
    /// <returns>In the order of the file; none where it cannot be read.</returns>
    public static IReadOnlyList<SourceKey> Of(string path, ReadOnlySpan<byte> bytes) =>
        [.. Pairs(path, bytes).Select(pair => new SourceKey(pair.Key.Text, pair.Key.Line, Written(pair.Value)))];

    /// <summary>The innermost keys, each with the names of those around it: <c>tag.heading</c>.</summary>
    public static IReadOnlyList<SourceKey> Innermost(string path, ReadOnlySpan<byte> bytes)
    {
        var found = new List<SourceKey>();
        Pairs(path, bytes).ForEach(pair => AddInnermost("", pair, found));
        return found;
    }

    private static void AddInnermost(string around, YamlPair pair, List<SourceKey> found)
    {
        var name = around + pair.Key.Text;
        if (pair.Value is { Kind: YamlKind.Mapping, Pairs: { } inner })
        {
            inner.ForEach(one => AddInnermost(name + ".", one, found));
        }
        else
        {
            found.Add(new SourceKey(name, pair.Key.Line, Written(pair.Value)));
        }
    }

    private static List<YamlPair> Pairs(string path, ReadOnlySpan<byte> bytes)
    {
        var limits = new Limits();
        return SourceDecoder.Read(path, bytes, limits, out var findings) is { } source
            && YamlFile.Root(source, YamlFile.Whole(source), limits, findings) is { Pairs: { } pairs }
            ? pairs
            : [];
    }

    private static string Written(YamlNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    // Each part says its length, so that no text can pass for two.
    private static void Write(YamlNode node, StringBuilder text)
    {
        switch (node.Kind)
        {
            case YamlKind.Sequence:
                text.Append('[').Append(node.Items!.Count).Append(' ');
                node.Items.ForEach(item => Write(item, text));
                break;
            case YamlKind.Mapping:
                text.Append('{').Append(node.Pairs!.Count).Append(' ');
                foreach (var (key, value) in node.Pairs)
                {
                    Write(key, text);
                    Write(value, text);
                }

                break;
            default:
                text.Append(node.IsPlain ? 'p' : 'q').Append(node.Text.Length).Append(' ').Append(node.Text);
                break;
        }
    }
}
