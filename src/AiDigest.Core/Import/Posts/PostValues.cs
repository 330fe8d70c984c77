using System.Globalization;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>Values of front matter as its generators mean them.</summary>
internal static class PostValues
{
    private static readonly string[] Forms =
        ["yyyy-MM-dd HH:mm:ss zzz", "yyyy-MM-dd HH:mm zzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mmzzz",
            "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz"];

    public static string? Text(ExtraValue value) =>
        value is ExtraValue.Text text && text.Value.Trim().Length > 0 ? text.Value.Trim() : null;

    public static List<string>? List(ExtraValue value) => value switch
    {
        ExtraValue.Text text => text.Value.Trim().Length == 0 ? [] : [text.Value.Trim()],
        ExtraValue.Sequence list =>
            [.. list.Items.Select(item => item is ExtraValue.Mapping mapping ? Get(mapping, "name") : Text(item))
                .Where(item => item is not null).Select(item => item!)],
        ExtraValue.Null => [],
        _ => null,
    };

    /// <summary>Booleans of YAML 1.1, which Jekyll and Hugo take (yaml.org/type/bool.html).</summary>
    public static bool? Flag(string? text) => text?.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "y" or "1" => true,
        "false" or "no" or "off" or "n" or "0" => false,
        _ => null,
    };

    /// <summary>RFC 3339, or Jekyll's <c>2015-11-17 16:16:01 -0600</c>; null where there is no offset.</summary>
    public static DateTimeOffset? Moment(string text)
    {
        if (Facts.Moment(text) is { } moment)
        {
            return moment;
        }

        var spaced = text.Length > 5 && text[^5] is '+' or '-' && text[^4..].All(char.IsAsciiDigit) ? text[..^2] + ":" + text[^2..] : text;
        return DateTimeOffset.TryParseExact(spaced, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year is >= 1900 and < 2200 && HasOffset(spaced) ? read : null;
    }

    /// <summary>
    /// Pictures of the front matter, with their descriptions: a path, a list, or a mapping such as <c>cover: {image, alt}</c>.
    /// </summary>
    public static List<(string Path, string? Alt)> Picture(ExtraValue value)
    {
        switch (value)
        {
            case ExtraValue.Text when Text(value) is { } path:
                return [(path, null)];
            case ExtraValue.Sequence list:
                return [.. list.Items.SelectMany(Picture)];
            case ExtraValue.Mapping mapping:
                foreach (
                    var key in (string[])["image", "src", "path", "url", "relative_path", "teaser", "overlay_image", "filename", "feature"])
                {
                    if (Get(mapping, key) is { } found)
                    {
                        return [(found, Get(mapping, "alt") ?? Get(mapping, "caption") ?? Get(mapping, "image_alt")
                            ?? Get(mapping, "image_description"))];
                    }
                }

                break;
        }

        return [];
    }

    /// <summary>Names of people: texts, or mappings with <c>name</c>, or with <c>given</c> and <c>family</c> as in CSL.</summary>
    public static List<string> People(ExtraValue value) => value switch
    {
        ExtraValue.Sequence list => [.. list.Items.SelectMany(People)],
        ExtraValue.Mapping person =>
            Get(person,
                "family") is { } family ? [string.Join(
                    ' ', ((string?[])[Get(person, "given"), Get(person, "prefix"), family, Get(person, "suffix")])
                    .Where(part => part is not null))]
            : Get(person, "name") is { } name ? [name] : [],
        _ => Text(value) is { } text ? [text] : [],
    };

    public static bool HasFamilies(ExtraValue value) =>
        value is ExtraValue.Sequence { Items: var items }
            && items.Any(item => item is ExtraValue.Mapping person && Get(person, "family") is not null);

    public static bool IsBlank(ExtraValue value) =>
        value is ExtraValue.Null || (value is ExtraValue.Text text && text.Value.Trim().Length == 0)
            || value is ExtraValue.Sequence { Items.IsEmpty: true };

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');

    private static string? Get(ExtraValue.Mapping mapping, string name)
    {
        foreach (var (key, value) in mapping.Members)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return Text(value);
            }
        }

        return null;
    }
}
