using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private void Link(LinkInline link)
    {
        if (_inLink)
        {
            Inlines(link);
            return;
        }

        var end = OpenLink(Address.Of(link.Url), link.Title, link);
        Inlines(link);
        CloseLink(end);
    }

    private void Autolink(AutolinkInline link)
    {
        // The parser leaves entities in these, unlike CommonMark.
        var text = link.Url.Contains('&', StringComparison.Ordinal) ? HtmlHelper.Unescape(link.Url, removeBackSlash: false) : link.Url;
        if (_inLink)
        {
            Text(text);
            return;
        }

        var end = OpenLink(Address.Of(link.IsEmail ? "mailto:" + text : text), null, link);
        Text(text);
        CloseLink(end);
    }

    /// <summary>Writes the opening tag, or its hole, or nothing, and returns what closes it.</summary>
    private LinkEnd OpenLink(Address address, string? title, Inline at)
    {
        switch (address.Kind)
        {
            case AddressKind.Active:
                _source.Report(
                    Catalogue.ActiveAddress, Place(at), at.Span.Length,
                    Messages.LinkDropped(address.Text));
                return LinkEnd.None;
            case AddressKind.External:
                _out.Html("<a href=\""u8);
                address.WriteTo(_out);
                _out.Html("\""u8);
                Title(title);
                _out.Html(">"u8);
                _inLink = true;
                return LinkEnd.Tag;
            default:
                _out.Hole(PieceKind.LinkOpen, _links.Count);
                _links.Add(new BodyLink(address.Text, IsImage: false, Attributes(title), _source.At(Place(at), at.Span.Length)));
                _inLink = true;
                return new LinkEnd(_links.Count - 1);
        }
    }

    private void CloseLink(LinkEnd end)
    {
        if (end == LinkEnd.Tag)
        {
            _out.Html("</a>"u8);
        }
        else if (end != LinkEnd.None)
        {
            _out.Hole(PieceKind.LinkClose, end.Index);
        }
        else
        {
            return;
        }

        _inLink = false;
    }

    /// <summary>A picture that is a separate paragraph: it leads to its full size, and its title is the caption.</summary>
    private void Figure(LeafBlock paragraph, LinkInline image)
    {
        if (Address.Of(image.Url).Kind != AddressKind.Internal)
        {
            Element("<p>"u8, paragraph, "</p>\n"u8);
            return;
        }

        _leaf = paragraph;
        Open("<figure>\n<a href=\""u8);
        _out.Hole(PieceKind.FileAddress, _links.Count);
        _out.Html("\">"u8);
        Image(image, captioned: true);
        _out.Html("</a>\n"u8);
        if (!string.IsNullOrEmpty(image.Title))
        {
            _out.Html("<figcaption>"u8);
            Text(image.Title);
            _out.Html("</figcaption>\n"u8);
        }

        _out.Html("</figure>\n"u8);
    }

    private void Image(LinkInline image, bool captioned = false)
    {
        var address = Address.Of(image.Url);
        var text = _plain.Of(image, images: true);
        if (address.Kind != AddressKind.Internal)
        {
            _source.Report(
                Catalogue.RemoteImage, Place(image), image.Span.Length,
                Messages.RemoteImage(address.Text));
            Text(text);
            return;
        }

        _out.Html("<img src=\""u8);
        _out.Hole(PieceKind.ImageAddress, _links.Count);
        _out.Html("\" alt=\""u8);
        _out.Text(text);
        _out.Html("\""u8);
        Title(captioned ? null : image.Title);
        _out.Html(" loading=\"lazy\">"u8);
        _links.Add(new BodyLink(address.Text, IsImage: true, "", _source.At(Place(image), image.Span.Length)));
    }

    /// <summary>
    /// The offset of a link, image or formula. Where half of a tab belongs to the indentation the parser goes on with another string and
    /// loses the place; then it is that of the paragraph.
    /// </summary>
    private int Place(Inline inline)
    {
        var (at, least) = (inline.Span.Start, _leaf?.Span.Start ?? 0);
        return at >= least && at < _source.Text.Length && _source.Text[at] is '[' or '!' or '<' or '$' ? at : least;
    }

    private void Title(string? title)
    {
        if (!string.IsNullOrEmpty(title))
        {
            _out.Html(" title=\""u8);
            _out.Text(title);
            _out.Html("\""u8);
        }
    }

    private static string Attributes(string? title)
    {
        if (string.IsNullOrEmpty(title))
        {
            return "";
        }

        var escaped = new PieceBuffer();
        escaped.Text(title);
        return $" title=\"{Encoding.UTF8.GetString(escaped.Take().Utf8)}\"";
    }

    /// <summary>An address as a message shows it: on one line, not too long.</summary>
    private static string Shown(string address) => address.Length <= 60 ? address : address[..60] + "…";

    /// <summary>What closes a link: nothing, a tag, or the hole with this index.</summary>
    private readonly record struct LinkEnd(int Index)
    {
        public static LinkEnd None => new(-1);

        public static LinkEnd Tag => new(-2);
    }
}
