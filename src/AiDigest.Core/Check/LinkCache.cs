using System.Globalization;
using System.Text;
using AiDigest.Core.Build.Cache;

namespace AiDigest.Core.Check;

/// <summary>
/// What was learned of remote addresses, with its age, in <c>.aidigest/links.tsv</c>: a line each of time, state, address and detail. A
/// good answer holds for a week, a bad one for a day, and no answer for no time at all, since it says nothing. Lines that cannot be read
/// are forgotten. The file is sealed as the rest of the cache is, because a person who could write answers could hide dead links.
/// </summary>
public sealed class LinkCache
{
    private const string Name = "links.tsv";

    private readonly SortedDictionary<string, (DateTimeOffset Learned, RemoteVerdict Verdict)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RemoteVerdict> _now = new(StringComparer.Ordinal);

    /// <param name="userCache">The folder of the user's secret; null: nothing is known.</param>
    public static LinkCache Read(string root, string? userCache)
    {
        var cache = new LinkCache();
        var text = BuildCache.ReadText(root, userCache, Name) ?? "";
        foreach (var line in text.Split('\n'))
        {
            if (line.Split('\t') is [var time, var state, var address, var detail]
                && DateTimeOffset.TryParseExact(time, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var learned)
                && Enum.TryParse<RemoteState>(state, out var known) && Enum.IsDefined(known))
            {
                cache._known[address] = (learned, new RemoteVerdict(known, detail));
            }
        }

        return cache;
    }

    /// <summary>What is known and fresh enough; null where the server is to be asked.</summary>
    public RemoteVerdict? Find(string address, DateTimeOffset now)
    {
        if (_now.TryGetValue(address, out var fresh))
        {
            return fresh;
        }

        return _known.TryGetValue(address, out var known) && now >= known.Learned
            && now - known.Learned < Age(known.Verdict.State) ? known.Verdict : null;
    }

    public void Put(string address, RemoteVerdict verdict, DateTimeOffset now)
    {
        _now[address] = verdict;
        _known[address] = (now.ToUniversalTime(), verdict);
    }

    /// <summary>Writes what is worth keeping. A disk that fails costs time alone, in the next check.</summary>
    public void Write(string root, string? userCache, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var (address, (learned, verdict)) in _known)
        {
            if (now - learned < Age(verdict.State))
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{learned:O}\t{verdict.State}\t{address}\t{verdict.Detail.Replace('\t', ' ').ReplaceLineEndings(" ")}\n");
            }
        }

        BuildCache.WriteText(root, userCache, Name, text.ToString());
    }

    private static TimeSpan Age(RemoteState state) => state switch
    {
        RemoteState.Fine or RemoteState.Moved => TimeSpan.FromDays(7),
        RemoteState.Gone => TimeSpan.FromDays(1),
        _ => TimeSpan.Zero,
    };
}
