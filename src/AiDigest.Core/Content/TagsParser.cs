using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>Reads the registry of tags, <c>content/tags.yaml</c>, in the author's order.</summary>
public static class TagsParser
{
    internal static readonly Field<RegisteredTag>[] Fields =
    [
        new("title", FieldType.Text, Presence.Optional,
            new("What readers see; by default the name as it is", "Что видят читатели; если не указано, имя как оно написано"),
            static (t, v, r) => t with { Title = r.Text(v) }),
        new("description", FieldType.Text, Presence.Optional,
            new("A sentence about the tag", "Предложение о теге"),
            static (t, v, r) => t with { Description = r.Text(v) }),
        new("aliases", FieldType.TextList, Presence.Optional,
            new("Other names that mean this tag, and its old addresses", "Другие имена этого тега"),
            static (t, v, r) => Aliases(t, v, r)),
        new("slug", FieldType.Slug, Presence.Optional,
            new("Last part of the address; by default made from the name", "Последняя часть адреса; если не указана, делается из имени"),
            static (t, v, r) => t with { Slug = r.SlugOf(v) }),
    ];

    /// <summary>What begins with <c>/</c> is an old address.</summary>
    private static RegisteredTag Aliases(RegisteredTag tag, YamlValue value, ValueReader read)
    {
        var former = ImmutableArray.CreateBuilder<Located>();
        var names = read.List(value, (r, item) =>
        {
            if (item.Node is not { Kind: YamlKind.Scalar, Text: ['/', ..] })
            {
                return r.Tag(item);
            }

            if (r.Alias(item) is { } address)
            {
                former.Add(address);
            }

            return null;
        });
        return tag with { Aliases = names ?? [], Former = former.ToImmutable() };
    }

    public static Parsed<IReadOnlyList<RegisteredTag>> Parse(string path, ReadOnlySpan<byte> bytes)
    {
        var limits = new Limits();
        List<RegisteredTag>? tags = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source)
        {
            var root = YamlFile.Root(source, YamlFile.Whole(source), limits, findings);
            tags = root is not null || findings.Count == 0 ? [] : null;
            foreach (var (key, node) in root?.Pairs ?? [])
            {
                var read = new ValueReader(findings);
                if (read.Tag(new YamlValue("the tag", key, key)) is { } name)
                {
                    var tag = new RegisteredTag(name, null, null, [], null);
                    var value = new YamlValue(MessageText.Quoted(name.Text), key, node);
                    tags!.Add(node.IsBlank || !read.IsMapping(value) ? tag : FieldBinder.Bind(node, Fields, tag, read));
                }
            }
        }

        return new Parsed<IReadOnlyList<RegisteredTag>>(tags, findings.Sorted());
    }
}
