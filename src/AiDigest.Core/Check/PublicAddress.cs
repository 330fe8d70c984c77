using System.Net;
using System.Net.Sockets;

namespace AiDigest.Core.Check;

/// <summary>
/// Tells the addresses of the public internet from those of this machine and of private networks (the special-purpose registries of
/// IANA, RFC 6890). Anyone who proposes an entry could otherwise have the machine that checks it knock on doors that are open to it alone:
/// the metadata service of a cloud, a database on loopback, a router.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] Special4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"),
            IPNetwork.Parse("192.0.2.0/24"),
        IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("198.18.0.0/15"),
            IPNetwork.Parse("198.51.100.0/24"),
        IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
    ];

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] Special6 =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("3fff::/20")];
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Of an IPv6 address that carries one of IPv4 (mapped, translated, 6to4), the latter decides.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Array.Exists(Special4, network => network.Contains(address));
        }

        var bytes = address.GetAddressBytes();
        if (Translated.Contains(address))
        {
            return Is(new IPAddress(bytes.AsSpan(12, 4)));
        }

        return SixToFour.Contains(address)
            ? Is(new IPAddress(bytes.AsSpan(2, 4)))
            : Global6.Contains(address) && !Array.Exists(Special6, network => network.Contains(address));
    }
}
