using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Sites;

/// <summary>
/// Golden sites: <c>Sites/valid/NAME/content</c> is built, and every byte and the list of files are compared with <c>expected</c>.
/// Sites take the plain theme, which prints every field that templates see and nothing else, so that the look may change freely;
/// the files of the default theme's assets are not kept, since their addresses are the hashes of their bytes.
/// AIDIGEST_UPDATE_EXPECTED=1 rewrites what is expected; read the difference before it is committed.
/// </summary>
public partial class ValidSiteTests
{
    private static readonly string Folder = Checkout.PathOf("tests/AiDigest.Tests/Sites");

    [Theory]
    [InlineData("empty")]
    [InlineData("minimal")]
    [InlineData("full")]
    [InlineData("english")]
    [InlineData("outputs-off")]
    [InlineData("default-theme")]
    public void A_site_is_built_to_the_byte(string name)
    {
        using var site = Copy(name);
        site.BuildFine();
        var tree = Kept(site.Tree(), ownTheme: name != "default-theme");
        var expected = Path.Combine(Folder, "valid", name, "expected");
        if (ExpectedText.IsUpdating)
        {
            ExpectedText.RefuseInCi();
            Rewrite(expected, tree);
            return;
        }

        ScratchSite.AssertSame(ScratchSite.Tree(expected), tree);
    }

    [Fact]
    public void Every_golden_site_is_tested()
    {
        var named = typeof(ValidSiteTests).GetMethod(nameof(A_site_is_built_to_the_byte))!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Select(data => (string)((InlineDataAttribute)data).Data[0]!);
        Assert.Equal(
            Directory.EnumerateDirectories(Path.Combine(Folder, "valid")).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            named.Order(StringComparer.Ordinal));
    }

    /// <summary>A copy of a golden site, with the plain theme unless it is about the default one.</summary>
    internal static ScratchSite Copy(string name, bool plainTheme = true)
    {
        var site = new ScratchSite();
        CopyFolder(Path.Combine(Folder, "valid", name, "content"), Path.Combine(site.Root, "content"));
        var own = Path.Combine(Folder, "valid", name, "templates");
        CopyFolder(own, Path.Combine(site.Root, "templates"));
        if (plainTheme && name != "default-theme" && !Directory.Exists(own))
        {
            CopyFolder(Path.Combine(Folder, "plain-theme"), Path.Combine(site.Root, "templates"));
        }

        return site;
    }

    private static void CopyFolder(string from, string to)
    {
        foreach (var (path, bytes) in ScratchSite.Tree(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.WriteAllBytes(Path.Combine(to, path), bytes);
        }
    }

    private static SortedDictionary<string, byte[]> Kept(SortedDictionary<string, byte[]> tree, bool ownTheme)
    {
        var theme = ThemeFile.Default.Keys.Where(name => name.StartsWith("assets/", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        bool IsOfTheme(string path) => theme.Contains(Fingerprint().Replace(path, ".$1"));
        var kept = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (path, bytes) in tree.Where(file => !IsOfTheme(file.Key)))
        {
            kept.Add(path, bytes);
        }

        if (ownTheme)
        {
            var lines = Encoding.UTF8.GetString(kept[".aidigest-manifest"]).Split('\n').Where(line => !IsOfTheme(line));
            kept[".aidigest-manifest"] = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        }

        return kept;
    }

    private static void Rewrite(string expected, SortedDictionary<string, byte[]> tree)
    {
        if (Directory.Exists(expected))
        {
            Directory.Delete(expected, recursive: true);
        }

        foreach (var (path, bytes) in tree)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(expected, path))!);
            File.WriteAllBytes(Path.Combine(expected, path), bytes);
        }
    }

    [GeneratedRegex(@"\.[0-9a-f]{8}\.([a-z0-9]+)$")]
    private static partial Regex Fingerprint();
}
