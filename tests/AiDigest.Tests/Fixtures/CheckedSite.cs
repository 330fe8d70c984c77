using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Check;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>Checks scratch sites, and says what was found as <c>id path:line:column</c>.</summary>
internal static class CheckedSite
{
    public const string Prose = "Первое предложение текста. Второе предложение. Третье предложение.";

    public static ScratchSite Paper(
        this ScratchSite site, string name, string keys = "", string body = Prose, string tags = "tag", string date = "2026-11-14") =>
        site.AddPaper(name, date, tags, body, keys.Contains("arxiv", StringComparison.Ordinal)
            || keys.Contains("doi", StringComparison.Ordinal) ? keys : keys + $"\nurl: https://a.example/{name}");

    public static CheckReport Check(this ScratchSite site) => SiteChecker.Check(Options(site), TestContext.Current.CancellationToken);

    public static CheckReport CheckText(this ScratchSite site, string path, string text) =>
        SiteChecker.Check(Options(site), path, Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);

    public static BuildOptions Options(ScratchSite site) => new(site.Root, site.Output, ScratchSite.Now, 2);

    public static string[] Ids(this CheckReport report) =>
        [.. report.Diagnostics.Select(found => found.Rule.Id).Where(id => id != "AD0505")];
}
