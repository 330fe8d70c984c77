using System.Diagnostics;
using AiDigest.Core.Build;
using AiDigest.Core.Deploy;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Deploy;

/// <summary>Deployments to a folder, a bare Git repository, and rsync and rclone on local paths.</summary>
public class DeployTests
{
    public static TheoryData<string> Kinds => ["folder", "git", "rsync", "rclone"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_target_gets_the_site_and_then_what_changed(string kind)
    {
        using var place = new Place(kind);
        place.Site.BuildFine();
        var first = place.Deploy();
        Assert.Equal(0, first.Unchanged);
        place.AssertSame();

        Assert.True(place.Deploy().Plan.IsEmpty);

        place.Site.AddPaper("third", "2026-11-13", "beta").Remove("content/papers/first.md");
        place.Site.BuildFine();
        var planned = place.Deploy(dryRun: true);
        Assert.False(planned.Plan.IsEmpty);
        var second = place.Deploy();
        Assert.Equal(planned.Plan.Uploads, second.Plan.Uploads);
        Assert.Contains("papers/third/index.html", second.Plan.Uploads);
        Assert.Contains("papers/first/index.html", second.Plan.Deletions);
        Assert.True(second.Unchanged > 0);
        place.AssertSame();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_dry_run_changes_nothing(string kind)
    {
        using var place = new Place(kind);
        place.Site.BuildFine();
        Assert.NotEmpty(place.Deploy(dryRun: true).Plan.Uploads);
        Assert.Empty(place.Tree());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_incomplete_build_is_refused(string kind)
    {
        using var place = new Place(kind);
        Assert.Contains("it holds no build", Refusal(place), StringComparison.Ordinal);
        place.Site.BuildFine();
        File.Delete(Path.Combine(place.Site.Output, "feed.xml"));
        Assert.Contains("feed.xml is missing", Refusal(place), StringComparison.Ordinal);
        place.Site.BuildFine();
        Directory.CreateDirectory(Path.Combine(place.Site.Output, Manifest.StagingName));
        Assert.Contains("did not finish", Refusal(place), StringComparison.Ordinal);
        Assert.Empty(place.Tree());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_a_failed_deployment_left_is_finished_by_the_next(string kind)
    {
        using var place = new Place(kind);
        place.Site.BuildFine();
        place.Deploy();
        place.Site.AddPaper("third", "2026-11-13", "beta").Remove("content/papers/first.md");
        place.Site.BuildFine();
        place.Break();
        Assert.ThrowsAny<IOException>(() => place.Deploy());
        place.Repair();
        place.Deploy();
        place.AssertSame();
    }

    [Fact]
    public void One_new_entry_uploads_at_most_forty_files()
    {
        using var place = new Place("folder");
        for (var i = 0; i < 300; i++)
        {
            place.Site.AddPaper(
                $"made-{i}", $"2026-{1 + (i % 10):00}-{1 + (i % 28):00}", $"tag-{i % 7}, alpha",
                $"Слово{i} термин{i * 7} понятие{i * 13} ведёт к мысли{i * 31}.");
        }

        place.Site.BuildFine();
        place.Deploy();
        place.Site.AddPaper("new", "2026-11-19", "alpha, tag-1", "Совсем другая тема: хранение графов.");
        place.Site.BuildFine();
        Assert.InRange(place.Deploy().Plan.Uploads.Length, 5, 40);
    }

    [Fact]
    public void Files_of_someone_else_in_a_folder_stay()
    {
        using var place = new Place("folder");
        place.Site.BuildFine();
        Directory.CreateDirectory(place.Target);
        File.WriteAllText(Path.Combine(place.Target, "mine.txt"), "mine");
        place.Deploy();
        Assert.Equal("mine", File.ReadAllText(Path.Combine(place.Target, "mine.txt")));
    }

    [Fact]
    public void A_foreign_file_at_an_address_of_the_site_is_taken_over_only_with_the_option()
    {
        using var place = new Place("folder");
        place.Site.BuildFine();
        Directory.CreateDirectory(place.Target);
        File.WriteAllText(Path.Combine(place.Target, "index.html"), "mine");
        Assert.Contains("index.html", Refusal(place), StringComparison.Ordinal);
        place.Deploy(overwrite: true);
        place.AssertSame();
    }

    [Fact]
    public void The_branch_has_one_commit_however_often_it_is_deployed()
    {
        using var place = new Place("git");
        place.Site.BuildFine();
        place.Deploy();
        place.Site.AddPaper("third", "2026-11-13", "beta").BuildFine();
        place.Deploy();
        Assert.Equal("1", Place.Git(place.Target, "rev-list", "--count", "gh-pages").Trim());
        Assert.Contains(".nojekyll", Place.Git(place.Target, "ls-tree", "--name-only", "gh-pages"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_branch_with_other_work_is_not_pushed_over()
    {
        using var place = new Place("git");
        var work = Path.Combine(place.Site.Root, "work");
        Place.Git(place.Site.Root, "clone", "-q", place.Target, work);
        File.WriteAllText(Path.Combine(work, "code.txt"), "years of work");
        Place.Git(work, "checkout", "-q", "-b", "gh-pages");
        Place.Git(work, "add", ".");
        Place.Git(work, "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-q", "-m", "Work");
        Place.Git(work, "push", "-q", "origin", "gh-pages");
        place.Site.BuildFine();
        Assert.Contains("code.txt", Refusal(place), StringComparison.Ordinal);
        Assert.Contains("code.txt", Place.Git(place.Target, "ls-tree", "--name-only", "gh-pages"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "it is the output folder")]
    [InlineData("inner", "it is the output folder")]
    [InlineData("../content", "content")]
    [InlineData("..", "it is the output folder")]
    public void A_folder_that_holds_sources_or_the_site_itself_is_refused(string below, string reason)
    {
        using var site = new ScratchSite().AddPaper("first", "2026-11-11", "alpha");
        site.BuildFine();
        var target = Path.Combine(site.Output, below);
        var refused =
            Assert.Throws<RefusedOutputException>(() =>
                TargetName.Open(target, site.Root, site.Output, site.Root, TestContext.Current.CancellationToken));
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_below_the_target_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need rights");
        using var place = new Place("folder");
        place.Site.BuildFine();
        var elsewhere = Directory.CreateDirectory(Path.Combine(place.Site.Root, "elsewhere")).FullName;
        Directory.CreateDirectory(place.Target);
        Directory.CreateSymbolicLink(Path.Combine(place.Target, "papers"), elsewhere);
        Assert.Contains("symbolic link", Refusal(place), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Theory]
    [InlineData("gh-pages", "origin", "gh-pages")]
    [InlineData("https://example.org/a.git#site", "https://example.org/a.git", "site")]
    [InlineData("git@github.com:a/b.git", "git@github.com:a/b.git", "gh-pages")]
    [InlineData("/srv/a", "/srv/a", "gh-pages")]
    [InlineData("upstream#pages", "upstream", "pages")]
    [InlineData("feature/site", "origin", "feature/site")]
    public void A_git_target_names_repository_and_branch(string address, string remote, string branch)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && address[0] == '/', "a path of Unix");
        Assert.Equal((remote, branch), TargetName.Git(address));
    }

    [Theory]
    [InlineData("rsync:-e sh")]
    [InlineData("rclone:--config=x")]
    [InlineData("git:--upload-pack=x")]
    [InlineData("rsync:")]
    public void No_target_becomes_an_option_of_a_program(string target) =>
        Assert.Throws<RefusedOutputException>(() => TargetName.Open(target, "/", "/x", "/", TestContext.Current.CancellationToken));

    [Fact]
    public void A_file_that_becomes_a_folder_goes_before_the_upload()
    {
        var plan = Deployment.Plan(["a/index.html", "b"], ["a/index.html", "b"], ["a", "b/index.html", "c"]);
        Assert.Equal(["a", "b/index.html"], plan.Blocking);
        Assert.Equal(["c"], plan.Deletions);
    }

    [Fact]
    public void Assets_come_before_pages_and_pages_before_feeds()
    {
        string[] paths = ["assets/a.css", "feed.xml", "index.html", "papers/x/index.html", "pic.png"];
        Assert.Equal(
            ["assets/a.css", "pic.png", "index.html", "papers/x/index.html", "feed.xml"],
            Deployment.Plan([.. paths], [.. paths], []).Uploads);
    }

    private static string Refusal(Place place) => Assert.Throws<RefusedOutputException>(() => place.Deploy()).Message;

    /// <summary>A site and a target beside it.</summary>
    private sealed class Place : IDisposable
    {
        private readonly string _kind;
        private readonly TempFolder _folder = new();

        public Place(string kind)
        {
            Assert.SkipUnless(kind is "folder" || IsInstalled(kind), $"{kind} is not installed");
            _kind = kind;
            Target = Path.Combine(_folder.Root, kind == "git" ? "bare.git" : "target");
            if (kind == "git")
            {
                Git(_folder.Root, "init", "-q", "--bare", Target);
            }
            else if (kind == "rsync")
            {
                Directory.CreateDirectory(Target);
            }

            Site.Settings("url: https://example.org/\n").AddPaper("first", "2026-11-11", "alpha")
                .AddPaper("second", "2026-11-12", "alpha, beta");
        }

        public ScratchSite Site { get; } = new();

        public string Target { get; }

        public DeployReport Deploy(bool dryRun = false, bool overwrite = false)
        {
            var name = _kind switch { "folder" => Target, "git" => $"git:{Target}#gh-pages", _ => $"{_kind}:{Target}" };
            using var target = TargetName.Open(name, Site.Root, Site.Output, Site.Root, TestContext.Current.CancellationToken);
            return Deployment.Run(Site.Root, Site.Output, target, dryRun, overwrite, () => { }, TestContext.Current.CancellationToken);
        }

        public SortedDictionary<string, byte[]> Tree()
        {
            if (_kind != "git")
            {
                return ScratchSite.Tree(Target);
            }

            var copy = Path.Combine(_folder.Root, "copy");
            if (Directory.Exists(copy))
            {
                Directory.Delete(copy, recursive: true);
            }

            if (Git(Target, "branch", "--list", "gh-pages").Length == 0)
            {
                return [];
            }

            Git(_folder.Root, "clone", "-q", "-b", "gh-pages", Target, copy);
            Directory.Delete(Path.Combine(copy, ".git"), recursive: true);
            File.Delete(Path.Combine(copy, ".nojekyll"));
            return ScratchSite.Tree(copy);
        }

        public void AssertSame() => ScratchSite.AssertSame(ScratchSite.Tree(Site.Output), Tree());

        /// <summary>Makes the next deployment fail: a folder is where a file must go; Git's remote refuses.</summary>
        public void Break()
        {
            if (_kind == "git")
            {
                var hook = Path.Combine(Target, "hooks", "pre-receive");
                File.WriteAllText(hook, "#!/bin/sh\nexit 1\n");
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(hook, (UnixFileMode)0b111_101_101);
                }

                return;
            }

            File.Delete(Path.Combine(Target, "index.html"));
            Directory.CreateDirectory(Path.Combine(Target, "index.html", "inner"));
        }

        public void Repair()
        {
            if (_kind == "git")
            {
                File.Delete(Path.Combine(Target, "hooks", "pre-receive"));
                return;
            }

            Directory.Delete(Path.Combine(Target, "index.html"), recursive: true);
        }

        public static string Git(string folder, params string[] arguments)
        {
            var start =
                new ProcessStartInfo(
                    "git", arguments)
                { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
            return text;
        }

        public void Dispose()
        {
            Site.Dispose();
            _folder.Dispose();
        }

        private static bool IsInstalled(string program) =>
            (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Any(folder => File.Exists(Path.Combine(folder, program)) || File.Exists(Path.Combine(folder, program + ".exe")));
    }
}
