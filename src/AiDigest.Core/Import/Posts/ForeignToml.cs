using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Tomlyn;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// TOML as plain values, from the syntax tree: every scalar is a text as written, and nothing is made by reflection, which compiling ahead
/// of time takes away. The one user of Tomlyn.
/// </summary>
internal static class ForeignToml
{
    /// <returns>Null, with the reason, where the TOML cannot be read.</returns>
    public static ExtraValue.Mapping? Read(string toml, out Message problem)
    {
        problem = Message.Empty;
        DocumentSyntax document;
        try
        {
            document = SyntaxParser.Parse(toml, "front matter", true);
        }
        catch (TomlException e)
        {
            // Nested too deep: that the parser throws, and does not report.
            problem = Messages.TomlUnreadable(e.Message.Split('.')[0]);
            return null;
        }

        if (document.HasErrors)
        {
            problem = Messages.TomlUnreadable(document.Diagnostics.First().Message);
            return null;
        }

        var members = ImmutableArray.CreateBuilder<KeyValuePair<string, ExtraValue>>();
        members.AddRange(document.KeyValues.Select(Pair));
        foreach (var table in document.Tables)
        {
            members.Add(KeyValuePair.Create(Name(table.Name), (ExtraValue)new ExtraValue.Mapping([.. table.Items.Select(Pair)])));
        }

        return new ExtraValue.Mapping(members.ToImmutable());
    }

    private static KeyValuePair<string, ExtraValue> Pair(KeyValueSyntax pair) => KeyValuePair.Create(Name(pair.Key), Value(pair.Value));

    private static string Name(KeySyntax? key) =>
        key is null ? "" : Part(key.Key) + string.Concat(key.DotKeys.Select(dotted => "." + Part(dotted.Key)));

    private static string Part(BareKeyOrStringValueSyntax? key) => key switch
    {
        StringValueSyntax quoted => quoted.Value ?? "",
        BareKeySyntax bare => bare.Key?.Text ?? "",
        _ => "",
    };

    private static ExtraValue Value(ValueSyntax? value) => value switch
    {
        StringValueSyntax text => new ExtraValue.Text(text.Value ?? ""),
        ArraySyntax array => new ExtraValue.Sequence([.. array.Items.Select(item => Value(item.Value))]),
        InlineTableSyntax table =>
            new ExtraValue.Mapping([.. table.Items.Where(item => item.KeyValue is not null).Select(item => Pair(item.KeyValue!))]),
        null => new ExtraValue.Null(),
        _ => new ExtraValue.Text(value.ToString()!.Trim()),
    };
}
