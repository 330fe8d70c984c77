using System.Globalization;
using System.Text.RegularExpressions;
using AiDigest.Cli;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;

namespace AiDigest.Tests.Sites;

/// <summary>
/// The broken sites: each is a folder of <c>Sites/invalid</c> whose name says the mistake, with the sources and with what the build
/// prints to standard error. A folder without sources belongs to a site that <see cref="MadeSites"/> makes in code.
/// </summary>
internal static partial class BrokenSite
{
    public const string Folder = "tests/AiDigest.Tests/Sites/invalid";

    public static IReadOnlyList<string> Names { get; } =
    [
        .. Directory.GetDirectories(Checkout.PathOf(Folder)).Select(path => Path.GetFileName(path)!)
            .Union(MadeSites.All.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    public static string ExpectedPath(string name, MessageLanguage language = MessageLanguage.English) =>
        $"{Folder}/{name}/expected{(language == MessageLanguage.Russian ? ".ru" : "")}.txt";

    /// <summary>Makes the site in a new folder and builds it.</summary>
    public static BuildReport Build(string name, ScratchSite site)
    {
        Make(name, site);
        return site.Build();
    }

    public static void Make(string name, ScratchSite site)
    {
        if (MadeSites.All.TryGetValue(name, out var make))
        {
            make(site);
        }
        else
        {
            Copy(Checkout.PathOf($"{Folder}/{name}"), site);
        }
    }

    /// <summary>What <c>aidigest build</c> prints to standard error.</summary>
    public static string Told(BuildReport report, MessageLanguage language = MessageLanguage.English)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        TextReport.Diagnostics(new Terminal(TextWriter.Null, text, Stream.Null) { Language = language }, report);
        return text.ToString();
    }

    /// <summary>The first lines of the diagnostics that all sites together expect, by id.</summary>
    public static ILookup<string, string> ExpectedLines(MessageLanguage language = MessageLanguage.English) => Names
        .Select(name => Checkout.PathOf(ExpectedPath(name, language)))
        .Where(File.Exists)
        .SelectMany(File.ReadLines)
        .Select(line => (Line: line, Match: Head().Match(line)))
        .Where(found => found.Match.Success)
        .ToLookup(found => found.Match.Groups[1].Value, found => found.Line, StringComparer.Ordinal);

    private static void Copy(string folder, ScratchSite site)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            if (path is not ("expected.txt" or "expected.ru.txt"))
            {
                site.Add(path, File.ReadAllBytes(file));
            }
        }
    }

    [GeneratedRegex(@"^\S.*:\d+:\d+: (?:error|warning) (AD\d{4}): ")]
    private static partial Regex Head();
}
