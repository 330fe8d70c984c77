using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

internal sealed partial class ValueReader
{
    private static readonly ExtraValue Nothing = new ExtraValue.Null();

    /// <summary>A free mapping, typed by the core schema of YAML 1.2.</summary>
    public ExtraValue? Free(YamlValue value) => IsMapping(value) ? FreeValue(value.Node, value.Name) : null;

    public bool IsMapping(YamlValue value)
    {
        if (value.Node.Kind is not (YamlKind.Mapping or YamlKind.Broken))
        {
            findings.Add(Catalogue.NotAValueMapping, value.Node, Messages.NotAMapping(value.Name, value.Node.Noun));
        }

        return value.Node.Kind == YamlKind.Mapping;
    }

    private ExtraValue FreeValue(YamlNode node, string name)
    {
        switch (node.Kind)
        {
            case YamlKind.Scalar:
                return node.IsPlain ? CoreSchema.Of(findings.Clean(node, name)) : new ExtraValue.Text(findings.Clean(node, name));
            case YamlKind.Sequence:
                var items = ImmutableArray.CreateBuilder<ExtraValue>(node.Items!.Count);
                foreach (var item in node.Items)
                {
                    items.Add(FreeValue(item, name));
                }

                return new ExtraValue.Sequence(items.MoveToImmutable());
            case YamlKind.Mapping:
                return FreeMapping(node, name);
            default:
                return Nothing;
        }
    }

    private ExtraValue.Mapping FreeMapping(YamlNode node, string name)
    {
        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ExtraValue>>(node.Pairs!.Count);
        foreach (var (key, value) in node.Pairs)
        {
            var word = key.Text;
            if (!trustedNames && word.EndsWith("_html", StringComparison.Ordinal))
            {
                findings.Add(
                    Catalogue.TrustedName, key,
                    Messages.TrustedName(word));
            }

            members.Add(KeyValuePair.Create(word, FreeValue(value, name)));
        }

        return new ExtraValue.Mapping(members.MoveToImmutable());
    }
}
