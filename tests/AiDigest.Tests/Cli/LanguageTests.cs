using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>Messages are in the language of <c>--lang</c>, else in that of the site; the words of machines are the same in both.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("ru", null, "неизвестный ключ «tgas»")]
    [InlineData("en", null, "unknown key 'tgas'")]
    [InlineData("en", "--lang=ru", "неизвестный ключ «tgas»")]
    [InlineData("ru", "--lang=en", "unknown key 'tgas'")]
    public async Task A_diagnostic_is_in_the_language_of_the_run(string site, string? option, string message)
    {
        using var scratch = new ScratchSite().Settings($"url: https://a.example/\nlanguage: {site} # of the site")
            .AddPaper("x", "2026-11-14", "tag", "Текст.", "tgas: [x]");

        // Executable.Run would add a language itself.
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] arguments = ["build", "--no-cache", .. option is null ? [] : (string[])[option]];
        var terminal = new AiDigest.Cli.Terminal(output, error, Stream.Null) { Folder = scratch.Root };
        var code = await Task.Run(() => AiDigest.Cli.CommandTable.Run(arguments, terminal), TestContext.Current.CancellationToken);

        Assert.Equal(1, code);
        Assert.Contains("content/papers/x.md:5:1: error AD0103: " + message, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "1 запись")]
    [InlineData(2, "2 записи")]
    [InlineData(5, "5 записей")]
    [InlineData(11, "11 записей")]
    [InlineData(14, "14 записей")]
    [InlineData(21, "21 запись")]
    [InlineData(22, "22 записи")]
    [InlineData(100, "100 записей")]
    [InlineData(111, "111 записей")]
    [InlineData(0, "0 записей")]
    public void Counts_take_the_plurals_of_Russian(int count, string text) =>
        Assert.Equal(text, Messages.Russian(count, "запись", "записи", "записей"));
}
