using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>Files that the tool left to itself, cut at every length and with flipped bits. The weekly run tries every length.</summary>
public sealed class DamageTests
{
    private const int Few = 6;

    [Theory]
    [InlineData("entries")]
    [InlineData("formulas")]
    [InlineData("minified")]
    [InlineData("search*")]
    [InlineData("output-*")]
    [InlineData("shown-*")]
    public void A_cut_or_flipped_cache_changes_no_byte(string which)
    {
        using var site = new FaultSite(entries: 3);
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        Assert.Equal(0, site.Build().Code);
        foreach (var file in Directory.GetFiles(Path.Combine(site.Root, ".aidigest"), which).Order(StringComparer.Ordinal))
        {
            var whole = File.ReadAllBytes(file);
            var isNew = false;
            foreach (var bytes in Damages(whole))
            {
                File.WriteAllBytes(file, bytes);
                isNew = !isNew;
                var (address, clean) = isNew ? (FaultSite.New, fresh) : (FaultSite.Old, old);
                var run = site.Build(address);
                Assert.Equal((0, ""), (run.Code, run.Error));
                ScratchSite.AssertSame(clean, site.Tree());
            }
        }
    }

    [Fact]
    public void A_cut_or_flipped_manifest_owns_no_stranger_and_loses_no_page()
    {
        using var site = new FaultSite(entries: 3);
        var clean = site.Clean(FaultSite.Old);
        Assert.Equal(0, site.Build().Code);
        var manifest = Path.Combine(site.Output, ".aidigest-manifest");
        var whole = File.ReadAllBytes(manifest);
        var strangers = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in clean.Keys.Where(path => path.Length > 3))
        {
            // What a cut line could be taken for.
            var name = path[..^1];
            if (!clean.Keys.Any(other => other == name || other.StartsWith(name + "/", StringComparison.Ordinal)))
            {
                site.Write("site-output/" + name, "mine");
                strangers[name] = File.ReadAllBytes(Path.Combine(site.Output, name));
            }
        }

        var cuts = Enumerable.Range(0, whole.Length).Where(length => SlowRun.IsOn || length % 97 == 0).Select(length => whole[..length]);
        foreach (var bytes in cuts)
        {
            File.WriteAllBytes(manifest, bytes);
            Directory.Delete(Path.Combine(site.Root, ".aidigest"), recursive: true);
            var run = site.Build();
            Assert.Equal((0, ""), (run.Code, run.Error));
            ScratchSite.AssertSame(With(clean, strangers), site.Tree());
        }

        // A flipped bit may name a stranger's file, as a line written on purpose may; a page of this build it cannot lose.
        foreach (var bytes in Flips(whole))
        {
            File.WriteAllBytes(manifest, bytes);
            var run = site.Build();
            Assert.Equal((0, ""), (run.Code, run.Error));
            var tree = site.Tree();
            foreach (var path in tree.Keys.Where(strangers.ContainsKey).ToList())
            {
                tree.Remove(path);
            }

            ScratchSite.AssertSame(clean, tree);
        }
    }

    /// <summary>A manifest that lost lines, and a site that changes: nothing is written over what may be somebody else's.</summary>
    [Fact]
    public void Over_a_cut_manifest_a_changed_site_is_refused_or_whole()
    {
        using var site = new FaultSite(entries: 3);
        var (old, fresh) = (site.Clean(FaultSite.Old), site.Clean(FaultSite.New));
        var manifest = old[".aidigest-manifest"];
        for (var length = 0; length < manifest.Length; length += SlowRun.IsOn ? 1 : 257)
        {
            Directory.Delete(site.Output, recursive: Directory.Exists(site.Output) || MakeOutput(site));
            Assert.Equal(0, site.Build().Code);
            File.WriteAllBytes(Path.Combine(site.Output, ".aidigest-manifest"), manifest[..length]);
            var run = site.Build(FaultSite.New);
            if (run.Code == 0)
            {
                ScratchSite.AssertSame(fresh, site.Tree());
                continue;
            }

            Assert.Equal(1, run.Code);
            Assert.Contains("AD0701", run.Error, StringComparison.Ordinal);
            site.AssertWhole(old);
        }
    }

    private static bool MakeOutput(FaultSite site) => Directory.CreateDirectory(site.Output).Exists;

    private static IEnumerable<byte[]> Damages(byte[] whole)
    {
        var step = SlowRun.IsOn ? Math.Max(1, whole.Length / 2000) : Math.Max(1, whole.Length / Few);
        for (var length = 0; length < whole.Length; length += step)
        {
            yield return whole[..length];
        }

        foreach (var flipped in Flips(whole))
        {
            yield return flipped;
        }

        yield return [.. whole, 0];
        yield return [.. whole, .. whole];
        yield return new byte[whole.Length];
    }

    private static IEnumerable<byte[]> Flips(byte[] whole)
    {
        var random = new Random(whole.Length);
        for (var i = 0; i < (SlowRun.IsOn ? 1000 : Few); i++)
        {
            var bytes = whole.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            yield return bytes;
        }
    }

    private static SortedDictionary<string, byte[]> With(SortedDictionary<string, byte[]> one, SortedDictionary<string, byte[]> other)
    {
        var both = new SortedDictionary<string, byte[]>(one, StringComparer.Ordinal);
        foreach (var (path, bytes) in other)
        {
            both[path] = bytes;
        }

        return both;
    }
}
