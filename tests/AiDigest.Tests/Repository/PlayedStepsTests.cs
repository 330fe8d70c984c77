using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using AiDigest.Tests.Fixtures;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace AiDigest.Tests.Repository;

/// <summary>
/// Plays the shell steps of the workflows and of the Action on this machine, word for word: in a clone with a bare repository behind it,
/// with a folder in place of the release, and the tool that tests run in place of the published one.
/// </summary>
public sealed class PlayedStepsTests : IDisposable
{
    private const string Release = "1.2.3";

    private readonly TempFolder _folder = new();

    public PlayedStepsTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the steps run on Linux");
        Directory.CreateDirectory(_folder.At("bin"));
        Directory.CreateDirectory(_folder.At("temp"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publish_builds_the_site_and_sums_up_what_a_commit_adds()
    {
        CloneWithTwoCommits();
        var steps = Scripts("publish.yml", "build");
        // `dotnet run --` compiles the repository first; the same tool is compiled already.
        Script("bin/dotnet", $"[ \"$1 $2\" = 'run --' ] && shift 2 && exec '{ToolPath}' \"$@\"");
        Play(steps["Build the site"], new() { ["BASE_URL"] = "https://me.example.org/digest" });
        Assert.Contains("https://me.example.org/digest/", File.ReadAllText(_folder.At("clone/site-output/index.html")),
            StringComparison.Ordinal);
        Assert.NotEqual(0, new FileInfo(_folder.At("temp/build.txt")).Length);
        Play(steps["Sum up"], []);
        Assert.Contains(
            "Sources of entries: 1 added, 1 changed, 0 removed.", File.ReadAllText(_folder.At("summary")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_ends_publishing_before_anything_is_uploaded()
    {
        CloneWithTwoCommits();
        File.WriteAllText(_folder.At("clone/content/papers/bad.md"), "---\ntitel: x\n---\n");
        Script("bin/dotnet", $"shift 2 && exec '{ToolPath}' \"$@\"");
        var (code, _) = Run(Scripts("publish.yml", "build")["Build the site"], []);
        Assert.NotEqual(0, code);
    }

    [Fact]
    public void The_action_fetches_verifies_checks_builds_and_sums_up()
    {
        CloneWithTwoCommits();
        MakeRelease(isWhole: true);
        var steps = ActionSteps();
        Play(steps["Fetch the tool and verify its hash"], FetchVariables);
        Assert.Equal(_folder.At("temp/aidigest"), File.ReadAllText(_folder.At("path")).Trim());
        Dictionary<string, string> root = new() { ["ROOT"] = "." };
        Play(steps["Check the content"], root);
        Play(steps["Build the site"], new(root) { ["BASE_URL"] = "https://me.example.org/digest", ["ARGUMENTS"] = "--drafts --quiet" });
        Assert.Equal("path=./site-output", File.ReadAllText(_folder.At("output")).Trim());
        Assert.True(File.Exists(_folder.At("clone/site-output/papers/second/index.html")));
        Play(steps["Sum up"], root);
        Assert.Contains("1 added, 1 changed, 0 removed", File.ReadAllText(_folder.At("summary")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_action_refuses_a_tool_of_another_hash()
    {
        MakeRelease(isWhole: false);
        Directory.CreateDirectory(_folder.At("clone"));
        var (code, said) = Run(ActionSteps()["Fetch the tool and verify its hash"], FetchVariables);
        Assert.NotEqual(0, code);
        Assert.Contains("FAILED", said, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.At("path")));
        Assert.False(File.Exists(_folder.At("temp/aidigest/aidigest")));
    }

    [Theory]
    [InlineData("v0.2.0", "- Two.\n")]
    [InlineData("v0.1.0", "- One.\n")]
    [InlineData("v0.3.0", "")]
    public void Release_takes_its_notes_from_the_section_of_its_version(string tag, string notes)
    {
        Directory.CreateDirectory(_folder.At("clone"));
        _folder.Write(
            "clone/CHANGELOG.md",
            "# Changelog\n\n## [Unreleased]\n\n- Next.\n\n## [0.2.0] - 2026-11-01\n\n- Two.\n\n## [0.1.0]\n\n- One.\n");
        Play(Scripts("release.yml", "publish")["Notes from the changelog"], new() { ["TAG"] = tag });
        Assert.Equal(notes, File.ReadAllText(_folder.At("clone/notes.md")).Trim('\n') is { Length: > 0 } text ? text + "\n" : "");
    }

    private static string ToolPath => Executable.Path;

    private Dictionary<string, string> FetchVariables => new()
    {
        ["VERSION"] = "v" + Release,
        ["RELEASES"] = "file://" + _folder.At("releases"),
        ["REPOSITORY"] = "ai-digest/ai-digest",
        ["ATTESTATION"] = "false",
        ["RUNNER_OS"] = "Linux",
        ["RUNNER_ARCH"] = "X64",
    };

    /// <param name="Options">Of bash, as GitHub starts it: only a step that names bash fails with a command before a pipe.</param>
    private sealed record Step(string Script, string Options);

    private static Dictionary<string, Step> Scripts(string file, string job)
    {
        var workflow = Workflow.Load(file);
        return Scripts(workflow.Steps(job), workflow.Shell);
    }

    /// <summary>The shell steps by name. Expressions of GitHub are in <c>env</c> alone; <see cref="WorkflowTests"/> checks that.</summary>
    private static Dictionary<string, Step> Scripts(IEnumerable<YamlMappingNode> steps, string? shell) => steps
        .Where(step => Workflow.Text(step, "run") is not null && Workflow.Text(step, "name") is not null)
        .ToDictionary(
            step => Workflow.Text(step, "name")!,
            step => new Step(
                Workflow.Text(step, "run")!, (Workflow.Text(step, "shell") ?? shell) == "bash" ? "-eo pipefail" : "-e"),
            StringComparer.Ordinal);

    private static Dictionary<string, Step> ActionSteps()
    {
        var stream = new YamlStream();
        using var reader = new StringReader(Checkout.ReadText("action.yml"));
        stream.Load(reader);
        var runs = Workflow.Map((YamlMappingNode)stream.Documents[0].RootNode, "runs");
        return Scripts(Workflow.Sequence(runs, "steps").Cast<YamlMappingNode>(), shell: null);
    }

    /// <summary>A clone of a bare repository: the second commit adds an entry and changes one.</summary>
    private void CloneWithTwoCommits()
    {
        Git(_folder.Root, "init", "--quiet", "--bare", "bare.git");
        Git(_folder.Root, "clone", "--quiet", "bare.git", "clone");
        _folder.Write("clone/content/site.yaml", "title: Т\nurl: https://example.org/\n");
        Paper("first", "Один.");
        Commit("first");
        Paper("first", "Один, с поправкой.");
        Paper("second", "Два.");
        Commit("second");
        Git(_folder.At("clone"), "push", "--quiet", "origin", "HEAD");
    }

    private void Paper(string name, string text) => _folder.Write(
        $"clone/content/papers/{name}.md", $"---\ntitle: Запись {name}\ndate: 2026-11-11\ntags: [alpha]\n---\n\n{text}\n");

    private void Commit(string subject)
    {
        Git(_folder.At("clone"), "add", "--all");
        Git(_folder.At("clone"), "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message", subject);
    }

    /// <summary>A release in a folder: an archive with the tool, and its hash or another one.</summary>
    private void MakeRelease(bool isWhole)
    {
        Directory.CreateDirectory(_folder.At("tool"));
        Script("tool/aidigest", $"exec '{ToolPath}' \"$@\"");
        var folder = _folder.At($"releases/download/v{Release}");
        Directory.CreateDirectory(folder);
        var archive = Path.Combine(folder, "aidigest-linux-x64.tar.gz");
        using (var file = new GZipStream(File.Create(archive), CompressionLevel.Fastest))
        {
            TarFile.CreateFromDirectory(_folder.At("tool"), file, includeBaseDirectory: false);
        }

        var hash = isWhole ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(archive))) : new string('0', 64);
        File.WriteAllText(
            Path.Combine(folder, "SHA256SUMS"), $"{new string('1', 64)}  aidigest-win-x64.tar.gz\n{hash}  aidigest-linux-x64.tar.gz\n");
    }

    private void Script(string path, string text)
    {
        File.WriteAllText(_folder.At(path), "#!/bin/sh\n" + text + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.At(path), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Play(Step step, Dictionary<string, string> variables)
    {
        var (code, said) = Run(step, variables);
        Assert.True(code == 0, said);
    }

    private (int Code, string Said) Run(Step step, Dictionary<string, string> variables)
    {
        _folder.Write("step.sh", step.Script.ReplaceLineEndings("\n"));
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", .. step.Options.Split(' '), _folder.At("step.sh")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.At("clone"),
        };
        var added = File.Exists(_folder.At("path")) ? File.ReadAllText(_folder.At("path")).Trim() + ":" : "";
        start.Environment["PATH"] = $"{_folder.At("bin")}:{added}{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["RUNNER_TEMP"] = _folder.At("temp");
        start.Environment["GITHUB_STEP_SUMMARY"] = _folder.At("summary");
        start.Environment["GITHUB_OUTPUT"] = _folder.At("output");
        start.Environment["GITHUB_PATH"] = _folder.At("path");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.GetAwaiter().GetResult());
    }

    private static void Git(string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
