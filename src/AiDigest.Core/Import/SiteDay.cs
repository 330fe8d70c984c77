using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Import;

/// <summary>Today, as the site counts its days.</summary>
public static class SiteDay
{
    public static DateOnly Today(BuildOptions options) => Time(options).Day(EntryDate.Of(options.Now));

    /// <summary>The site's time zone; that of the defaults where its settings name none that exists.</summary>
    public static SiteTime Time(BuildOptions options)
    {
        var settings = Settings(options);
        return SiteTime.Find((settings ?? new Settings()).TimeZone.Text) ?? SiteTime.Find(new Settings().TimeZone.Text)!;
    }

    /// <summary>The tag of a new entry that has none, in the language of the site: an entry must have one.</summary>
    public static string Untagged(BuildOptions options) => (Settings(options) ?? new Settings()).Language == "en" ? "misc" : "разное";

    /// <summary>The bounds that the site sets for its entries.</summary>
    public static Limits Limits(BuildOptions options) => (Settings(options) ?? new Settings()).Limits;

    private static Settings? Settings(BuildOptions options)
    {
        var sources = new SourceList(options.Root, []);
        return sources.Settings is { } file ? SettingsParser.Parse(file.Path, sources.Read(file.Path), OutputKind.Names).Value : null;
    }
}

/// <summary>The forms of ids, for those who take them from a command line.</summary>
public static class EntryIds
{
    /// <summary>The arXiv id in an id or a pasted address; null where there is none.</summary>
    public static string? Arxiv(string text) => Facts.Arxiv(text);
}
