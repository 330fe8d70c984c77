using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build;

/// <summary>Foretells that a site outgrows its host, and says which kinds of output weigh most.</summary>
internal static class HostWarnings
{
    private const int Shown = 3;

    /// <param name="files">All files of the site with their sizes in bytes; a negative size is unknown.</param>
    public static void Report(Settings settings, IEnumerable<(string Path, long Size)> files, List<Diagnostic> diagnostics)
    {
        if (settings.Host is not { } host || HostLimits.Of(host.Text) is not { } limits)
        {
            return;
        }

        var all = files.ToList();
        if (limits.Files is { } most && IsNear(all.Count, most))
        {
            Add(host,
                Messages.HostTakesFewerFiles(
                    all.Count, Percent(all.Count, most), most, host.Text, Heaviest(all, _ => 1, bytes: false)), diagnostics);
        }

        var bytes = all.Sum(file => file.Size);
        if (limits.Bytes is { } total && IsNear(bytes, total))
        {
            Add(host,
                Messages.HostTakesFewerBytes(
                    bytes, Percent(bytes, total), total, host.Text, Heaviest(all, file => file.Size, bytes: true)), diagnostics);
        }

        var largest = all.OrderByDescending(file => file.Size).ThenBy(file => file.Path, StringComparer.Ordinal).FirstOrDefault();
        if (limits.FileBytes is { } each && largest.Path is not null && IsNear(largest.Size, each))
        {
            Add(host,
                Messages.HostTakesSmallerFiles(
                    largest.Path, largest.Size, Percent(largest.Size, each), each, host.Text), diagnostics);
        }
    }

    /// <summary>
    /// The kind of output that a file belongs to, by the name that <c>outputs</c> has for it; null: it cannot be switched off.
    /// </summary>
    internal static string? KindOf(string path)
    {
        var parts = Precompression.Original(path).Split('/');
        return (parts[0], parts[^1]) switch
        {
            (_, "feed.xml") => "atom",
            (_, "rss.xml") => "rss",
            (_, "feed.json") => "json",
            ("papers", "cite.bib") or ("tags", "papers.bib") => "bibtex",
            ("papers", "index.md") => "markdown",
            ("papers", _) => "papers",
            ("tags", _) when parts.Length == 4 && parts[2] != "page" => "pairs",
            ("tags", _) => "tags",
            ("authors", _) => "authors",
            ("api", _) => "api",
            ("search", _) => "search",
            ("assets", _) when parts.Length > 2 && parts[1] == "search" => "search",
            ("archive", _) => "archive",
            _ when parts[0].Length == 4 && parts[0].All(char.IsAsciiDigit) => "archive",
            _ => null,
        };
    }

    private static string Heaviest(List<(string Path, long Size)> files, Func<(string Path, long Size), long> weight, bool bytes)
    {
        var kinds = files.GroupBy(file => KindOf(file.Path)).Where(kind => kind.Key is not null)
            .Select(kind => (Name: kind.Key!, Weight: kind.Sum(weight)))
            .OrderByDescending(kind => kind.Weight).ThenBy(kind => kind.Name, StringComparer.Ordinal).Take(Shown);
        return string.Join(", ", kinds.Select(kind => $"{kind.Name} {(bytes ? Megabytes(kind.Weight) : Number(kind.Weight))}"));
    }

    private static void Add(Located host, Message message, List<Diagnostic> diagnostics) =>
        diagnostics.Add(Diagnostic.At(Catalogue.HostLimit, host.At, message));

    private static bool IsNear(long value, long limit) => value >= limit / 100.0 * HostLimits.WarnFrom;

    private static string Percent(long value, long limit) => (value * 100 / limit).ToString(CultureInfo.InvariantCulture) + " %";

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => (bytes / 1e6).ToString("0.#", CultureInfo.InvariantCulture) + " MB";
}
