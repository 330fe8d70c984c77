using System.Text;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Preview;

/// <summary>The parts of a preview that need no process to be tried.</summary>
public sealed class PartsTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(1);

    [Theory]
    [InlineData("/", "/", "")]
    [InlineData("/a/b?x=/../y", "/a/b", "?x=/../y")]
    [InlineData("http://localhost:4000/a/", "/a/", "")]
    [InlineData("/%D0%B9%20b", "/й b", "")]
    [InlineData("/a...b/..c/d..", "/a...b/..c/d..", "")]
    public void A_target_is_decoded_once(string target, string path, string query) =>
        Assert.Equal((path, query), RequestTarget.Parse(target));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("a/b")]
    [InlineData("http://localhost")]
    [InlineData("/../a")]
    [InlineData("/a/..")]
    [InlineData("/a/.")]
    [InlineData("/%2E%2e/a")]
    [InlineData("/a%2Fb")]
    [InlineData("/a%5Cb")]
    [InlineData("/a\\b")]
    [InlineData("/%")]
    [InlineData("/%4")]
    [InlineData("/% 41")]
    [InlineData("/%ff")]
    [InlineData("/%c0%ae")]
    [InlineData("/a%0Ab")]
    [InlineData("/a%7F")]
    [InlineData("/й")]
    public void A_target_that_is_malformed_or_leads_away_is_refused(string target) => Assert.Null(RequestTarget.Parse(target));

    [Fact]
    public void An_encoded_escape_is_not_decoded_twice()
    {
        Assert.Equal(("/%2e%2e/a", ""), RequestTarget.Parse("/%252e%252e/a"));
    }

    [Fact]
    public async Task Changes_are_gathered_and_what_no_build_reads_is_dropped()
    {
        var queue = new ChangeQueue(Short, TimeSpan.FromSeconds(1));
        foreach (var path in (string[])["content/papers/.x.md.swp", "content/_drafts/x.md", "content/papers/x.md~", "content/README.md"])
        {
            queue.Add(path);
        }

        queue.Add("content/papers/b.md");
        queue.Add("content/papers/a.md");
        queue.Add("content/papers/b.md");
        var changes = await queue.TakeAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["content/papers/a.md", "content/papers/b.md"], changes.Paths);
        Assert.False(changes.Unknown);
        queue.AddUnknown();
        Assert.True((await queue.TakeAsync(TestContext.Current.CancellationToken)).Unknown);
    }

    [Fact]
    public async Task Changes_without_end_do_not_delay_a_build_forever()
    {
        var queue = new ChangeQueue(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(100));
        using var end = new CancellationTokenSource();
        var noise = Task.Run(
            async () =>
            {
                while (!end.IsCancellationRequested)
                {
                    queue.Add("content/papers/a.md");
                    await Task.Delay(1, CancellationToken.None);
                }
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(["content/papers/a.md"], (await queue.TakeAsync(TestContext.Current.CancellationToken)).Paths);
        await end.CancelAsync();
        await noise;
    }

    [Theory]
    [InlineData(true, false, "templates/assets/style.css")]
    [InlineData(false, false, "content/papers/x.md", "templates/assets/style.css")]
    [InlineData(false, false, "templates/layouts/home.html", "content/papers/day.yaml")]
    [InlineData(false, true, "content/papers/x.png")]
    [InlineData(false, true, "content/static/x.html")]
    [InlineData(false, true, "content/papers/2026")]
    public void A_change_is_a_style_or_opaque_or_neither(bool style, bool opaque, params string[] paths)
    {
        var changes = new ChangeSet([.. paths], Unknown: false);
        Assert.Equal((style, opaque), (changes.IsStyle, changes.IsOpaque));
    }

    [Fact]
    public void A_frame_does_not_see_versions_of_style_sheets_and_sees_all_else()
    {
        static string Frame(string page) => ServedPage.Frame(Encoding.UTF8.GetBytes(page));
        var frame = Frame("<link href=\"/assets/style.01234567.css\"><link href=\"/assets/print.89abcdef.css\">x");
        Assert.Equal(frame, Frame("<link href=\"/assets/style.fedcba98.css\"><link href=\"/assets/print.00000000.css\">x"));
        Assert.NotEqual(frame, Frame("<link href=\"/assets/style.01234567.css\"><link href=\"/assets/print.89abcdef.css\">y"));
        Assert.NotEqual(frame, Frame("<link href=\"/assets/other.01234567.css\"><link href=\"/assets/print.89abcdef.css\">x"));
        Assert.NotEqual(Frame("<link href=\"a.js\">"), Frame("<link href=\"b.js\">"));
        Assert.NotEqual(Frame(".css\""), Frame("x.css\""));
    }

    [Fact]
    public async Task Where_the_system_has_no_watches_left_changes_are_looked_for()
    {
        using var site = new ScratchSite().AddPaper("teacache", "2026-11-14", "acceleration");
        var queue = new ChangeQueue(Short, TimeSpan.FromSeconds(1));
        var warnings = new List<AiDigest.Core.Diagnostics.Message>();
        using var watcher =
            new SourceWatcher(site.Root, queue, poll: false, warnings.Add, _ =>
                throw new IOException("The configured user limit on the number of inotify instances has been reached."));
        Assert.True(watcher.IsPolling);
        Assert.Contains("inotify", Assert.Single(warnings).Russian, StringComparison.Ordinal);
        site.AddPaper("smoothcache", "2026-11-14", "acceleration");
        Assert.Equal(["content/papers/smoothcache.md"], (await queue.TakeAsync(TestContext.Current.CancellationToken)).Paths);
    }

    [Fact]
    public async Task A_root_that_is_deleted_and_made_again_is_watched_again()
    {
        var root = Directory.CreateTempSubdirectory("aidigest-root-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "content"));
            var queue = new ChangeQueue(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(50));
            using var watcher = new SourceWatcher(root, queue, poll: false, _ => { });
            Directory.Delete(root, recursive: true);
            while (!(await queue.TakeAsync(TestContext.Current.CancellationToken)).Unknown)
            {
                // Deletions are reported too.
            }

            using var seen = new CancellationTokenSource();
            Directory.CreateDirectory(Path.Combine(root, "content"));
            var writing = Task.Run(async () =>
            {
                for (var i = 0; !seen.IsCancellationRequested; i++)
                {
                    await File.WriteAllTextAsync(Path.Combine(root, "content", "site.yaml"), $"title: {i}\n", CancellationToken.None);
                    await Task.Delay(10, CancellationToken.None);
                }
            }, TestContext.Current.CancellationToken);
            while (!(await queue.TakeAsync(TestContext.Current.CancellationToken)).Paths.Contains("content/site.yaml"))
            {
                // The root is looked at twice a second.
            }

            await seen.CancelAsync();
            await writing;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Fact]
    public async Task Templates_that_come_to_be_are_watched()
    {
        using var site = new ScratchSite();
        var queue = new ChangeQueue(Short, TimeSpan.FromSeconds(1));
        using var watcher = new SourceWatcher(site.Root, queue, poll: false, message => Assert.Fail(message.English));
        site.Add("templates/partials/foot.html", "x");
        Assert.True((await queue.TakeAsync(TestContext.Current.CancellationToken)).Unknown);
        site.Add("templates/partials/foot.html", "xy");
        while (!(await queue.TakeAsync(TestContext.Current.CancellationToken)).Paths.Contains("templates/partials/foot.html"))
        {
        }
    }
}
