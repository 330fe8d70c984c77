using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import;

/// <summary>
/// A file that says which of our tags a word of an export means: <c>cs.CV: computer-vision</c>, <c>cs.LG: [learning, theory]</c>, or
/// nothing behind the colon to drop it. What it does not name stays as it is.
/// </summary>
public sealed class TagsMap
{
    private readonly Dictionary<string, ImmutableArray<string>> _map = new(StringComparer.Ordinal);

    public static TagsMap Empty { get; } = new();

    /// <exception cref="ImportException">The file is no mapping of words.</exception>
    public static TagsMap Parse(string name, byte[] bytes)
    {
        var map = new TagsMap();
        var yaml = ImportText.Of(new ImportFile(name, bytes)).TrimStart('\uFEFF');
        if (ForeignYaml.Read(name, yaml, out var problem) is not { } keys)
        {
            throw new ImportException(Messages.AtFile(name, problem));
        }

        foreach (var (key, value) in keys.Members)
        {
            map._map[TagName.Key(key)] = value switch
            {
                ExtraValue.Text { Value: var text } => text.Length == 0 ? [] : [text],
                ExtraValue.Sequence { Items: var items } => [.. items.OfType<ExtraValue.Text>().Select(item => item.Value)],
                _ => throw new ImportException(Messages.TagsMapValue(name, key)),
            };
        }

        return map;
    }

    /// <summary>The tags of an entry: mapped, each once, without those that are no names.</summary>
    public ImmutableArray<string> Of(IEnumerable<string> words)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var word in words)
        {
            foreach (var tag in _map.TryGetValue(TagName.Key(word), out var mapped) ? mapped : [word])
            {
                var spelling = TagName.Spelling(YamlScalars.Line(tag));
                if (TagName.Key(spelling).Length > 0 && keys.Add(TagName.Key(spelling)))
                {
                    tags.Add(spelling);
                }
            }
        }

        return tags.ToImmutable();
    }
}
