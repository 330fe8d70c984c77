using System.Buffers;
using System.Text;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Links;

/// <summary>
/// The one place that makes addresses. A <i>path</i> is an output's file (<c>tags/rl/index.html</c>); an <i>address</i> is what the
/// host serves it under, without the leading slash (<c>tags/rl/</c>). The sub-path of the site is in front of every address
/// and is no folder of the output.
/// </summary>
public sealed class Addresses
{
    /// <summary>What is in a path as it is.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._");

    /// <param name="siteUrl">The <c>url</c> of the settings, from which ids are made: they never change with the place of
    /// publication.</param>
    /// <param name="publishedAt">Where this build is published; the same, or <c>--base-url</c>.</param>
    public Addresses(string siteUrl, string publishedAt)
    {
        IdBase = WithSlash(PercentEncoding.OfAddress(siteUrl));
        AbsoluteBase = WithSlash(PercentEncoding.OfAddress(publishedAt));
        BasePath = PathIn(AbsoluteBase);
    }

    /// <summary>Begins every id of a feed: <c>https://user.github.io/digest/</c>.</summary>
    public string IdBase { get; }

    /// <summary>Begins every absolute address.</summary>
    public string AbsoluteBase { get; }

    /// <summary>Begins every address within the site: <c>/</c> or <c>/digest/</c>.</summary>
    public string BasePath { get; }

    public string Local(string address) => BasePath + Escape(address);

    public string Absolute(string address) => AbsoluteBase + Escape(address);

    public string Id(string address) => IdBase + Escape(address);

    /// <summary>The file that serves an address: <c>index.html</c> in its folder, or itself.</summary>
    public static string PathOf(string address) => address.Length == 0 || address[^1] == '/' ? address + "index.html" : address;

    /// <summary>The address that a file is served under.</summary>
    public static string AddressOf(string path) =>
        WithoutIndex(path) is var address && address.Length == path.Length ? path : address.ToString();

    /// <summary>The order of the addresses of two files.</summary>
    public static int CompareAddresses(string path, string other) => WithoutIndex(path).SequenceCompareTo(WithoutIndex(other));

    private static ReadOnlySpan<char> WithoutIndex(string path) =>
        path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? path.AsSpan(..^"index.html".Length) : path;

    /// <summary>What comes after the host. <see cref="Uri"/> would decode some of it.</summary>
    private static string PathIn(string address) =>
        address[address.IndexOf('/', address.IndexOf("//", StringComparison.Ordinal) + 2)..];

    private static string WithSlash(string url) => url.EndsWith('/') ? url : url + "/";

    /// <summary>Percent-encodes what RFC 3986 does not allow in a path.</summary>
    private static string Escape(string address)
    {
        if (!address.AsSpan().ContainsAnyExcept(Plain))
        {
            return address;
        }

        var text = new StringBuilder(address.Length * 2);
        foreach (var part in address.Split('/'))
        {
            text.Append(text.Length > 0 || part.Length == 0 ? "/" : "").Append(Uri.EscapeDataString(part));
        }

        return text.ToString();
    }
}
