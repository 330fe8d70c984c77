using System.CommandLine;
using System.Text.RegularExpressions;
using AiDigest.Cli;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>
/// Every command that a document shows is one that the tool understands, and those that need no network and no other machine run in a new
/// site. <see cref="GuideWalkTests"/> follows the author's guide, <c>build.ps1 newcomer</c> the way to a published site.
/// </summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    private static readonly string[] Documents =
    [
        "README.md", "CONTRIBUTING.md", "docs/authoring.ru.md", "docs/commands.md", "docs/hosting.md", "docs/package-readme.md",
        "docs/performance.md", "docs/security.md", "docs/templates.md", "src/AiDigest.Core/Starter/files/README.en.md",
        "src/AiDigest.Core/Starter/files/README.ru.md",
    ];

    private readonly ScratchSite _site = new ScratchSite().Settings("url: https://example.org/\nhub: https://hub.example.net/\n")
        .AddPaper(
            "2026/11/teacache", "2026-11-14", "acceleration",
            "Модель считает не каждый шаг. Она сравнивает входы соседних шагов и повторяет ответ, пока они похожи. Видео готово вдвое раньше.",
            "arxiv: 2411.19108\n");

    public static TheoryData<string> Commands =>
        [.. Documents.SelectMany(path => Shown(Checkout.ReadText(path))).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public void Dispose() => _site.Dispose();

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_is_understood(string command)
    {
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Stream.Null) { Folder = _site.Root };
        var parsed = CommandTable.Root(terminal, new CommonOptions(terminal)).Parse(Words(command));
        Assert.Equal([], parsed.Errors.Select(error => error.Message));
        Assert.NotSame(parsed.RootCommandResult.Command, parsed.CommandResult.Command);
    }

    [Fact]
    public void Commands_that_need_nothing_else_run()
    {
        var ran = new SortedSet<string>(StringComparer.Ordinal);
        Assert.Equal(0, Executable.Run(_site, "build").Code);
        foreach (var command in Commands.Select(row => row.Data))
        {
            var words = Words(command.Replace("/tmp/preview", "../preview", StringComparison.Ordinal)
                .Replace("../preview", Path.Combine(_site.Root, "preview"), StringComparison.Ordinal));
            if (words[0] is not ("build" or "check" or "explain" or "ping" or "clean" or "deploy")
                || words.Contains("--stdin") || words.Contains("--external") || words.Contains("--fix"))
            {
                continue;
            }

            if (words[0] == "deploy")
            {
                // Other targets are other machines.
                words = [.. words.Select((word, place) => place == 1 ? "./deployed" : word)];
            }

            if (words[0] == "ping" && !words.Contains("--dry-run"))
            {
                continue;
            }

            var outcome = Executable.Run(_site, [.. words, "--now", "2026-11-20T12:00Z"]);
            Assert.True(outcome.Code == 0, $"{command}: {outcome.Code}\n{outcome.Error}");
            ran.Add(words[0]);
            if (words[0] == "clean")
            {
                Assert.Equal(0, Executable.Run(_site, "build").Code);
            }
        }

        Assert.Equal(["build", "check", "clean", "deploy", "explain", "ping"], ran);
    }

    /// <summary>Commands in indented and fenced code, and in code within a line; without comments, pipes and redirections.</summary>
    private static IEnumerable<string> Shown(string text) => text.ReplaceLineEndings("\n").Split('\n')
        .SelectMany(line => Code().Matches(line).Select(code => code.Groups["inline"].Value).Prepend(line.Trim()))
        .SelectMany(code => code.Split("&&"))
        .Select(code => Call().Match(code.Trim())).Where(call => call.Success)
        .Select(call => call.Groups["rest"].Value.Trim())
        .Where(rest => rest.Length > 0 && char.IsAsciiLetterLower(rest[0]) && !rest.Contains("...", StringComparison.Ordinal));

    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(word => word.Value.Replace("\"", "", StringComparison.Ordinal))];

    [GeneratedRegex("`(?<inline>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^(\$ )?(aidigest|dotnet run --) (?<rest>[^#<>|`]*)")]
    private static partial Regex Call();

    [GeneratedRegex("(\"[^\"]*\"|[^\\s\"])+")]
    private static partial Regex Word();
}
