using AiDigest.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiDigest.Core.Content.Yaml;

/// <content>What of YAML is not part of the format.</content>
internal sealed partial class YamlTree
{
    private const int ManyKeys = 24;

    private YamlNode Named(YamlNode key)
    {
        if (key.Kind != YamlKind.Scalar || !Unprintable.IsIn(key.Text))
        {
            return key;
        }

        var text = _findings.Clean(key, "a key");
        return new YamlNode
        {
            Kind = key.Kind,
            Text = text,
            Style = key.Style,
            Line = key.Line,
            Column = key.Column,
            EndLine = key.EndLine,
            EndColumn = key.EndColumn
        };
    }

    private bool IsKey(YamlNode key, YamlNode value, List<YamlPair> pairs, ref Dictionary<string, YamlNode>? seen)
    {
        if (key.Kind != YamlKind.Scalar || key.Text.Length == 0)
        {
            if (key.Kind == YamlKind.Scalar)
            {
                // A blank key does not have its own place; the parser gives that of the token before.
                var colon = _findings.Source.Line(value.Line).IndexOf(':', StringComparison.Ordinal);
                _findings.Add(Catalogue.BadKey, value.Line, colon + 1, 1, Messages.BlankKey);
            }
            else if (key.Kind != YamlKind.Broken)
            {
                _findings.Add(Catalogue.BadKey, key, Messages.KeyIsNoText(key.Noun));
            }

            return false;
        }

        if (key.Text == "<<" && key.IsPlain)
        {
            _findings.Add(Catalogue.MergeKey, key, Messages.MergeKey);
            return false;
        }

        if (Same(key, pairs, ref seen) is { } earlier)
        {
            _findings.Add(
                Catalogue.DuplicateKey, key, Messages.KeyIsThereAgain(key.Text, earlier.Line));
            return false;
        }

        return true;
    }

    private static YamlNode? Same(YamlNode key, List<YamlPair> pairs, ref Dictionary<string, YamlNode>? seen)
    {
        if (pairs.Count < ManyKeys)
        {
            foreach (var pair in pairs)
            {
                if (pair.Key.Text == key.Text)
                {
                    return pair.Key;
                }
            }

            return null;
        }

        if (seen is null)
        {
            seen = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
            foreach (var pair in pairs)
            {
                seen.Add(pair.Key.Text, pair.Key);
            }
        }

        return seen.TryAdd(key.Text, key) ? null : seen[key.Text];
    }

    private void Forbid(NodeEvent node)
    {
        var scalar = node is Scalar { Style: ScalarStyle.Plain } && node.End.Line == node.Start.Line;
        var (rule, message) = node.Anchor.IsEmpty
            ? (Catalogue.YamlTag, Messages.YamlTag(scalar))
            : (Catalogue.AnchorOrAlias, Messages.YamlAnchor("&" + node.Anchor.Value, scalar));
        Forbid(rule, node, message, scalar);
    }

    private YamlNode Alias(AnchorAlias alias)
    {
        Forbid(Catalogue.AnchorOrAlias, alias,
            Messages.YamlAlias("*" + alias.Value.Value), true);
        return new YamlNode
        {
            Kind = YamlKind.Broken,
            Line = Line(alias.Start),
            Column = (int)alias.Start.Column,
            EndLine = Line(alias.End),
            EndColumn = (int)alias.End.Column
        };
    }

    private void Forbid(Rule rule, ParsingEvent at, Message message, bool fix)
    {
        var (line, column) = (Line(at.Start), (int)at.Start.Column);
        var written = _findings.Source.Line(line);
        var end = _flow > 0 ? (int)at.End.Column : written.Length + 1;
        _findings.Add(
            rule, line, column, at.End.Line == at.Start.Line ? (int)(at.End.Column - at.Start.Column) : 1, message,
            fix ? Quoting.Span(written, column, end) : null);
    }
}
