using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;
using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>
/// The running text of HTML: emphasis, links, code, formulas from their TeX annotations, pictures as links to where they are.
/// </summary>
internal sealed class HtmlInlines(string? address, bool readsFormulas, bool keepsRelative, HtmlNotes footnotes, ImportNotes notes)
{
    private readonly Uri? _base = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;

    public IReadOnlyList<Inline> Of(INode parent) => Of(parent.ChildNodes);

    public IReadOnlyList<Inline> Of(IEnumerable<INode> nodes)
    {
        var items = new InlineList();
        foreach (var node in nodes)
        {
            Add(items, node);
        }

        return items.ToImmutable();
    }

    /// <summary>A frame or player becomes a link to what it shows.</summary>
    public IReadOnlyList<Inline> Embedded(IElement element)
    {
        var source =
            Resolved(element.GetAttribute("src") ?? element.GetAttribute("data") ?? element.QuerySelector("source")?.GetAttribute("src"));
        notes.Lost(source is null ? Messages.LostElement(element.LocalName) : Messages.ElementIsALink(element.LocalName, source));
        return source is null
            ? Of(element)
            : [new Inline.Link(source, element.GetAttribute("title") is { Length: > 0 } title ? [new Inline.Text(title)] : [])];
    }

    private void Add(InlineList items, INode node)
    {
        switch (node)
        {
            case IText text:
                Text(items, text.Data);
                break;
            case IElement element:
                Element(items, element);
                break;
        }
    }

    private void Text(InlineList items, string data)
    {
        var line =
            System.Text.RegularExpressions.Regex.Replace(data, @"\s+", " ", System.Text.RegularExpressions.RegexOptions.NonBacktracking);
        if (readsFormulas)
        {
            items.AddRange(TexReader.Read(line, TexDialect.Formulas, notes));
        }
        else
        {
            items.Add(line);
        }
    }

    private void Element(InlineList items, IElement element)
    {
        if (HtmlFormula.Of(element) is { } formula)
        {
            items.Add(formula);
            return;
        }

        switch (element.LocalName)
        {
            case "b" or "strong":
                Styled(items, element, TextStyle.Strong);
                break;
            case "i" or "em" or "cite" or "dfn" or "var":
                Styled(items, element, TextStyle.Emphasis);
                break;
            case "s" or "del" or "strike":
                Styled(items, element, TextStyle.Strikethrough);
                break;
            case "code" or "kbd" or "samp" or "tt":
                items.Add(new Inline.Code(element.TextContent));
                break;
            case "br":
                items.Add(new Inline.LineBreak());
                break;
            case "a":
                Link(items, element);
                break;
            case "img":
                Picture(items, element);
                break;
            case "sub" or "sup":
                Script(items, element);
                break;
            case "q":
                items.AddRange([new Inline.Text("“"), .. Of(element), new Inline.Text("”")]);
                break;
            case "input" when element.GetAttribute("type") == "checkbox":
                items.Add(new Inline.Verbatim(element.HasAttribute("checked") ? "[x] " : "[ ] "));
                break;
            default:
                Other(items, element);
                break;
        }
    }

    private void Other(InlineList items, IElement element)
    {
        switch (element.LocalName)
        {
            case "math":
                notes.Lost(Messages.FormulaWithoutTex);
                items.AddRange(Of(element));
                break;
            case "svg" or "button" or "select" or "textarea" or "script" or "canvas":
                notes.Lost(Messages.LostElement(element.LocalName));
                break;
            case "style" or "template" or "input" or "annotation" or "mjx-assistive-mml":
                break;
            case "iframe" or "video" or "audio" or "object" or "embed":
                items.AddRange(Embedded(element));
                break;
            default:
                var isBlock = HtmlNames.IsBlock(element);
                items.Add(isBlock && !items.EndsInSpace ? " " : "");
                items.AddRange(Of(element));
                items.Add(isBlock ? " " : "");
                break;
        }
    }

    private void Styled(InlineList items, IElement element, TextStyle style)
    {
        ImmutableArray<Inline> inner = [.. Of(element)];
        if (inner.Length > 0)
        {
            items.Add(new Inline.Styled(style, inner));
        }
    }

    private void Link(InlineList items, IElement element)
    {
        if (footnotes.Name(element) is { } note)
        {
            items.Add(new Inline.NoteMark(note));
            return;
        }

        if (footnotes.IsBackLink(element) || IsAnchor(element))
        {
            return;
        }

        ImmutableArray<Inline> inner = [.. Of(element)];
        if (element.GetAttribute("href") is not { Length: > 0 } written)
        {
            items.AddRange(inner);
        }
        else if (Resolved(written) is { } resolved)
        {
            // A picture that is a link is a link already.
            items.AddRange(inner is [Inline.Link only]
                ? [only]
                : inner is [Inline.Picture picture]
                ? [picture]
                : [new Inline.Link(resolved, inner)]);
        }
        else
        {
            notes.Lost(Messages.LostLink(written));
            items.AddRange(inner);
        }
    }

    /// <summary>The sign beside a heading by which readers copy its address.</summary>
    private static bool IsAnchor(IElement element) =>
        element.GetAttribute("href")?.Contains('#', StringComparison.Ordinal) == true
            && element.Closest("h1, h2, h3, h4, h5, h6") is not null && element.TextContent.Trim() is "" or "#" or "¶" or "§" or "🔗";

    private void Picture(InlineList items, IElement element)
    {
        var words = element.GetAttribute("alt") is { Length: > 0 } alt ? alt : element.GetAttribute("title") ?? "";
        if (keepsRelative && element.GetAttribute("src") is { Length: > 0 } path)
        {
            items.Add(new Inline.Picture(WebAddressText.Plain(path), words));
            return;
        }

        if (Resolved(element.GetAttribute("src")) is { } source)
        {
            notes.Lost(Messages.PictureIsALink(source));
            items.Add(new Inline.Link(source, words.Length > 0 ? [new Inline.Text(words)] : []));
        }
        else
        {
            notes.Lost(Messages.LostPicture(element.GetAttribute("src") ?? ""));
            items.Add(words);
        }
    }

    private void Script(InlineList items, IElement element)
    {
        var isUp = element.LocalName == "sup";
        var inner = Of(element);
        if (TextScripts.Of(element.TextContent, isUp) is { } plain && inner is [Inline.Text])
        {
            items.Add(plain);
        }
        else if (inner is [Inline.Text only] && !only.Value.AsSpan().ContainsAny('$', '\\', '`'))
        {
            var words = only.Value.Trim().Replace("{", "\\{", StringComparison.Ordinal)
                .Replace("}", "\\}", StringComparison.Ordinal);
            items.Add(new Inline.Formula($"{(isUp ? '^' : '_')}{{\\text{{{words}}}}}", false));
        }
        else
        {
            items.AddRange(inner);
        }
    }

    /// <summary>The address on the web; null for another scheme, or a relative one whose base is unknown.</summary>
    private string? Resolved(string? written)
    {
        written = written?.Trim() ?? "";
        if (written.Length == 0 || written.Length > 4_000)
        {
            return null;
        }

        if (written.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && written.Length > 7)
        {
            return WebAddressText.Plain(written);
        }

        if (WebAddressText.IsWhole(written, isTex: false))
        {
            return WebAddressText.Plain(written);
        }

        if (keepsRelative && !written.Contains(':', StringComparison.Ordinal))
        {
            return WebAddressText.Plain(written);
        }

        var isAbsolute = Uri.TryCreate(written, UriKind.Absolute, out var given) && given.Scheme is "http" or "https";
        var resolved = isAbsolute ? given : _base is not null && Uri.TryCreate(_base, written, out var relative)
            && relative.Scheme is "http" or "https" ? relative : null;
        return resolved is null ? null : WebAddressText.Plain(resolved.AbsoluteUri);
    }
}
