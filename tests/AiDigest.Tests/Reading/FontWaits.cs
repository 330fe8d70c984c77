namespace AiDigest.Tests.Reading;

/// <summary>When the fonts of a page come.</summary>
public enum FontArrival
{
    /// <summary>As fast as the browser happens to get them.</summary>
    AsAsked,

    /// <summary>After the page was drawn without them, as on a slow line.</summary>
    Late,

    /// <summary>Not at all, as on a line that breaks.</summary>
    Never,
}

/// <summary>Holds back requests so that the fonts of one page come as the test wants, on a slow machine as on a fast one.</summary>
public sealed class FontWaits(FontArrival arrival)
{
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <returns>Whether the request may be answered.</returns>
    public async Task<bool> TurnAsync(string address)
    {
        if (!address.EndsWith(".woff2", StringComparison.Ordinal))
        {
            return true;
        }

        if (arrival == FontArrival.Late)
        {
            await _drawn.Task;
        }

        return arrival != FontArrival.Never;
    }

    public void Drawn() => _drawn.SetResult();
}
