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
        var sources = new SourceList(options.Root, []);
        var settings = sources.Settings is { } file ? SettingsParser.Parse(file.Path, sources.Read(file.Path)).Value : null;
        return SiteTime.Find((settings ?? new Settings()).TimeZone.Text) ?? SiteTime.Find(new Settings().TimeZone.Text)!;
    }
}

/// <summary>The forms of ids, for those who take them from a command line.</summary>
public static class EntryIds
{
    public static bool IsArxiv(string text) => ArxivId.IsValid(text);
}
