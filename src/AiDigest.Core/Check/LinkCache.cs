using System.Globalization;
using System.Text;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Check;

/// <summary>
/// What was learned of remote addresses, with its age, in <c>.aidigest/links.tsv</c>: a line each of time, state, address and detail. A good answer
/// holds for a week, a bad one for a day, and no answer for no time at all, since it says nothing. Lines that cannot be read are forgotten.
/// </summary>
public sealed class LinkCache
{
    private const string Name = ".aidigest/links.tsv";

    private readonly SortedDictionary<string, (DateTimeOffset Learned, RemoteVerdict Verdict)> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RemoteVerdict> _now = new(StringComparer.Ordinal);

    public static LinkCache Read(string root)
    {
        var cache = new LinkCache();
        var text = CacheFile.Read(Path.Combine(root, Name)) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
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

        return _known.TryGetValue(address, out var known) && now >= known.Learned && now - known.Learned < Age(known.Verdict.State) ? known.Verdict : null;
    }

    public void Put(string address, RemoteVerdict verdict, DateTimeOffset now)
    {
        _now[address] = verdict;
        _known[address] = (now.ToUniversalTime(), verdict);
    }

    /// <exception cref="IOException">The disk failed.</exception>
    public void Write(string root, DateTimeOffset now)
    {
        var text = new StringBuilder();
        foreach (var (address, (learned, verdict)) in _known)
        {
            if (now - learned < Age(verdict.State))
            {
                text.Append(CultureInfo.InvariantCulture, $"{learned:O}\t{verdict.State}\t{address}\t{verdict.Detail.Replace('\t', ' ').ReplaceLineEndings(" ")}\n");
            }
        }

        CacheFile.Write(Path.Combine(root, Name), Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static TimeSpan Age(RemoteState state) => state switch
    {
        RemoteState.Fine or RemoteState.Moved => TimeSpan.FromDays(7),
        RemoteState.Gone => TimeSpan.FromDays(1),
        _ => TimeSpan.Zero,
    };
}
