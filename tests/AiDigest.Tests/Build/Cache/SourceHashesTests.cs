using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.FileSystem;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>What is read again, and what has the mark that the last build gave it.</summary>
public sealed class SourceHashesTests : IDisposable
{
    private const string Path = "content/papers/one.md";

    private static readonly Digest Else = Digest.Of("something else");

    private readonly ScratchSite _site = new ScratchSite().AddPaper("one", "2026-11-10", "rl", "Первый.")
        .AddPaper("two", "2026-11-10", "rl");

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_source_with_its_mark_is_not_read()
    {
        var last = await First();
        Assert.Equal(Else, Again(last with { Digest = Else }).DigestOf(Path));
    }

    [Fact]
    public async Task One_that_was_written_is_read_though_size_and_time_are_as_before()
    {
        var last = await First();
        var full = System.IO.Path.Combine(_site.Root, Path);
        var time = File.GetLastWriteTimeUtc(full);
        _site.AddPaper("one", "2026-11-10", "rl", "Второй.");
        File.SetLastWriteTimeUtc(full, time);
        var reading = Again(last);
        Assert.False(reading.IsAsBefore(Path));
        Assert.Equal(Digest.Of(File.ReadAllBytes(full)), reading.DigestOf(Path));

        // The last step of the clock is not over.
        Assert.Equal(default, reading.Read().Single(source => source.Path == Path).Mark);
    }

    [Fact]
    public async Task The_mark_goes_on_from_build_to_build()
    {
        var last = await First();
        Assert.Equal(last, Again(last).Read().Single(source => source.Path == Path) with { Facts = last.Facts });
    }

    [Fact]
    public async Task A_source_without_a_mark_is_read()
    {
        var last = await First();
        Assert.NotEqual(Else, Again(last with { Digest = Else, Mark = default }).DigestOf(Path));
    }

    private async Task<LastSource> First()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells enough of files");
        await Task.Delay(120, TestContext.Current.CancellationToken);
        var reading = Reading();
        reading.Bytes(Path);
        var last = reading.Read().Single(source => source.Path == Path);
        Assert.NotEqual(default, last.Mark);
        return last;
    }

    private SourceHashes Again(LastSource last)
    {
        var reading = Reading(last);
        reading.Look(1, TestContext.Current.CancellationToken);
        return reading;
    }

    private SourceHashes Reading(params LastSource[] known) =>
        new(new SourceList(_site.Root, []), known, new CacheFiles(_site.Root).Mark());
}
