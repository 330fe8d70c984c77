using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>
/// Reads the words of a theme, <c>templates/strings.ru.yaml</c>; names of nested mappings are joined with dots. A mapping whose
/// keys are all plural categories of CLDR is one text with its forms.
/// </summary>
public static class StringsParser
{
    private static readonly string[] Categories = ["zero", "one", "two", "few", "many", "other"];

    public static Parsed<IReadOnlyDictionary<string, LocalizedText>> Parse(string path, ReadOnlySpan<byte> bytes)
    {
        var limits = new Limits();
        SortedDictionary<string, LocalizedText>? texts = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source)
        {
            var root = YamlFile.Root(source, YamlFile.Whole(source), limits, findings);
            texts = root is not null || findings.Count == 0 ? new(StringComparer.Ordinal) : null;
            if (root is not null)
            {
                Collect(root, "", texts!, new ValueReader(findings));
            }
        }

        return new Parsed<IReadOnlyDictionary<string, LocalizedText>>(texts, findings.Sorted());
    }

    private static void Collect(YamlNode mapping, string prefix, SortedDictionary<string, LocalizedText> texts, ValueReader read)
    {
        foreach (var (key, node) in mapping.Pairs!)
        {
            var name = prefix + key.Text;
            var text = IsPlural(node) ? Plural(name, key, node, read)
                : node.Kind == YamlKind.Mapping ? null
                : Text(new YamlValue(name, key, node), read) is { } one ? LocalizedText.Of(one) : null;
            if (text is null)
            {
                if (node.Kind == YamlKind.Mapping && !IsPlural(node))
                {
                    Collect(node, name + ".", texts, read);
                }
            }
            else if (!texts.TryAdd(name, text with { At = read.At(key) }))
            {
                read.Diagnostics.Add(Catalogue.DuplicateKey, key, Messages.NameIsThereAgain(name));
            }
        }
    }

    private static bool IsPlural(YamlNode node) =>
        node is { Kind: YamlKind.Mapping, Pairs.Count: > 0 }
            && node.Pairs.TrueForAll(pair => Array.IndexOf(Categories, pair.Key.Text) >= 0);

    private static LocalizedText? Plural(string name, YamlNode key, YamlNode node, ValueReader read)
    {
        var forms = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var (category, form) in node.Pairs!)
        {
            if (Text(new YamlValue($"{name}.{category.Text}", category, form), read) is { } text)
            {
                forms.Add(KeyValuePair.Create(category.Text, text));
            }
        }

        bool Has(string category) => node.Pairs.Exists(pair => pair.Key.Text == category);
        if (!Has("other") && !(Has("one") && Has("few") && Has("many")))
        {
            read.Diagnostics.Add(Catalogue.IncompletePlural, key, Messages.IncompletePlural(name));
        }

        return forms.Count > 0 ? new LocalizedText(null, forms.DrainToImmutable()) : null;
    }

    private static string? Text(YamlValue value, ValueReader read)
    {
        if (value.Node is not { IsPlain: true, Text.Length: 0 })
        {
            return read.Human(value);
        }

        if (!read.IsCutByHash(value, FieldType.Text))
        {
            read.Diagnostics.Add(Catalogue.BlankValue, value.Key, Messages.StringBlank(value.Name));
        }

        return null;
    }
}
