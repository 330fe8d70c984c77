using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Rendering;

/// <summary>What fills the holes of bodies on one page.</summary>
/// <param name="Level">Of a body's topmost headings.</param>
/// <param name="Absolute">Addresses with scheme and host, for feeds.</param>
internal readonly record struct BodyPlace(int Level, bool Absolute);

/// <summary>Writes a rendered body with its holes filled: copies of UTF-8, nothing is rendered again.</summary>
internal static class BodyFiller
{
    public static void Write(PlacedBody use, BodyPlace place, Addresses addresses, Utf8Output output)
    {
        var body = use.Body;
        var utf8 = output.HtmlOf(body);
        foreach (var piece in body.Pieces)
        {
            switch (piece.Kind)
            {
                case PieceKind.Html:
                    output.Write(utf8.Slice(piece.Value, piece.Length));
                    break;
                case PieceKind.IdPrefix:
                    output.Write(use.Slug);
                    output.Write("--"u8);
                    break;
                case PieceKind.SelfAddress:
                    output.Write(place.Absolute ? addresses.Absolute(use.Address) : "");
                    break;
                case PieceKind.HeadingLevel:
                    output.Write([(byte)('0' + Math.Min(6, place.Level + piece.Value))]);
                    break;
                case PieceKind.LinkOpen when Leads(use.Links[piece.Value]):
                    output.Write("<a href=\""u8);
                    output.Write(Address(use, use.Links[piece.Value], place, addresses));
                    output.Write("\""u8);
                    output.Write(body.Links[piece.Value].Attributes);
                    output.Write(">"u8);
                    break;
                case PieceKind.LinkClose when Leads(use.Links[piece.Value]):
                    output.Write("</a>"u8);
                    break;
                case PieceKind.FileAddress:
                    output.Write(Address(use, use.Links[piece.Value], place, addresses));
                    break;
                case PieceKind.ImageAddress:
                    output.Write(Address(use, use.Links[piece.Value], place, addresses));
                    if (use.Links[piece.Value].Size is { } size)
                    {
                        output.Write(FormattableString.Invariant($"\" width=\"{size.Width}\" height=\"{size.Height}"));
                    }

                    break;
            }
        }
    }

    private static bool Leads(ResolvedLink link) => link.Address is not null;

    private static string Address(PlacedBody use, ResolvedLink link, BodyPlace place, Addresses addresses)
    {
        var fragment = link.Fragment is { } id ? "#" + Uri.EscapeDataString(id) : "";
        if (link is { IsSelf: true, Query: null } && !place.Absolute && fragment.Length > 0)
        {
            return fragment;
        }

        var address = link.IsSelf ? use.Address : link.Address ?? "";
        return Escape((place.Absolute ? addresses.Absolute(address) : addresses.Local(address)) + PercentEncoding.Of(link.Query ?? "")
            + fragment);
    }

    private static string Escape(string address) => address.Contains('&', StringComparison.Ordinal)
        ? new StringBuilder(address).Replace("&", "&amp;").ToString()
        : address;
}
