using System.Text.RegularExpressions;

namespace AiDigest.Core.Diagnostics;

/// <summary>
/// What libraries and the operating system say, in Russian: YamlDotNet, Scriban, System.Text.Json and the files of .NET word their problems
/// in English only. The usual ones have a row here; the others stay as they are, so the reader can look them up.
/// </summary>
internal static partial class OutsideTexts
{
    private static readonly (Regex English, string Russian)[] Yaml = Rows(
    [
        ("^While parsing a block mapping, did not find expected key$", "здесь должен стоять ключ; проверьте отступ и кавычки"),
        ("^While parsing a block collection, did not find expected '-' indicator$", "элемент списка должен начинаться с дефиса"),
        ("^While parsing a flow mapping, +did not find expected ',' or '}'$",
            "в фигурных скобках не хватает запятой или закрывающей скобки"),
        ("^While parsing a flow sequence, did not find expected ',' or '\\]'$", "в списке не хватает запятой или закрывающей скобки"),
        ("^While parsing a node, did not find expected (?:node content|token)$", "после двоеточия или дефиса нет значения"),
        ("^While scanning a simple key, could not find expected ':'$", "после ключа нет двоеточия"),
        ("^While scanning a (?:multi-?line )?plain scalar(?: value)?, found invalid mapping$", "двоеточие в тексте без кавычек"),
        ("^While scanning a plain scalar, found a tab character that violate indentation$", "табуляция вместо пробелов в отступе"),
        ("^While scanning a mapping, found invalid tab as indentation$", "табуляция вместо пробелов в отступе"),
        ("^While scanning a (?:quoted scalar|.*?double-quoted scalar), found unexpected end of stream$", "кавычка не закрыта"),
        ("^While scanning a (?:quoted scalar|.*?double-quoted scalar), found wrong indentation$",
            "у строк в кавычках слишком маленький отступ"),
        ("^While (?:scanning|parsing) a quoted scalar, found unknown escape character$", "неизвестный знак после обратной косой черты"),
        ("^While scanning for the next token, found character that cannot start any token$",
            "с этого знака текст без кавычек начинаться не может"),
        ("^While scanning a block scalar, did not find expected comment or line break$",
            "после «|» или «>» в строке не должно быть текста"),
        ("^While scanning a literal block scalar, found (?:extra|more) spaces .*$", "у первых строк текста после «|» лишний отступ"),
        ("^Block sequence entries are not allowed in this context$", "список здесь начинаться не может; начните его с новой строки"),
        ("^Mapping (?:values|keys) are not allowed in this context$", "ключ здесь начинаться не может; проверьте отступ и кавычки"),
        ("^Invalid key indicator format$", "после вопросительного знака в начале строки нужен пробел"),
        ("^Did not find expected <document (?:start|end)>$", "после последнего ключа стоит лишний текст"),
        ("^(?:Encountered )?[Dd]uplicate key ?(.*)$", "ключ $1 повторяется"),
    ]);

    private static readonly (Regex English, string Russian)[] Template = Rows(
    [
        ("^The <end> statement was not found$", "не хватает закрывающего слова end"),
        ("^Found <end> statement without a corresponding beginning of a block$", "end лишний: закрывать нечего"),
        ("^Expecting 'in' word instead of `(.*?)`.*$", "вместо «$1» нужно слово in"),
        ("^Expecting <expression> instead of `(.*?)`.*$", "вместо «$1» нужно выражение"),
        ("^Expecting <index_expression> instead of `(.*?)`.*$", "вместо «$1» нужен номер или ключ в скобках"),
        ("^Expecting an <expression> to the right of the operator instead of `(.*?)`.*$",
            "справа от знака нужно выражение, а стоит «$1»"),
        ("^Expecting a closing parenthesis for a function call.*$", "скобка вызова не закрыта"),
        ("^Expecting a variable instead of `(.*?)`.*$", "вместо «$1» нужна переменная"),
        ("^Expecting at least the name of the template to include.*$", "после include нужно имя шаблона"),
        ("^A else condition must be preceded by another if.*$", "else без своего if"),
        ("^Invalid token found `(.*?)`.*$", "непонятный знак «$1»"),
        ("^Unexpected token (?:found )?`(.*?)`.*$", "лишний знак «$1»"),
        ("^Unexpected end of file while parsing a string not terminated by a (.*)$", "кавычка не закрыта: нужна $1"),
        ("^Unexpected escape character `(.*?)` in string.*$", "неизвестный знак «$1» после обратной косой черты"),
        ("^Unexpected code block exit '}}' while no code block enter '{{' has been found$", "«}}» лишние: «{{» перед ними нет"),
        ("^Opened interpolated expression not closed on the same line.*$", "вставка в строке не закрыта"),
        ("^The <(break|continue)> statement can only be used inside for/while loops$", "$1 бывает только внутри цикла"),
        ("^The (?:variable or )?function `(.*?)` was not found.*$", "нет переменной или функции «$1»"),
        ("^Cannot get the member (.*?) for a null object.*$", "не взять «$1»: такого объекта нет"),
        ("^Object `(.*?)` is null\\. Cannot access (?:member|indexer): (.*)$", "не взять «$2»: у «$1» нет значения"),
        ("^Invalid number of arguments `(.*?)` passed to `(.*?)` while expecting `(.*?)` arguments.*$",
            "у «$2» аргументов $1, а нужно $3"),
        ("^Expecting an integer\\. The operator `(.*?)` is not supported.*$", "знак «$1» здесь не работает: нужно число"),
        ("^The operator `(.*?)` is not supported between `?(.*?)`? and `?(.*?)`?$", "знак «$1» не работает между $2 и $3"),
        ("^Cannot divide by 0$", "деление на ноль"),
        ("^Unable to convert type `(.*?)` to `?(.*?)`?\\.?$", "значение вида $1 не превращается в $2"),
        ("^The statement depth limit `(.*?)` was reached.*$", "вложенность больше допустимой ($1)"),
    ]);

    private static readonly (Regex English, string Russian)[] Files = Rows(
    [
        ("^Could not find file '(.*)'\\.?$", "нет файла $1"),
        ("^Could not find a part of the path(?: '(.*)')?\\.?$", "нет папки $1"),
        ("^Access to the path(?: '(.*)')? is denied\\.?$", "нет доступа к $1"),
        ("^(?:Permission denied|Operation not permitted)(?: : '(.*)')?$", "нет доступа $1"),
        ("^(?:No space left on device|There is not enough space on the disk\\.?|Disk quota exceeded)(?: : '(.*)')?$",
            "на диске кончилось место: $1"),
        ("^Read-only file system(?: : '(.*)')?$", "диск открыт только для чтения: $1"),
        ("^(?:The file name '(.*)' is too long|The path '(.*)' is too long, or a component of the specified path is too long)\\.?$",
            "слишком длинное имя: $1$2"),
        ("^The specified file name or path is too long, or a component of the specified path is too long\\.?$", "слишком длинное имя"),
        ("^File name too long(?: : '(.*)')?$", "слишком длинное имя: $1"),
        ("^The process cannot access the file '(.*)' because it is being used by another process\\.?$",
            "файл занят другой программой: $1"),
        ("^The (?:file|directory) '(.*)' already exists\\.?$", "уже есть: $1"),
        ("^Cannot create '(.*)' because a file or directory with the same name already exists\\.?$", "уже есть: $1"),
        ("^Directory not empty(?: : '(.*)')?$", "папка не пуста: $1"),
        ("^Not a directory(?: : '(.*)')?$", "это не папка: $1"),
        ("^Too many open files.*$", "открыто слишком много файлов"),
        ("^Too many levels of symbolic links(?: : '(.*)')?$", "ссылки ведут по кругу: $1"),
        ("^Input/output error(?: : '(.*)')?$", "диск не отвечает: $1"),
        ("^Broken pipe$", "программа, которая читала вывод, закрылась"),
        ("^No such file or directory$", "нет такого файла"),
        ("^Name or service not known.*$", "такого сервера нет"),
        ("^Connection refused.*$", "сервер не принимает соединений"),
        ("^Address already in use.*$", "порт занят"),
    ]);

    private static readonly (Regex English, string Russian)[] Json = Rows(
    [
        ("^'(.*)' is an invalid start of a value$", "значение не может начинаться с «$1»"),
        ("^'(.*)' is an invalid start of a property name.*$", "имя ключа берут в двойные кавычки, а здесь «$1»"),
        ("^'(.*)' is invalid after a value.*$", "после значения нужна запятая или скобка, а здесь «$1»"),
        ("^'(.*)' is invalid after a property name.*$", "после имени ключа нужно двоеточие, а здесь «$1»"),
        ("^'(.*)' is invalid after a single JSON value.*$", "после конца JSON стоит лишнее: «$1»"),
        ("^'(.*)' is invalid within a JSON string.*$", "внутри строки не может быть «$1»"),
        ("^'(.*)' is an invalid escapable character within a JSON string.*$", "неизвестный знак «$1» после обратной косой черты"),
        ("^Expected end of string, but instead reached end of data$", "строка обрывается: нет закрывающей кавычки"),
        ("^Expected depth to be zero at the end of the JSON payload.*$", "файл обрывается: не все скобки закрыты"),
        ("^The input does not contain any JSON tokens.*$", "в файле ничего нет"),
        ("^The maximum configured depth of (\\d+) has been exceeded.*$", "вложенность больше $1"),
        ("^Expected start of a property name or value, but instead reached end of data.*$", "файл обрывается: не все скобки закрыты"),
        ("^'(.*)' is an invalid end of a number.*$", "число обрывается: «$1»"),
        ("^The JSON value .*$", "значение другого вида"),
    ]);

    public static string OfYaml(string english) => Russian(english, Yaml);

    /// <summary>
    /// Scriban names the statement and its form around the reason: <c>Error while parsing for statement: … in: for …</c>.
    /// </summary>
    public static string OfTemplate(string english)
    {
        var framed = Frame().Match(english);
        var reason = Russian(framed.Success ? framed.Groups[1].Value : english, Template);
        return framed.Groups[2] is { Success: true, Value: var form } ? $"{reason}; пишется так: {form}" : reason;
    }

    public static string OfJson(string english) => Russian(english, Json);

    /// <summary>Of files and connections. A sentence about a path that could not be written keeps the path.</summary>
    public static string OfSystem(string english)
    {
        const string Cannot = "Cannot write '";
        return english.StartsWith(Cannot, StringComparison.Ordinal) && english.IndexOf("': ", StringComparison.Ordinal) is > 0 and var end
            ? $"не удалось записать «{english[Cannot.Length..end]}»: {OfSystem(english[(end + 3)..])}"
            : Russian(english, Files);
    }

    [GeneratedRegex("^Error while parsing [^:]*: (.*?)(?: in: (.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Frame();

    private static string Russian(string english, (Regex English, string Russian)[] rows)
    {
        var line = english.Trim().TrimEnd('.');
        foreach (var (known, russian) in rows)
        {
            if (known.IsMatch(line))
            {
                return known.Replace(line, russian).TrimEnd(' ', ':');
            }
        }

        return english;
    }

    private static (Regex, string)[] Rows((string English, string Russian)[] rows)
    {
        const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase;
        return [.. rows.Select(row => (new Regex(row.English, Options, TimeSpan.FromSeconds(1)), row.Russian))];
    }
}
