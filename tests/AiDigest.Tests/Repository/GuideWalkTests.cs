using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>
/// Follows the author's guide from an empty folder to a pull request: the shell runs its commands in their order and word for word. A
/// folder with a bare repository stands for GitHub, and the executable that was built with these tests for `dotnet run --`.
/// </summary>
public sealed partial class GuideWalkTests : IDisposable
{
    private const string Entry = "content/papers/2026/09/14/flash-attention.md";

    // What a checkout has beside the program.
    private static readonly string[] OfTheSite = ["content", ".gitignore", "site-output/.gitignore"];

    private static readonly string Steps = StepsOf(Checkout.ReadText("docs/authoring.ru.md"));

    private readonly string _root = Directory.CreateTempSubdirectory("aidigest-guide-").FullName;
    private readonly List<(string Name, string Value)> _environment;

    public GuideWalkTests()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the guide's commands are those of a Unix shell here");
        var tools = Directory.CreateDirectory(Path.Combine(_root, "tools")).FullName;
        var dotnet = Path.Combine(tools, "dotnet");
        File.WriteAllText(dotnet, $"#!/bin/sh\n[ \"$1 $2\" = 'run --' ] || exit 99\nshift 2\nexec '{Executable.Path}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _environment =
        [
            ("PATH", tools + ":" + Environment.GetEnvironmentVariable("PATH")), ("HOME", _root), ("GIT_CONFIG_NOSYSTEM", "1"),
                ("GIT_TERMINAL_PROMPT", "0"),
            ("AIDIGEST_ARXIV", "http://127.0.0.1:9/query"),
        ];
        File.WriteAllText(
            Path.Combine(_root, ".gitconfig"),
            $"[user]\n\tname = Анна Петрова\n\temail = anna@example.org\n[init]\n\tdefaultBranch = main\n[url "
            + $"\"{_root}/hub/\"]\n\tinsteadOf = https://github.com/user/\n");
        MakeHub();
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Its_commands_lead_from_an_empty_folder_to_a_pull_request_that_passes()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "empty")).FullName;
        var commands = ShellFence().Matches(Steps)
            .SelectMany(fence => fence.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var told = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var command in commands)
        {
            if (command.StartsWith("cd ", StringComparison.Ordinal))
            {
                folder = Path.Combine(folder, command[3..]);
            }
            else if (command == "dotnet run -- serve")
            {
                await LookAt(folder);
            }
            else
            {
                told[command] = Shell(folder, command);
            }

            if (command.StartsWith("git switch", StringComparison.Ordinal))
            {
                Write(folder);
            }
        }

        AssertTold(told["dotnet run -- build"]);
        Assert.Contains("; 0 ошибок, 0 предупреждений", told["dotnet run -- check"], StringComparison.Ordinal);
        Assert.Equal("", Shell(folder, "git status --porcelain"));
        Assert.Equal(Entry + "\n", Shell(folder, "git diff --name-only origin/main..origin/flash-attention"));
        Assert.Equal("FlashAttention\n", Shell(folder, "git log --format=%s origin/main..origin/flash-attention"));
        AssertPasses();
    }

    [Fact]
    public void A_command_that_the_guide_names_in_a_sentence_does_what_it_says()
    {
        var folder = Cloned("main", "sentence");
        var made = Shell(folder, Sentence("new"));
        Assert.Matches(@"^content/papers/\d{4}/\d\d/\d\d/zagolovok\.md\n$", made);
        Assert.Contains("arxiv: 1706.03762\n", File.ReadAllText(Path.Combine(folder, made.Trim())), StringComparison.Ordinal);
        Write(folder);
        var again =
            Executable.Run(
                "/bin/sh", folder, "", [.. _environment],
                ["-c", Sentence("new").Replace("1706.03762", "2205.14135", StringComparison.Ordinal)]);
        Assert.Equal(1, again.Code);
        Assert.Contains(Entry, again.Error, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, made.Trim()));
        Shell(folder, "dotnet run -- build --drafts --future --output ../preview");
        Assert.True(File.Exists(Path.Combine(_root, "preview/index.html")));
        Shell(folder, "dotnet run -- build");
        Shell(folder, Sentence("clean"));
        Assert.Equal([".gitignore"], Directory.GetFileSystemEntries(Path.Combine(folder, "site-output")).Select(Path.GetFileName));
    }

    /// <summary>What a reviewer's machine makes of the branch.</summary>
    private void AssertPasses()
    {
        var reviewed = Cloned("flash-attention", "reviewed");
        Shell(reviewed, "dotnet run -- check --fail-on warning");
        var entry = Path.Combine(reviewed, Entry);
        File.WriteAllText(entry, File.ReadAllText(entry).Replace("arxiv:", "arxive:", StringComparison.Ordinal));
        var refused = Executable.Run("/bin/sh", reviewed, "", [.. _environment], ["-c", "dotnet run -- check --format github"]);
        Assert.Equal(1, refused.Code);
        Assert.Contains($"::error file={Entry},line=8,", refused.Out, StringComparison.Ordinal);
    }

    /// <summary>The guide shows a last line with the counts of the day on which it was written.</summary>
    private static void AssertTold(string told)
    {
        var shown = PlainFence().Match(Steps).Groups[1].Value;
        Assert.Equal(Uncounted(shown), Uncounted(told));
    }

    /// <summary>Without numbers and the words counted by them, whose forms follow the numbers.</summary>
    private static string Uncounted(string text) => CountedWord().Replace(Number().Replace(text, "N"), "N");

    private static async Task LookAt(string folder)
    {
        await using var preview = await RunningPreview.StartAsync(folder);
        Assert.Contains(
            "FlashAttention", await preview.GetAsync(preview.Address.AbsolutePath + "papers/flash-attention/"), StringComparison.Ordinal);
    }

    private static void Write(string folder)
    {
        var file = EntryFence().Match(Steps);
        Assert.Equal(Entry, file.Groups[1].Value);
        var path = Path.Combine(folder, Entry);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, file.Groups[2].Value);
    }

    private void MakeHub()
    {
        var first = Path.Combine(_root, "first");
        foreach (var path in OfTheSite)
        {
            Copy(Checkout.PathOf(path), Path.Combine(first, path));
        }

        Directory.CreateDirectory(Path.Combine(_root, "hub"));
        Shell(first, "git init -q && git add -A && git commit -q -m Site && git clone -q --bare . ../hub/digest.git");
    }

    private string Cloned(string branch, string name)
    {
        Shell(_root, $"git clone -q --branch {branch} https://github.com/user/digest.git {name}");
        return Path.Combine(_root, name);
    }

    private string Shell(string folder, string command)
    {
        var outcome = Executable.Run("/bin/sh", folder, "", [.. _environment], ["-c", command]);
        Assert.True(outcome.Code == 0, $"{command}: {outcome.Code}\n{outcome.Out}{outcome.Error}");
        return outcome.Out;
    }

    private static void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }

        foreach (var inner in Directory.EnumerateFileSystemEntries(from))
        {
            Copy(inner, Path.Combine(to, Path.GetFileName(inner)));
        }
    }

    /// <summary>A whole command between backquotes.</summary>
    private static string Sentence(string command) =>
        Regex.Match(Checkout.ReadText("docs/authoring.ru.md"), $"`(dotnet run -- {command}\\b[^`]*)`").Groups[1].Value;

    private static string StepsOf(string guide)
    {
        var start = guide.IndexOf("\n## Первая запись за пять минут\n", StringComparison.Ordinal) + 1;
        return guide[start..guide.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"N \p{L}+")]
    private static partial Regex CountedWord();

    [GeneratedRegex("^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellFence();

    [GeneratedRegex("^```markdown (\\S+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex EntryFence();

    [GeneratedRegex("^\n```\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex PlainFence();

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
