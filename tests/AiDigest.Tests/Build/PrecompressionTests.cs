using System.Globalization;
using System.IO.Compression;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Compression;
using AiDigest.Core.Explain;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build;

/// <summary><c>build --precompress</c>: the copies are right, small, the same everywhere, and as exact as all other files.</summary>
public sealed class PrecompressionTests : IDisposable
{
    private readonly SampleSite _sample = new();

    private ScratchSite Site => _sample.Site;

    public PrecompressionTests() => Site.Precompress = true;

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Each_copy_holds_the_bytes_of_its_file_and_is_smaller()
    {
        _sample.Build();
        var copies = Copies();
        Assert.Contains("index.html.gz", copies);
        Assert.Contains("index.html.br", copies);
        Assert.Contains(copies, path => path.EndsWith(".css.br", StringComparison.Ordinal));
        foreach (var copy in copies)
        {
            var original = File.ReadAllBytes(Path.Combine(Site.Output, copy[..^3]));
            var packed = File.ReadAllBytes(Path.Combine(Site.Output, copy));
            Assert.InRange(packed.Length, 1, original.Length - 1);
            Assert.Equal(original, Unpack(packed, copy));
        }
    }

    [Fact]
    public void What_is_small_or_compressed_already_has_none()
    {
        var noise = new byte[4000];
        new Random(1).NextBytes(noise);
        Site.Add("content/static/tiny.txt", new string('a', 100)).Add("content/static/noise.txt", noise)
            .Add("content/static/text.txt", new string('a', 4000)).Settings("static: []\nurl: https://example.org/\n");
        _sample.Build();
        Assert.DoesNotContain(Copies(), path => path.StartsWith("tiny", StringComparison.Ordinal)
            || path.StartsWith("noise", StringComparison.Ordinal) || path.Contains("woff2", StringComparison.Ordinal)
            || path.Contains(".png", StringComparison.Ordinal));
        Assert.Contains("text.txt.gz", Copies());
        Assert.DoesNotContain("noise", Site.Read(Manifest.FileName).Replace("noise.txt\n", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Equal(0, _sample.Counts().Rendered);

        Site.Add("content/static/text.txt", noise).Add("content/static/noise.txt", new string('b', 4000));
        var (rendered, written, deleted) = _sample.Counts();
        Assert.Equal((4, 4, 2), (rendered, written, deleted));
        Assert.DoesNotContain("text.txt.gz", Copies());
        Assert.Contains("noise.txt.br", Copies());
    }

    [Fact]
    public void Switching_it_on_and_off_adds_and_removes_the_copies_alone()
    {
        Site.Precompress = false;
        _sample.Build();
        var plain = Site.Tree();
        Site.Precompress = true;
        var on = _sample.Build();
        Assert.Equal((Copies().Count, 0), (on.Written, on.Deleted));
        Site.Precompress = false;
        var off = _sample.Build();
        Assert.Equal((0, on.Written), (off.Written, off.Deleted));
        ScratchSite.AssertSame(plain, Site.Tree());
    }

    [Fact]
    public void An_edit_compresses_what_it_changed()
    {
        _sample.Build();
        var before = Site.Tree();
        _sample.Edit("content/papers/six.md", "Шестой.", "Шестой, с поправкой.");
        var (_, written, _) = _sample.Counts();
        var changed = Site.Tree().Where(file => file.Key != Manifest.FileName
                && !(before.TryGetValue(file.Key, out var bytes) && bytes.AsSpan().SequenceEqual(file.Value)))
            .Select(file => file.Key).ToList();
        Assert.Equal(changed.Count, written);
        Assert.Contains("papers/six/index.html.gz", changed);
        Assert.All(changed.Where(path => !IsCopy(path) && path.EndsWith(".html", StringComparison.Ordinal)),
            path => Assert.Contains(path + ".br", changed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("other bytes")]
    public void A_copy_that_is_gone_or_touched_is_made_again(string bytes)
    {
        _sample.Build();
        var path = Path.Combine(Site.Output, "index.html.gz");
        File.Delete(path);
        if (bytes.Length > 0)
        {
            File.WriteAllText(path, bytes);
        }

        Assert.Equal((1, 1, 0), _sample.Counts());
    }

    [Fact]
    public void A_file_of_the_owner_at_the_place_of_a_copy_stays()
    {
        Site.Add("content/static/data.txt", new string('a', 4000)).Add("content/static/data.txt.gz", [1, 2, 3]);
        _sample.Build();
        Assert.Equal([1, 2, 3], File.ReadAllBytes(Path.Combine(Site.Output, "data.txt.gz")));
        Assert.True(Site.Has("data.txt.br"));
    }

    [Fact]
    public void A_file_of_someone_else_at_the_place_of_a_copy_is_not_overwritten()
    {
        Directory.CreateDirectory(Site.Output);
        File.WriteAllText(Path.Combine(Site.Output, "index.html.gz"), "mine");
        Assert.True(Site.Build().Failed);
        Assert.Equal("mine", Site.Read("index.html.gz"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_edits_stay_exact(int seed)
    {
        _sample.Build();
        var edits = new RandomEdits(_sample, new Random(seed));
        for (var i = 0; i < 6; i++)
        {
            edits.Next();
            Site.Precompress = i % 4 != 2;
            if (_sample.Build().Failed)
            {
                edits.TakeBack();
                _sample.Build();
            }
        }
    }

    [Theory]
    [InlineData("index.html.gz")]
    [InlineData("/tags/rl/index.html.br")]
    [InlineData("site-output/feed.xml.gz")]
    public void Explain_tells_where_a_copy_comes_from(string address)
    {
        _sample.Build();
        ExplainResult Explain() => SiteExplainer.Explain(
            new BuildOptions(Site.Root, Site.Output, _sample.Now, 2), address, TestContext.Current.CancellationToken);
        var found = Explain().Found!;
        Assert.Equal("compressed copy", found.Subject);
        Assert.Contains(found.Sources, source => source.Path.StartsWith("content/papers/", StringComparison.Ordinal));
        Assert.Equal(RenderReason.Kept, found.Next.Reason);
        _sample.Edit("content/papers/one.md", "Первый.", "Первый!").Edit("content/papers/six.md", "Шестой.", "Шестой!");
        Assert.Equal((RenderReason.Changed, KeyParts.View), (Explain().Found!.Next.Reason, Explain().Found!.Next.Parts));
    }

    /// <summary>The bytes that decision 0080 found on x64 and arm64. Another runtime or processor that gives others fails here.</summary>
    [Fact]
    public void The_bytes_are_the_same_on_every_machine()
    {
        var text = new StringBuilder();
        var random = new Random(80);
        string[] words =
            ["диффузия", "модель", "attention", "кэш", "<p>", "</p>\n", "$x^2$", "ускорение", "https://arxiv.org/abs/"];
        for (var i = 0; i < 40_000; i++)
        {
            text.Append(words[random.Next(words.Length)]);
            text.Append(random.Next(3) == 0 ? random.Next(10_000).ToString("x4", CultureInfo.InvariantCulture) : " ");
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString());
        var gzip = Compressor.Compress(bytes, CompressionFormat.Gzip);
        var brotli = Compressor.Compress(bytes, CompressionFormat.Brotli);
        Assert.Equal(bytes, Unpack(gzip, ".gz"));
        Assert.Equal(bytes, Unpack(brotli, ".br"));
        Assert.Equal("5673e0c0889d370ebea5bcc75b389ff7", Digest.Of(gzip).ToString());
        Assert.Equal("b0ea494a6f9f694769ece138fbbf0f70", Digest.Of(brotli).ToString());
    }

    private static bool IsCopy(string path) =>
        path.EndsWith(".gz", StringComparison.Ordinal) || path.EndsWith(".br", StringComparison.Ordinal);

    private List<string> Copies() => [.. Site.Tree().Keys.Where(IsCopy)];

    private static byte[] Unpack(byte[] bytes, string name)
    {
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
