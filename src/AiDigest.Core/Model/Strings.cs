using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>
/// The words of one language: texts by name with <c>{placeholders}</c>, plurals by the rules of CLDR, and dates written out without
/// the system's culture. A name that is missing is a mistake of the theme and throws <see cref="MissingStringException"/>.
/// </summary>
public sealed class Strings(string language, IReadOnlyDictionary<string, LocalizedText> texts)
{
    public string Language { get; } = language;

    public IEnumerable<string> Names => texts.Keys;

    /// <summary>The text with this name.</summary>
    public string Text(string name)
    {
        var text = Find(name);
        return text.Text ?? throw new MissingStringException(Messages.StringIsPlural(name), text.At);
    }

    /// <summary>The text with each <c>{placeholder}</c> replaced once; what a value contains is never looked at again.</summary>
    public string Text(string name, params ReadOnlySpan<(string Name, string Value)> values) => Fill(Text(name), values);

    /// <summary>The plural form for a number, whose <c>{n}</c> is the number itself.</summary>
    public string Count(string name, long number)
    {
        var category = PluralRule.Category(Language, number);
        var text = Find(name);
        var form = text.Form(category);
        return form.Length > 0
            ? Fill(form, [("n", Number(number))])
            : throw new MissingStringException(Messages.StringWithoutForm(name, category), text.At);
    }

    /// <summary>Digits in groups of three, parted by a no-break space from five digits on in Russian, by a comma in English.</summary>
    public string Number(long number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Length < (Language == "ru" ? 5 : 4))
        {
            return digits;
        }

        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0)
            {
                text.Append(Language == "ru" ? '\u00A0' : ',');
            }

            text.Append(digits[i]);
        }

        return text.ToString();
    }

    /// <summary><c>14 ноября 2026</c>: a day within a text.</summary>
    public string Day(DateOnly day) => Text("date.day",
        ("day", day.Day.ToString(CultureInfo.InvariantCulture)), ("month", Text($"date.of.{day.Month}")), ("year", Year(day.Year)));

    /// <summary><c>суббота</c>.</summary>
    public string Weekday(DateOnly day) => Text($"date.day_of_week.{(((int)day.DayOfWeek + 6) % 7) + 1}");

    /// <summary><c>3–14 ноября 2026</c>: the days from one to another, as briefly as they can be told.</summary>
    public string Days(DateOnly from, DateOnly to) => from == to ? Day(to)
        : from.Year != to.Year ? Text("date.range", ("from", Day(from)), ("to", Day(to)))
        : from.Month != to.Month ? Text("date.range", ("from", DayOfMonth(from)), ("to", Day(to)))
        : Text("date.day", ("day", $"{Digits(from.Day)}–{Digits(to.Day)}"), ("month", Text($"date.of.{to.Month}")), ("year",
            Year(to.Year)));

    private string DayOfMonth(DateOnly day) => Text("date.day_of_month", ("day", Digits(day.Day)), ("month", Text($"date.of.{day.Month}")));

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>Ноябрь 2026</c>: a month as a heading.</summary>
    public string Month(int year, int month) => Text("date.month", ("month", Text($"date.name.{month}")), ("year", Year(year)));

    public string MonthName(int month) => Text($"date.name.{month}");

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    private LocalizedText Find(string name) => texts.TryGetValue(name, out var text)
        ? text
        : throw new MissingStringException(Messages.NoSuchString(name, NearestName.Of(name, texts.Keys)), default);

    private static string Fill(string text, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
        {
            return text;
        }

        var filled = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[256]);
        var rest = text.AsSpan();
        while (true)
        {
            var open = rest.IndexOf('{');
            var length = open < 0 ? -1 : rest[open..].IndexOf('}');
            if (length < 0)
            {
                filled.AppendFormatted(rest);
                return filled.ToStringAndClear();
            }

            filled.AppendFormatted(rest[..open]);
            if (Find(rest.Slice(open + 1, length - 1), values) is { } value)
            {
                filled.AppendLiteral(value);
                rest = rest[(open + length + 1)..];
            }
            else
            {
                filled.AppendLiteral("{");
                rest = rest[(open + 1)..];
            }
        }
    }

    private static string? Find(ReadOnlySpan<char> name, ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var value in values)
        {
            if (name.SequenceEqual(value.Name))
            {
                return value.Value;
            }
        }

        return null;
    }
}

/// <summary>A theme asks for words that its strings lack.</summary>
public sealed class MissingStringException(Message message, SourceRef at) : MessageException(message)
{
    /// <summary>The name in its file; on line 0 where no file has it.</summary>
    public SourceRef At { get; } = at;
}
