using AiDigest.Core.Build.Cache;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>A cache that is lost, cut or damaged costs time and nothing else.</summary>
public sealed class DamagedCacheTests : IDisposable
{
    private readonly SampleSite _site = new();

    public void Dispose() => _site.Dispose();

    private string Folder => Path.Combine(_site.Site.Root, ".aidigest");

    [Fact]
    public void No_cache_is_written_where_none_is_wanted()
    {
        _site.Site.BuildFine(noCache: true);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void A_file_in_place_of_the_folder_is_no_failure()
    {
        File.WriteAllText(Folder, "");
        Assert.False(_site.Build().Failed);
        Assert.False(_site.Build().Failed);
    }

    [Theory]
    [InlineData("entries")]
    [InlineData("formulas")]
    [InlineData("minified")]
    [InlineData("output-*")]
    [InlineData("shown-*")]
    [InlineData("*")]
    public void Lost(string which)
    {
        _site.Build();
        foreach (var file in Directory.GetFiles(Folder, which))
        {
            File.Delete(file);
        }

        _site.Edit("content/papers/one.md", "Первый", "Первейший");
        Assert.False(_site.Build().Failed);
    }

    [Theory]
    [InlineData("entries")]
    [InlineData("formulas")]
    [InlineData("minified")]
    [InlineData("output-*")]
    [InlineData("shown-*")]
    public void Cut_and_flipped(string which)
    {
        _site.Build();
        var file = Directory.GetFiles(Folder, which).Single(name => !name.EndsWith(".before", StringComparison.Ordinal));
        var whole = File.ReadAllBytes(file);
        var random = new Random(5);
        for (var i = 0; i < 8; i++)
        {
            var bytes = i % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            if (i % 2 == 1)
            {
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(file, bytes);
            _site.Edit("content/papers/one.md", i == 0 ? "Первый" : $"Первый{i - 1}", $"Первый{i}");
            Assert.False(_site.Build().Failed);
        }
    }

    [Fact]
    public void Every_cut_of_a_note_is_known()
    {
        _site.Build();
        var whole = File.ReadAllBytes(Directory.GetFiles(Folder, "output-*").Single());
        Assert.NotNull(LastBuildCodec.Parse(whole, TestKey.OfUser));
        for (var length = 0; length < whole.Length; length += 97)
        {
            Assert.Null(LastBuildCodec.Parse(whole.AsMemory(0, length), TestKey.OfUser));
        }
    }

    [Fact]
    public void Another_version_is_not_read()
    {
        _site.Build();
        var whole = File.ReadAllBytes(Directory.GetFiles(Folder, "output-*").Single());
        whole["AIDIGEST-OUTPUTS".Length]++;
        Assert.Null(LastBuildCodec.Parse(whole, TestKey.OfUser));
    }

    [Fact]
    public void A_damaged_note_of_what_was_shown_explains_nothing_and_breaks_nothing()
    {
        _site.Build();
        var whole = File.ReadAllBytes(Directory.GetFiles(Folder, "shown-*").Single());
        var shown = PageContentsSnapshot.Parse(whole, TestKey.OfUser)!;
        Assert.NotEmpty(shown.At("tags/rl/index.html")!.Value.Items);
        for (var length = 0; length < whole.Length; length += 41)
        {
            Assert.Null(PageContentsSnapshot.Parse(whole.AsMemory(0, length), TestKey.OfUser));
        }
    }

    [Fact]
    public void A_note_comes_back_as_it_was_written()
    {
        _site.Build();
        var whole = File.ReadAllBytes(Directory.GetFiles(Folder, "output-*").Single());
        Assert.Equal(whole, LastBuildCodec.Format(LastBuildCodec.Parse(whole, TestKey.OfUser)!, TestKey.OfUser));
    }
}
