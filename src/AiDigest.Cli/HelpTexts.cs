using System.CommandLine;
using System.CommandLine.Help;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Cli;

/// <summary>
/// What <c>--help</c> says, in both languages: here of the tool itself, in the file of each command of that command. A test looks for
/// the text of each argument and option.
/// </summary>
internal static class HelpTexts
{
    /// <summary>Of the tool itself and the options that all commands share.</summary>
    public static readonly HelpText[] Common =
    [
        new("", new(
            "Builds a digest of research papers from Markdown and YAML.\nExample: aidigest build --base-url "
            + "https://user.github.io/digest/",
            "Собирает дайджест научных статей из Markdown и YAML.\nПример: aidigest build --base-url https://user.github.io/digest/")),
        new("--root", new(
            "The folder of the site (default: the nearest one upwards with content/)",
            "Папка сайта (по умолчанию — ближайшая вверх, в которой есть content/)")),
        new("--output", new(
            "Where the site is written (default: site-output in the root)", "Куда писать сайт (по умолчанию — site-output в папке сайта)")),
        new("--base-url", new("Absolute address at which this build is published", "Полный адрес, по которому выйдет эта сборка")),
        new("--drafts", new("Show drafts", "Показать черновики")),
        new("--future", new("Show entries dated in the future", "Показать записи с будущей датой")),
        new("--now", new("The moment to take for the present (RFC 3339)", "Какой момент считать текущим (RFC 3339)")),
        new("--jobs", new(
            "Threads that work side by side (default: all processors)", "Сколько потоков работает сразу (по умолчанию — по числу ядер)")),
        new("--no-cache", new("Neither read nor write the cache", "Не читать и не писать кэш")),
        new("--format", new("How results are printed; sarif by check alone", "В каком виде выводить результат; sarif — только для check")),
        new("--lang", new("Language of messages (default: that of the site)", "Язык сообщений (по умолчанию — язык сайта)")),
        new("--quiet", new("Print errors and warnings only", "Выводить только ошибки и предупреждения")),
        new("--verbose", new("Print more about the run", "Подробно рассказать о ходе работы")),
        new("--version", new("Show version information", "Показать версию")),
        new("--help", new("Show help and usage information", "Показать эту справку")),
    ];

    /// <summary>The words that System.CommandLine puts around descriptions, and ours; whole lines, or parts in brackets.</summary>
    private static readonly (string English, string Russian)[] Frame =
    [
        ("Description:", "Описание:"), ("Usage:", "Команда:"), ("Arguments:", "Аргументы:"), ("Options:", "Параметры:"),
        ("Commands:", "Команды:"), ("[options]", "[параметры]"), ("[command]", "[команда]"), ("[default: ", "[по умолчанию: "),
    ];

    /// <summary>Gives a command, its options and its arguments their descriptions.</summary>
    public static void Describe(Command command, HelpText[] texts, MessageLanguage language)
    {
        foreach (var (symbol, text) in texts)
        {
            Symbol? found = symbol.Length == 0 ? command
                : command.Options.FirstOrDefault(option => option.Name == symbol)
                    ?? (Symbol?)command.Arguments.FirstOrDefault(argument => argument.Name == symbol);
            if (found is not null)
            {
                found.Description = text.In(language);
            }
        }
    }

    /// <summary>The help of the library, whose own words are English, in the language of the run.</summary>
    public static void Translate(Option help, MessageLanguage language)
    {
        if (language == MessageLanguage.Russian && help.Action is HelpAction inner)
        {
            help.Action = new RussianHelp(inner);
        }
    }

    internal static string InRussian(string text)
    {
        foreach (var (english, russian) in Frame)
        {
            text = english.EndsWith(':')
                ? string.Join('\n', text.Split('\n').Select(line => line.TrimEnd('\r') == english ? russian : line))
                : text.Replace(english, russian, StringComparison.Ordinal);
        }

        return text;
    }

    private sealed class RussianHelp(HelpAction inner) : System.CommandLine.Invocation.SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            using var text = new StringWriter { NewLine = output.NewLine };
            parseResult.InvocationConfiguration.Output = text;
            var code = inner.Invoke(parseResult);
            parseResult.InvocationConfiguration.Output = output;
            output.Write(InRussian(text.ToString()));
            return code;
        }
    }
}
