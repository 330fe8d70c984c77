using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>The Markdown under a key of a YAML file, with the way back to its lines.</summary>
internal static class BodyText
{
    /// <param name="draft">It may have no text yet.</param>
    public static BodySource Of(YamlValue value, ValueReader read, bool draft)
    {
        var node = value.Node;
        if (node.Kind == YamlKind.Scalar && node.Style == YamlStyle.Literal)
        {
            return Literal(value, read, draft);
        }

        var text = node.IsBlank ? "" : read.Human(value);
        if (node.IsBlank)
        {
            Blank(value, read, draft);
        }

        return new BodySource(read.Source, text ?? "", node.Line, node.Column - 1, LineByLine: false);
    }

    private static BodySource Literal(YamlValue value, ValueReader read, bool draft)
    {
        var node = value.Node;
        if (node.IsBlank)
        {
            Blank(value, read, draft);
        }

        var first = node.Line + 1;
        var indent = Indent(node.Text, first, read.Source);
        var text = Unprintable.IsIn(node.Text) ? Restored(node.Text, first, indent, read.Source) : node.Text;
        return new BodySource(read.Source, text, first, indent);
    }

    private static void Blank(YamlValue value, ValueReader read, bool draft)
    {
        var hash = read.IsCutByHash(value, FieldType.Text);
        if (!hash)
        {
            read.Diagnostics.Add(
                draft ? Catalogue.DraftWithoutText : Catalogue.BlankBody, value.Key, Messages.BodyBlank);
        }
    }

    /// <summary>How many columns of the file come before each line, told by the first line that is not blank.</summary>
    private static int Indent(string text, int first, SourceText source)
    {
        var line = first;
        var start = 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            length = length < 0 ? text.Length - start : length;
            if (length > 0)
            {
                return Math.Max(0, source.Line(line).Length - length);
            }

            start += length + 1;
            line++;
        }

        return 0;
    }

    /// <summary>
    /// Characters that were hidden from YAML come back, because those of a body are the Markdown's to report, at their place.
    /// </summary>
    private static string Restored(string text, int first, int indent, SourceText source)
    {
        var restored = text.ToCharArray();
        var (line, start) = (first, 0);
        for (var i = 0; i < restored.Length; i++)
        {
            if (restored[i] == '\n')
            {
                (line, start) = (line + 1, i + 1);
            }
            else if (restored[i] is Unprintable.Removed or Unprintable.Space)
            {
                var at = source.LineStart(line) + indent + i - start;
                restored[i] = at < source.Text.Length && source.Text[at] is not ('\n' or '\r') ? source.Text[at] : ' ';
            }
        }

        return new string(restored);
    }
}
