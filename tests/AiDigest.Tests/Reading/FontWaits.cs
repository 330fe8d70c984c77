using System.Text.RegularExpressions;

namespace AiDigest.Tests.Reading;

/// <summary>When the fonts of a page come.</summary>
public enum FontArrival
{
    /// <summary>As fast as the browser happens to get them.</summary>
    AsAsked,

    /// <summary>Those that the page preloads before its style sheet, so before anything is drawn, and no others.</summary>
    Preloaded,

    /// <summary>Not at all, as on a line that breaks.</summary>
    Never,
}

/// <summary>Holds back requests so that the fonts of one page come as the test wants, on a slow machine as on a fast one.</summary>
public sealed partial class FontWaits
{
    private readonly FontArrival _arrival;
    private readonly string[] _preloads;
    private readonly HashSet<string> _awaited;
    private readonly TaskCompletionSource _preloaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FontWaits(FontArrival arrival, string html)
    {
        _arrival = arrival;
        _preloads = [.. Preload().Matches(html).Select(match => match.Groups[1].Value)];
        _awaited = [.. _preloads];
    }

    /// <returns>Whether the request may be answered.</returns>
    public async Task<bool> TurnAsync(string address)
    {
        if (_arrival == FontArrival.Preloaded && address.EndsWith(".css", StringComparison.Ordinal))
        {
            await _preloaded.Task;
        }

        return !address.EndsWith(".woff2", StringComparison.Ordinal)
            || _arrival == FontArrival.AsAsked
            || (_arrival == FontArrival.Preloaded && _preloads.Any(font => address.EndsWith(font, StringComparison.Ordinal)));
    }

    public void Answered(string address)
    {
        lock (_awaited)
        {
            if (_awaited.RemoveWhere(font => address.EndsWith(font, StringComparison.Ordinal)) > 0 && _awaited.Count == 0)
            {
                _preloaded.SetResult();
            }
        }
    }

    [GeneratedRegex("<link rel=\"?preload\"? href=\"([^\"]+\\.woff2)\"")]
    private static partial Regex Preload();
}
