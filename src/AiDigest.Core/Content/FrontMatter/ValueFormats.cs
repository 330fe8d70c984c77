namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// The formats of source files, as tables of their keys: the one list that binds values, finds unknown keys, and describes
/// the files to editors.
/// </summary>
public static class ValueFormats
{
    public static IReadOnlyList<Field> Paper => EntryFields.Yaml;

    /// <summary>The upper level of a file with several entries of a day.</summary>
    public static IReadOnlyList<Field> Day { get; } = Array.FindAll(EntryFields.Day, field => !field.OfOne);

    public static IReadOnlyList<Field> Correction => EntryFields.Correction;

    public static IReadOnlyList<Field> Page => PageParser.Fields;

    public static IReadOnlyList<Field> Settings => SettingsFields.Site;

    public static IReadOnlyList<Field> Limits => SettingsFields.Limits;

    public static IReadOnlyList<Field> MenuItem => SettingsFields.Menu;

    /// <summary>The value of one tag of the registry.</summary>
    public static IReadOnlyList<Field> Tag => TagsParser.Fields;
}
