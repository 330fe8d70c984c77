using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiDigest.Core.Content.Yaml;

/// <summary>Where and why the YAML could not be read further.</summary>
internal readonly record struct YamlFault(int Line, int Column, int EndLine, Message Message);

/// <param name="Root">Null where the document is empty or was not read to its end.</param>
internal readonly record struct YamlOutcome(YamlNode? Root, YamlFault? Fault, DiagnosticBag Diagnostics);

/// <summary>
/// Reads the events of YAML into nodes, holding the subset of the format: one document, no anchors, aliases, tags or merge
/// keys, each key once. It uses the event parser alone; the deserializer works by reflection, which compiling ahead of time
/// takes away. Whatever the parser throws ends as a fault with a place inside the file.
/// </summary>
internal sealed partial class YamlTree
{
    private readonly Parser _parser;
    private readonly Scanner _scanner;
    private readonly DiagnosticBag _findings;
    private readonly int _linesBefore;
    private readonly int _nesting;
    private int _flow;
    private bool _stopped;

    private YamlTree(Scanner scanner, DiagnosticBag findings, int linesBefore, int nesting)
    {
        (_scanner, _findings, _linesBefore, _nesting) = (scanner, findings, linesBefore, nesting);
        _parser = new Parser(scanner);
    }

    public static YamlOutcome Read(SourceText source, in YamlText text, int nesting)
    {
        var findings = new DiagnosticBag(source);
        using var reader = new SubstringReader(text);
        var tree = new YamlTree(new Scanner(reader), findings, text.LinesBefore, nesting);
        try
        {
            var root = tree.Document();
            return new YamlOutcome(root, null, findings);
        }
        catch (UnreadableException e)
        {
            return new YamlOutcome(null, tree.Fault(e.InnerException!), findings);
        }
    }

    private YamlFault Fault(Exception e)
    {
        // Some mistakes come without a place, or with the place of the whole file: then the last thing read is near.
        var (start, end) = e is YamlException yaml && (yaml.Start.Index > 0 || yaml.End.Index > 0)
            ? (yaml.Start, yaml.End)
            : e is SyntaxErrorException ? (_scanner.CurrentPosition, _scanner.CurrentPosition)
            : (_parser.Current?.End ?? Mark.Empty, _parser.Current?.End ?? Mark.Empty);
        return new YamlFault(
            Line(start), (int)start.Column, Line(end), Problem(e));
    }

    private static Message Problem(Exception failure)
    {
        if (failure is not YamlException)
        {
            return Messages.BrokenBrackets;
        }

        var reason = failure.Message.TrimEnd('.');
        return reason.Length > 0 ? Messages.YamlUnreadable(char.ToLowerInvariant(reason[0]) + reason[1..]) : Messages.BrokenText;
    }

    private int Line(in Mark mark) => (int)mark.Line + _linesBefore;

    private YamlNode? Document()
    {
        YamlNode? root = null;
        var documents = 0;
        while (!_stopped && MoveNext())
        {
            switch (_parser.Current)
            {
                case DocumentStart when ++documents > 1:
                    var at = _parser.Current.Start;
                    _findings.Add(
                        Catalogue.SeveralDocuments, Line(at), (int)at.Column, 3, Messages.SecondDocument);
                    return root;
                case NodeEvent node:
                    root = Node(node, 1);
                    break;
            }
        }

        return _stopped ? null : root;
    }

    private ParsingEvent Next() => MoveNext() ? _parser.Current! : throw new UnreadableException(new InvalidOperationException());

    /// <summary>Asks the library for the next event. On broken brackets and tabs it throws more than its own exceptions.</summary>
    private bool MoveNext()
    {
        try
        {
            return _parser.MoveNext();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new UnreadableException(e);
        }
    }

    private YamlNode Node(ParsingEvent current, int depth)
    {
        if (current is NodeEvent node && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
        {
            Forbid(node);
        }

        return current switch
        {
            Scalar scalar => Leaf(scalar),
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            AnchorAlias alias => Alias(alias),
            _ => throw new UnreadableException(new InvalidOperationException()),
        };
    }

    private YamlNode Leaf(Scalar scalar) => new()
    {
        Kind = scalar.Tag.IsEmpty && scalar.Anchor.IsEmpty ? YamlKind.Scalar : YamlKind.Broken,
        Text = scalar.Value,
        Style = scalar.Style switch
        {
            ScalarStyle.SingleQuoted => YamlStyle.SingleQuoted,
            ScalarStyle.DoubleQuoted => YamlStyle.DoubleQuoted,
            ScalarStyle.Literal => YamlStyle.Literal,
            ScalarStyle.Folded => YamlStyle.Folded,
            _ => YamlStyle.Plain,
        },
        Line = Line(scalar.Start),
        Column = (int)scalar.Start.Column,
        EndLine = Line(scalar.End),
        EndColumn = (int)scalar.End.Column,
    };

    private YamlNode Sequence(SequenceStart start, int depth)
    {
        var flow = start.Style == SequenceStyle.Flow;
        var node =
            new YamlNode { Kind = YamlKind.Sequence, Flow = flow, Line = Line(start.Start), Column = (int)start.Start.Column, Items = [] };
        Enter(node, depth);
        _flow += flow ? 1 : 0;
        while (!_stopped && Next() is var next && next is not SequenceEnd)
        {
            node.Items.Add(Node(next, depth + 1));
        }

        _flow -= flow ? 1 : 0;
        Close(node, flow);
        return node;
    }

    private YamlNode Mapping(MappingStart start, int depth)
    {
        var flow = start.Style == MappingStyle.Flow;
        var pairs = new List<YamlPair>();
        YamlNode? first = null;
        Dictionary<string, YamlNode>? seen = null;
        Enter(new YamlNode { Kind = YamlKind.Mapping, Line = Line(start.Start), Column = (int)start.Start.Column }, depth);
        _flow += flow ? 1 : 0;
        while (!_stopped && Next() is var next && next is not MappingEnd)
        {
            var key = Named(Node(next, depth + 1));
            first ??= key;
            if (_stopped)
            {
                break;
            }

            var value = Node(Next(), depth + 1);
            if (IsKey(key, value, pairs, ref seen))
            {
                pairs.Add(new YamlPair(key, value));
            }
        }

        _flow -= flow ? 1 : 0;

        // A lone pair in brackets, [a: b], is a mapping for which the parser knows no place but that of its key.
        var braced = flow && (first is null || start.Start.Index > 0);
        var node = new YamlNode
        {
            Kind = YamlKind.Mapping,
            Flow = flow,
            Line = braced ? Line(start.Start) : first?.Line ?? Line(start.Start),
            Column = braced ? (int)start.Start.Column : first?.Column ?? (int)start.Start.Column,
            Pairs = pairs,
        };
        Close(node, braced);
        if (!braced && pairs.Count > 0)
        {
            // The end of a block is the first thing behind it, however far below.
            (node.EndLine, node.EndColumn) = (pairs[^1].Value.EndLine, pairs[^1].Value.EndColumn);
        }

        return node;
    }

    private void Enter(YamlNode node, int depth)
    {
        if (depth > _nesting && !_stopped)
        {
            _stopped = true;
            _findings.Add(Catalogue.TooDeep, node.Line, node.Column, 1, Messages.NestedYaml(_nesting));
        }
    }

    private void Close(YamlNode node, bool bracket)
    {
        var end = _parser.Current!.End;
        (node.EndLine, node.EndColumn) = (Line(end), (int)end.Column + (bracket ? 1 : 0));
    }

    /// <summary>The library cannot read on.</summary>
    private sealed class UnreadableException(Exception cause) : Exception(cause.Message, cause);
}
