namespace AiDigest.Core.Content.FrontMatter;

/// <summary>The keys of all formats together: a line of broken YAML that begins with one of them is probably meant as that key.</summary>
internal static class KnownKeys
{
    public static bool Contains(string name) =>
        Has(EntryFields.Day, name) || Has(SettingsFields.Site, name) || Has(SettingsFields.Menu, name) || Has(SettingsFields.Limits, name)
            || name is "text";

    private static bool Has(Field[] fields, string name) => Array.Exists(fields, field => field.Name == name);
}
