using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using AiDigest.Cli;
using AiDigest.Core.Diagnostics;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Diagnostics;

/// <summary>Every message speaks both languages and shows the same arguments in both.</summary>
public partial class MessagesTests
{
    /// <summary>Texts of these members are the same in both languages, or mostly what others say.</summary>
    private static readonly string[] Foreign =
    [
        "PreviewMessages.Code", "CliMessages.Stage", "CliMessages.Subject", "CliMessages.Named", "Messages.LostLiquid",
    ];

    private static readonly Type[] Catalogues = [typeof(Messages), typeof(CliMessages), typeof(PreviewMessages)];

    public static TheoryData<string> Names => [.. Members().Select(member => member.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_is_in_both_languages(string name)
    {
        foreach (var (_, message, _) in All(name))
        {
            Assert.NotEqual("", message.English);
            Assert.NotEqual("", message.Russian);
            if (!Foreign.Contains(name))
            {
                Assert.Matches("[А-Яа-яЁё]", message.Russian);
                Assert.DoesNotMatch("[А-Яа-яЁё]", message.English.Replace("й", "", StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Both_languages_show_the_same_arguments(string name)
    {
        foreach (var (_, message, marks) in All(name))
        {
            foreach (var mark in marks)
            {
                Assert.True(
                    message.English.Contains(mark, StringComparison.Ordinal) == message.Russian.Contains(mark, StringComparison.Ordinal),
                    $"{name}: only one language shows {mark}: {message.English} | {message.Russian}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Russian_has_its_own_quotes(string name)
    {
        foreach (var (_, message, _) in All(name))
        {
            // A shell needs its own quotes.
            Assert.DoesNotMatch("['\"“”]", message.Russian.Replace("\"Заголовок\"", "", StringComparison.Ordinal));
            Assert.Equal(message.Russian.Count(c => c == '«'), message.Russian.Count(c => c == '»'));
            Assert.DoesNotContain(" - ", message.Russian, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Sentences_are_lines_without_a_full_stop(string name)
    {
        foreach (var (_, message, _) in All(name))
        {
            Assert.Equal(message.English.Count(c => c == '\n'), message.Russian.Count(c => c == '\n'));
            if (!name.StartsWith("Preview", StringComparison.Ordinal))
            {
                Assert.False(message.English.EndsWith('.'), message.English);
                Assert.False(message.Russian.EndsWith('.'), message.Russian);
            }
        }
    }

    /// <summary>A number takes the form of its noun by the rules of CLDR: one, few and many in Russian, one and other in English.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Counts_agree_with_their_nouns(string name)
    {
        foreach (var (method, _, _) in All(name).Where(one => one.Method is not null))
        {
            foreach (var (number, category) in new[] { (1, "one"), (21, "one"), (3, "few"), (5, "many"), (11, "many") })
            {
                var text = Call(method!, number).Message.Russian;
                foreach (var match in Noun().Matches(text).Where(match => match.Groups[1].Value == Text(number)))
                {
                    var noun = match.Groups[2].Value;
                    Assert.True(Nouns[category].Contains(noun) || !Nouns.Values.Any(all => all.Contains(noun)), $"{name}: {text}");
                }
            }
        }
    }

    /// <summary>Russian in the code beside the catalogues: words of names, dates and lists that are data.</summary>
    private static readonly string[] Data =
    [
        "Content/FrontMatter/EntryFields.cs", "Content/FrontMatter/SettingsFields.cs", "Content/FrontMatter/ValueReader.cs",
        "Content/PageParser.cs", "Content/TagsParser.cs", "Import/Bibliography/PartialDate.cs",
        "Import/Feeds/OwnFeed.cs", "Import/SiteDay.cs", "Language/", "Markdown/Typography/",
        "Rendering/Writers/LlmsWriter.cs", "Search/",
    ];

    [Fact]
    public void Calls_hold_no_texts()
    {
        var found =
            from file in Directory.EnumerateFiles(Checkout.PathOf("src"), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            let path = Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/')
            where path.Split('/')[2] is not ("bin" or "obj" or "CliMessages.cs" or "CliMessages.Commands.cs" or "HelpTexts.cs"
                or "PreviewMessages.cs" or "Diagnostics")
            where !Data.Any(data => path.StartsWith("src/AiDigest.Core/" + data, StringComparison.Ordinal))
            from line in WithoutHelp(File.ReadAllLines(file).Index())
            where RussianText().IsMatch(line.Item)
            select $"{path}:{line.Index + 1}: a text for users belongs into Messages, CliMessages or PreviewMessages";
        Assert.Equal([], found);
    }

    /// <summary>A command holds the texts of its help.</summary>
    private static IEnumerable<(int Index, string Item)> WithoutHelp(IEnumerable<(int Index, string Item)> lines)
    {
        var isHelp = false;
        foreach (var line in lines)
        {
            isHelp = line.Item == "    public static readonly HelpText[] Help =" || (isHelp && line.Item != "    ];");
            if (!isHelp)
            {
                yield return line;
            }
        }
    }

    [Fact]
    public void Rules_are_in_both_languages() => Assert.All(Catalogue.All, rule =>
    {
        Assert.Matches("[А-Яа-яЁё]", rule.Named.Russian);
        Assert.Matches("[А-Яа-яЁё]", rule.Explained.Russian);
        Assert.DoesNotMatch("[А-Яа-яЁё]", rule.Named.English + rule.Explained.English.Replace("й", "", StringComparison.Ordinal));
        var prose = Code().Replace(rule.Named.Russian + "\n" + rule.Explained.Russian, "");
        Assert.DoesNotMatch("['\"“”]", prose);
        Assert.DoesNotContain(" - ", prose, StringComparison.Ordinal);
    });

    /// <summary>By category of the number: after a verb or a colon, and in the genitive after <c>больше</c> or <c>нет</c>.</summary>
    private static readonly Dictionary<string, string[]> Nouns = new(StringComparer.Ordinal)
    {
        ["one"] =
        [
            "запись", "тег", "страница", "файл", "ошибка", "подсказка", "предупреждение", "знак", "элемент", "предложение",
            "файла", "знака", "уровня", "байта",
        ],
        ["few"] =
        [
            "записи", "тега", "страницы", "файла", "ошибки", "подсказки", "предупреждения", "знака", "элемента", "предложения",
            "файлов", "знаков", "уровня", "уровней", "байт",
        ],
        ["many"] =
        [
            "записей", "тегов", "страниц", "файлов", "ошибок", "подсказок", "предупреждений", "знаков", "элементов", "предложений",
            "уровней", "байт",
        ],
    };

    private static IEnumerable<(string Name, MemberInfo Member)> Members() =>
        from type in Catalogues
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where member is PropertyInfo { PropertyType: var of } && of == typeof(Message)
            || (member is MethodInfo { IsSpecialName: false, ReturnType: var returned } && returned == typeof(Message))
        orderby type.Name, member.Name
        select ($"{type.Name}.{member.Name}", member);

    /// <summary>A member with marks for its arguments; with each value of an enumeration or flag.</summary>
    private static IEnumerable<(MethodInfo? Method, Message Message, ImmutableArray<string> Marks)> All(string name)
    {
        foreach (var member in Members().Where(member => member.Name == name).Select(member => member.Member))
        {
            if (member is PropertyInfo property)
            {
                yield return (null, (Message)property.GetValue(null)!, []);
            }
            else
            {
                foreach (var number in new[] { 7, 1 })
                {
                    var (message, marks) = Call((MethodInfo)member, number);
                    yield return ((MethodInfo)member, message, marks);
                }
            }
        }
    }

    private static (Message Message, ImmutableArray<string> Marks) Call(MethodInfo method, int number)
    {
        var marks = ImmutableArray.CreateBuilder<string>();
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, number, marks)).ToArray();
        return ((Message)method.Invoke(null, arguments)!, marks.ToImmutable());
    }

    private static object? Argument(ParameterInfo parameter, int number, ImmutableArray<string>.Builder marks)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        var mark = parameter.Name!.ToUpperInvariant();
        if (type == typeof(Message))
        {
            return new Message(mark, "Ы" + mark);
        }

        if (type == typeof(string))
        {
            marks.Add(mark);
            return mark;
        }

        return type == typeof(int) || type == typeof(long) ? System.Convert.ChangeType(number, type, CultureInfo.InvariantCulture)
            : type == typeof(bool) ? number != 1
            : type == typeof(char) ? '#'
            : type == typeof(byte) ? (byte)number
            : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(number)
            : type == typeof(DateOnly) ? new DateOnly(2026, 11, 14)
            : type == typeof(IReadOnlyList<string>) ? new[] { "PLACE" }
            : type.IsEnum ? Enum.ToObject(type, number == 1 ? 0 : 1)
            : throw new NotSupportedException($"{method(parameter)}: {type}");

        static string method(ParameterInfo of) => $"{of.Member.DeclaringType!.Name}.{of.Member.Name}";
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(\\d+) ([а-яё]+)")]
    private static partial Regex Noun();

    [GeneratedRegex("^(?!\\s*//).*\"[^\"]*[А-Яа-яЁё]{3}")]
    private static partial Regex RussianText();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();
}
