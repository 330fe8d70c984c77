using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

public class MinifiedCacheTests
{
    private static readonly Digest Tool = Digest.Of("tool");

    [Fact]
    public void Texts_come_back_as_they_were()
    {
        KeyValuePair<(string Text, bool IsScript), string>[] texts =
            [KeyValuePair.Create(("a  = 'é'", true), "a='é'"), KeyValuePair.Create(("a { }", false), ""),
                KeyValuePair.Create(("a { }", true), "x")];
        var bytes = MinifiedCache.Format(texts, TestKey.Value, Tool).ToArray();
        var all = MinifiedCache.Load(bytes, TestKey.Value, Tool);
        Assert.All(texts, text => Assert.Equal(text.Value, all.Find(text.Key.Text, text.Key.IsScript)));
        Assert.Null(all.Find("a  = 'é'", isScript: false));
        Assert.Null(MinifiedCache.Load(bytes, TestKey.Value, Digest.Of("another tool")).Find("a { }", isScript: true));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Null(MinifiedCache.Load(bytes.AsMemory(..length), TestKey.Value, Tool).Find("a { }", isScript: true));
        }
    }

    /// <summary>The note is written with a new text, and names what the theme has now.</summary>
    [Fact]
    public void A_build_notes_what_it_minified_and_nothing_else()
    {
        using var site = new SampleSite();
        site.Build();
        var file = Path.Combine(site.Site.Root, ".aidigest", "minified");
        var first = File.ReadAllBytes(file);
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        site.Edit("content/papers/one.md", "Первый", "Первейший");
        site.Build();
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
        site.Site.Add("templates/assets/style.css", "a  { color: red }");
        site.Build();
        Assert.NotEqual(first, File.ReadAllBytes(file));
        File.Delete(Path.Combine(site.Site.Root, "templates", "assets", "style.css"));
        site.Build();
        Assert.Equal(first.Order(), File.ReadAllBytes(file).Order());
    }
}
