using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>What holds the repository together without being code: its top level, line endings, solution and lock files.</summary>
public partial class RepositoryTests
{
    private static readonly string[] TopLevel =
    [
        ".ci", ".config", ".dockerignore", ".editorconfig", ".gitattributes", ".github", ".gitignore", ".vscode",
        "AiDigest.proj", "AiDigest.sln", "CHANGELOG.md", "CONTRIBUTING.md", "Directory.Build.props", "Directory.Packages.props",
            "Dockerfile", "LICENSE",
        "README.md", "SECURITY.md", "THIRD-PARTY-NOTICES", "action.yml", "build.ps1", "content", "docs", "global.json", "site-output",
            "src", "templates",
        "tests",
    ];

    [Fact]
    public void Top_level_holds_only_what_belongs_there()
    {
        var names = Checkout.TrackedFiles().Select(path => path.Split('/')[0]).Distinct(StringComparer.Ordinal);
        Assert.Empty(names.Except(TopLevel, StringComparer.Ordinal));
    }

    [Fact]
    public void Solution_and_shim_share_their_name_and_no_other_project_is_beside_them()
    {
        // `dotnet build` takes the one solution, `dotnet run` the one project; a second of either makes the commands ambiguous.
        string[] expected = ["AiDigest.proj", "AiDigest.sln"];
        var found = Checkout.TrackedFiles().Where(path => ProjectAtTop().IsMatch(path)).Order(StringComparer.Ordinal);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Solution_contains_every_project()
    {
        var inSolution = SolutionProject().Matches(Checkout.ReadText("AiDigest.sln"))
            .Select(match => match.Groups[1].Value.Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(Projects().Order(StringComparer.Ordinal), inSolution);
    }

    [Fact]
    public void Every_project_has_its_lock_file()
    {
        var tracked = Checkout.TrackedFiles().ToHashSet(StringComparer.Ordinal);
        var missing = Projects().Select(project => project[..project.LastIndexOf('/')] + "/packages.lock.json")
            .Where(path => !tracked.Contains(path));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_decision_has_its_number_which_its_heading_repeats()
    {
        var decisions = Checkout.TrackedFiles().Where(path => path.StartsWith("docs/decisions/", StringComparison.Ordinal)).ToList();
        Assert.Equal(decisions.Count, decisions.Select(path => Path.GetFileName(path)[..4]).Distinct(StringComparer.Ordinal).Count());
        Assert.All(decisions, path =>
            Assert.StartsWith($"# {Path.GetFileName(path)[..4]}. ", Checkout.ReadText(path), StringComparison.Ordinal));
    }

    [Fact]
    public void Versions_are_in_one_place()
    {
        var withVersion = Projects().Where(project => PackageVersion().IsMatch(Checkout.ReadText(project)));
        Assert.Empty(withVersion);
    }

    [Fact]
    public void Output_folder_is_kept_and_its_contents_are_not_committed()
    {
        string[] expected = ["site-output/.gitignore"];
        Assert.Equal(expected, Checkout.TrackedFiles().Where(path => path.StartsWith("site-output/", StringComparison.Ordinal)));
        Assert.Equal("*\n!.gitignore\n", Checkout.ReadText("site-output/.gitignore"));
    }

    [Fact]
    public void Line_endings_are_the_same_on_every_system()
    {
        Assert.StartsWith("* text=auto eol=lf\n", Checkout.ReadText(".gitattributes"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_file_has_a_carriage_return()
    {
        // Only what .gitattributes declares binary may hold any byte: a binary file that git has to guess is found here too.
        var wrong = Checkout.Git("ls-files", "-z", "--eol")
            .Select(row => row.Split('\t', 2))
            .Where(row => !row[0].Contains("attr/-text", StringComparison.Ordinal))
            .Select(row => row[1])
            .Where(path => File.Exists(Checkout.PathOf(path)) && File.ReadAllBytes(Checkout.PathOf(path)).AsSpan().Contains((byte)'\r'));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Shell_script_of_the_checks_may_be_executed()
    {
        var entry = Assert.Single(Checkout.Git("ls-files", "-z", "--stage", ".ci/run"));
        Assert.StartsWith("100755 ", entry, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Projects() =>
        Checkout.TrackedFiles().Where(path => path.EndsWith(".csproj", StringComparison.Ordinal));

    [GeneratedRegex(@"^[^/]+\.(slnx?|[a-z]*proj)$")]
    private static partial Regex ProjectAtTop();

    [GeneratedRegex("\"([^\"]+\\.csproj)\"")]
    private static partial Regex SolutionProject();

    [GeneratedRegex(@"<PackageReference[^>]*\sVersion\s*=")]
    private static partial Regex PackageVersion();
}
