using System.CommandLine;
using AiDigest.Cli;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>
/// The help of every command in both languages, to the letter: <c>Cli/help</c> and <c>Cli/help/ru</c>. AIDIGEST_UPDATE_EXPECTED=1 rewrites
/// them.
/// </summary>
public class HelpTests
{
    private const string Folder = "tests/AiDigest.Tests/Cli/help";

    private static readonly string[] Commands =
        ["build", "serve", "check", "init", "new", "import", "explain", "deploy", "ping", "clean", "completion"];

    public static TheoryData<string, string> Helps
    {
        get
        {
            var helps = new TheoryData<string, string>();
            foreach (var name in (string[])["aidigest", .. Commands])
            {
                helps.Add(name, "en");
                helps.Add(name, "ru");
            }

            return helps;
        }
    }

    [Theory]
    [MemberData(nameof(Helps))]
    public async Task The_help_of_a_command_is(string name, string language)
    {
        var (code, text, error) = await Run([.. name == "aidigest" ? [] : (string[])[name], "--lang", language, "--help"]);
        Assert.Equal((0, ""), (code, error));
        text = text.Replace(RootCommand.ExecutableName, "aidigest", StringComparison.Ordinal);
        text = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd() + "\n";
        ExpectedText.Check($"{Folder}/{(language == "ru" ? "ru/" : "")}{name}.txt", text);
        if (language == "ru")
        {
            Assert.DoesNotMatch("(?m)^(Description|Usage|Options|Commands|Arguments):|\\[(default|options)", text);
        }
    }

    [Fact]
    public async Task Every_command_has_its_help_here()
    {
        var lines = (await Run(["--lang", "en", "--help"])).Out.ReplaceLineEndings("\n").Split('\n');
        var commands = lines.SkipWhile(line => line != "Commands:").Skip(1).TakeWhile(line => line.Length > 0).Where(line => line[2] != ' ')
            .Select(line => line.Trim().Split(' ')[0]);
        Assert.Equal(commands.Order(StringComparer.Ordinal), Commands.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_command_argument_and_option_has_a_text_in_both_languages()
    {
        using var site = new ScratchSite();
        var terminal = new Terminal(TextWriter.Null, TextWriter.Null, Stream.Null) { Folder = site.Root };
        var common = new CommonOptions(terminal);
        (Command Command, HelpText[] Help)[] commands =
        [
            (CommandTable.Root(terminal, common), HelpTexts.Common),
            .. CommandTable.Commands.Select(row => (row.Make(common, terminal), row.Help)),
        ];
        Assert.All(commands, row => Assert.Equal(SymbolsOf(row.Command).Order(), row.Help.Select(text => text.Symbol).Order()));
        Assert.All(commands.SelectMany(row => row.Help).Where(row => row.Symbol is not ("SHELL" or "FILE")), row =>
        {
            Assert.Matches("[А-Яа-яЁё]", row.Text.Russian);
            Assert.Equal(row.Text.English.Count(c => c == '\n'), row.Text.Russian.Count(c => c == '\n'));
            Assert.False(row.Text.Russian.EndsWith('.'), row.Text.Russian);
        });

        static IEnumerable<string> SymbolsOf(Command command) =>
        [
            "", .. command.Options.Where(option => !option.Hidden).Select(option => option.Name),
            .. command.Arguments.Select(argument => argument.Name),
        ];
    }

    [Theory]
    [InlineData("неизвестная команда «biuld»; может быть, «build»?", "unknown command 'biuld'; did you mean 'build'?", "biuld")]
    [InlineData(
        "неизвестный параметр «--draft»; может быть, «--drafts»?", "unknown option '--draft'; did you mean '--drafts'?", "build",
        "--draft")]
    [InlineData("лишнее слово «more»", "unexpected 'more'", "explain", "/", "more")]
    [InlineData("не хватает значения для ADDRESS", "a value for ADDRESS is missing", "explain")]
    [InlineData("не хватает значения для --output", "a value for --output is missing", "build", "--output")]
    [InlineData(
        "значение «x» не подходит; возможные: human, json, github, sarif", "'x' is not known; use human, json, github, sarif", "build",
        "--format", "x")]
    [InlineData("значение «x» не подходит для --jobs", "'x' is no value for --jobs", "build", "--jobs", "x")]
    [InlineData("у --jobs может быть только одно значение", "--jobs takes one value", "build", "--jobs", "1", "--jobs", "2")]
    [InlineData("--jobs: нужно число от 1 до 1024, а не 0", "--jobs needs a number from 1 to 1024, not 0", "build", "--jobs", "0")]
    public async Task Mistakes_of_usage_are_reported_in_both_languages(string russian, string english, params string[] arguments)
    {
        Assert.Contains("aidigest: " + russian + "\n", (await Run(["--lang", "ru", .. arguments], 2)).Error, StringComparison.Ordinal);
        Assert.Contains("aidigest: " + english + "\n", (await Run(["--lang", "en", .. arguments], 2)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_is_missing()
    {
        var run = await Run(["--lang", "ru"], 2);
        Assert.Contains("не указана команда", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_printed()
    {
        using var site = new ScratchSite();
        var run = Executable.RunProcess(site.Root, "--version");
        Assert.Equal(0, run.Code);
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }

    private static async Task<(int Code, string Out, string Error)> Run(string[] arguments, int expected = 0)
    {
        using var site = new ScratchSite();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, Stream.Null) { Folder = site.Root };
        var code = await Task.Run(() => CommandTable.Run(arguments, terminal), TestContext.Current.CancellationToken);
        Assert.Equal(expected, code);
        return (code, output.ToString(), error.ToString());
    }
}
