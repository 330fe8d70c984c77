using AiDigest.Cli;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>A run of each command in Russian, as an author of a Russian site reads it.</summary>
public class RussianRunTests
{
    [Fact]
    public async Task A_day_of_an_author()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("teacache", "2026-11-14", "кэш")
            .AddPaper("later", "2026-12-31", "кэш");

        var build = await Run(site, 0, "build");
        Assert.Contains("не публикуется: content/papers/later.md:2 «", build.Out, StringComparison.Ordinal);
        Assert.Contains("»: выйдет 2026-12-31T00:00:00+03:00\n", build.Out, StringComparison.Ordinal);
        Assert.Matches("(?m)^1 запись, 1 тег, \\d+ страниц[аы]?; записано \\d+ файл(а|ов)?, без изменений — 0, удалено — 0$", build.Out);
        Assert.Matches("(?m)^собрано за \\d+\\.\\d\\d с: сайт в site-output/$", build.Out);

        var verbose = await Run(site, 0, "build", "--verbose", "--no-cache");
        Assert.Matches("(?m)^шаг +мс +штук +выделено МиБ +МиБ$", verbose.Out);
        Assert.Contains("разбор текстов", verbose.Out, StringComparison.Ordinal);

        var check = await Run(site, 0, "check");
        Assert.Matches("(?m)^проверено за \\d+\\.\\d\\d с: 1 запись, 1 тег, .*; 0 ошибок, \\d+ предупреждени[йея]", check.Out);

        var explain = await Run(site, 0, "explain", "/tags/kesh/");
        Assert.Contains("прошлая сборка: ", explain.Out, StringComparison.Ordinal);
        Assert.Contains("следующая сборка: ", explain.Out, StringComparison.Ordinal);
        Assert.Contains("исходные файлы:\n", explain.Out, StringComparison.Ordinal);
        Assert.Contains("шаблон:\n", explain.Out, StringComparison.Ordinal);

        var deploy = await Run(site, 0, "deploy", "./copy");
        Assert.Matches("(?m)^выложено в \\./copy: \\d+ файл(а|ов)?; удалено — 0, без изменений — 0$", deploy.Out);

        var clean = await Run(site, 0, "clean");
        Assert.Matches("(?m)^удалено из site-output: \\d+ файл(а|ов)?$", clean.Out);
    }

    [Fact]
    public async Task Mistakes_are_reported_with_a_fix()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/")
            .AddPaper("x", "2026-11-14", "тег", "Текст.", "tgas: [x]");

        var build = await Run(site, 1, "build");
        Assert.Contains(
            "content/papers/x.md:5:1: error AD0103: неизвестный ключ «tgas»; может быть, «tags»?\n  tgas: [x]\n  ^^^^\n"
            + "  правильно: tags: [x]\n",
            build.Error, StringComparison.Ordinal);
        Assert.Contains("не собрано: 1 ошибка, 0 предупреждений; ни один файл не записан\n", build.Out, StringComparison.Ordinal);

        Assert.Contains("aidigest: --jobs: нужно число от 1 до 1024, а не 0\n", (await Run(site, 2, "build", "--jobs", "0")).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_entry_and_an_import()
    {
        using var site = new ScratchSite().Settings("url: https://a.example/").AddPaper("teacache", "2026-11-14", "кэш");
        site.Add("refs.bib", "@article{a, title={One}, year={2024}, abstract={Text.}}\n@article{b, year={2024}}\n");

        Assert.Contains("content/papers/", (await Run(site, 0, "new", "Новая запись")).Out, StringComparison.Ordinal);
        var again = await Run(site, 1, "new", "Новая запись");
        Assert.Contains("запись с именем «novaya-zapis» уже есть; файл не создан. Свободно: --slug ", again.Error,
            StringComparison.Ordinal);
        Assert.Contains("aidigest: заголовок пустой\n", (await Run(site, 2, "new", " ")).Error, StringComparison.Ordinal);

        var import = await Run(site, 1, "import", "refs.bib");
        Assert.Contains("refs.bib:1: записано в content/papers/", import.Out, StringComparison.Ordinal);
        Assert.Contains("  учтите: указан только год", import.Out, StringComparison.Ordinal);
        Assert.Contains("refs.bib:2: не импортировано: у записи нет заголовка\n", import.Error, StringComparison.Ordinal);
        Assert.Contains("импортировано — 1, пропущено — 0, не удалось — 1\n", import.Out, StringComparison.Ordinal);
        var wrong = await Run(site, 2, "import", "refs.bib", "--from", "atom");
        Assert.Contains("aidigest: refs.bib — не лента: в нём нет XML\n", wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_site_gets_a_hint_what_makes_one()
    {
        using var folder = new TempFolder();
        var run = await Run(folder.Root, 2, "build");
        Assert.StartsWith("aidigest: сайт не найден: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("«aidigest init ПАПКА»", run.Error, StringComparison.Ordinal);

        var init = await Run(folder.Root, 0, "init", "digest");
        Assert.Contains("создано: content/site.yaml\n", init.Out, StringComparison.Ordinal);
        Assert.Contains("Сайт готов: digest. Что дальше:\n", init.Out, StringComparison.Ordinal);
        Assert.Contains("в «", (await Run(folder.Root, 2, "init", "digest")).Error, StringComparison.Ordinal);
    }

    private static Task<(string Out, string Error)> Run(ScratchSite site, int expected, params string[] arguments) =>
        Run(site.Root, expected, arguments);

    private static async Task<(string Out, string Error)> Run(string folder, int expected, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal(output, error, Stream.Null) { Folder = folder };
        string[] given = ["--lang", "ru", .. arguments, "--now", "2026-11-20T12:00:00Z"];
        var code = await Task.Run(() => CommandTable.Run(given, terminal), TestContext.Current.CancellationToken);
        Assert.True(code == expected, $"{code}: {output}{error}");
        return (output.ToString(), error.ToString());
    }
}
