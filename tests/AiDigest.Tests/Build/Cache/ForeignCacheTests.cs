using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.FileSystem;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>A cache that comes with a checkout is not believed, whatever it holds and however well it is sealed by another user.</summary>
public sealed class ForeignCacheTests : IDisposable
{
    private const string Plain = "Безобидный текст.";
    private const string Formula = "<mi>x</mi>";

    private readonly ScratchSite _site = new();
    private readonly TempFolder _author = new();
    private readonly TempFolder _reader = new();

    public ForeignCacheTests() => _site.Add("templates/assets/own.css", "p { color: red }\n")
        .AddPaper("a", "2026-11-10", "t", body: Plain).AddPaper("b", "2026-11-11", "t", body: Plain + " $x$");

    public void Dispose()
    {
        _site.Dispose();
        _author.Dispose();
        _reader.Dispose();
    }

    [Theory]
    [InlineData("entries")]
    [InlineData("formulas")]
    [InlineData("minified")]
    [InlineData("output-*")]
    [InlineData("shown-*")]
    [InlineData("*")]
    public void What_another_user_sealed_reaches_no_page(string which)
    {
        Build(_author);
        var files = Directory.GetFiles(Folder, which);
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Forge(file, KeyOf(_author));
        }

        foreach (var file in Directory.GetFiles(Folder).Except(files))
        {
            File.Delete(file);
        }

        Directory.Delete(_site.Output, recursive: true);
        var report = Build(_reader);
        Assert.True(report.CacheIgnored);
        Assert.Equal(2, report.Parsed);
        AssertHarmless();
        Assert.False(Build(_reader).CacheIgnored);
    }

    [Fact]
    public void A_committed_site_with_its_cache_is_made_again()
    {
        Build(_author);
        File.WriteAllText(Path.Combine(_site.Output, "papers/a/index.html"), "<script>alert(1)</script>");
        foreach (var file in Directory.GetFiles(Folder, "output-*"))
        {
            // The note says that the file is as the build left it.
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(1));
        }

        var report = Build(_reader);
        Assert.Equal((true, 0), (report.CacheIgnored, report.Kept));
        AssertHarmless();
    }

    [Fact]
    public void What_this_user_sealed_is_believed()
    {
        Build(_reader);
        var again = Build(_reader);
        Assert.Equal((false, 0, 0), (again.CacheIgnored, again.Parsed, again.Rendered));
    }

    [Fact]
    public void The_secret_is_made_once_and_only_its_owner_may_read_it()
    {
        Build(_reader);
        var file = new FileInfo(_reader.At("aidigest/seal.key"));
        var bytes = File.ReadAllBytes(file.FullName);
        Assert.Equal(SealKey.Size, bytes.Length);
        Assert.Single(Directory.GetFileSystemEntries(_reader.At("aidigest")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode);
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_reader.At("aidigest")));
            File.SetUnixFileMode(file.FullName, file.UnixFileMode | UnixFileMode.OtherRead);
        }

        Build(_reader);
        Assert.Equal(bytes, File.ReadAllBytes(file.FullName));
        file.Refresh();
        Assert.True(OperatingSystem.IsWindows() || !file.UnixFileMode.HasFlag(UnixFileMode.OtherRead));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    public void A_damaged_secret_is_replaced(string text)
    {
        _reader.Write("aidigest/seal.key", text);
        Build(_reader);
        Assert.Equal(0, Build(_reader).Rendered);
    }

    [Fact]
    public void A_secret_that_the_checkout_brings_is_none()
    {
        Build(_author);
        var committed = Path.Combine(_site.Root, ".cache", "aidigest");
        Directory.CreateDirectory(committed);
        File.Copy(_author.At("aidigest/seal.key"), Path.Combine(committed, "seal.key"));
        var report = Build(committed);
        Assert.Equal((true, 2), (report.CacheIgnored, report.Parsed));
        Directory.CreateDirectory(_reader.At("aidigest"));
        File.CreateSymbolicLink(_reader.At("aidigest/seal.key"), Path.Combine(committed, "seal.key"));
        Assert.True(Build(_reader).CacheIgnored);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a-file")]
    public void A_user_without_a_folder_for_caches_builds_without_one(string? name)
    {
        var folder = name is null ? null : Path.Combine(_reader.Write(name), "aidigest");
        Assert.False(Build(folder).Failed);
        Assert.False(Build(folder).Failed);
        Assert.False(Directory.Exists(Folder));
    }

    [Fact]
    public void The_seal_is_SipHash_of_the_published_vector()
    {
        // The key 00 01 ... 0f and the message 00 01 ... 0f, as `openssl mac -macopt size:16 SIPHASH` computes them.
        byte[] bytes = [.. Enumerable.Range(0, 16).Select(i => (byte)i)];
        var key = SealKey.Read([.. new byte[8], .. bytes]);
        Assert.Equal("6ee2a4ca67b054bbfd3315bf85230577", key.SipHash(bytes).ToString());
    }

    private string Folder => Path.Combine(_site.Root, ".aidigest");

    private BuildReport Build(TempFolder user) => Build(user.At("aidigest"));

    private BuildReport Build(string? userCache) => SiteBuilder.Build(
        new BuildOptions(_site.Root, _site.Output, ScratchSite.Now, 2) { UserCache = userCache }, () =>
            { }, TestContext.Current.CancellationToken);

    private static SealKey KeyOf(TempFolder user) => SealKey.Read(File.ReadAllBytes(user.At("aidigest/seal.key")));

    /// <summary>Puts a script into a file of the cache, and seals it as its author's builds do.</summary>
    private static void Forge(string file, SealKey key)
    {
        var bytes = File.ReadAllBytes(file);
        foreach (var (plain, hostile) in ((string, string)[])[(Plain, "<script>alert(1)</script>"), (Formula, "<script/>"), ("red", "url")])
        {
            var (from, to) = (Encoding.UTF8.GetBytes(plain), Encoding.UTF8.GetBytes(hostile));
            for (int at; (at = bytes.AsSpan().IndexOf(from)) >= 0;)
            {
                bytes.AsSpan(at, from.Length).Fill((byte)' ');
                to.CopyTo(bytes.AsSpan(at));
            }
        }

        key.Seal(bytes.AsSpan(..^Digest.Size)).Write(bytes.AsSpan(^Digest.Size..));
        File.WriteAllBytes(file, bytes);
    }

    private void AssertHarmless()
    {
        foreach (var (path, bytes) in _site.Tree())
        {
            var text = Encoding.UTF8.GetString(bytes);
            Assert.False(text.Contains("<script>", StringComparison.Ordinal) || text.Contains("<script/>", StringComparison.Ordinal)
                || text.Contains("url }", StringComparison.Ordinal), path);
        }

        Assert.Contains(Plain, _site.Read("papers/a/index.html"), StringComparison.Ordinal);
    }
}
