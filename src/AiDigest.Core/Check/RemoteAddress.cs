using System.Collections.Concurrent;

namespace AiDigest.Core.Check;

/// <param name="Detail">The status, the reason, or the new address.</param>
/// <param name="SilentHost">The host that does not answer at all; null where that is not so.</param>
public sealed record RemoteVerdict(RemoteState State, string Detail, string? SilentHost = null);

/// <summary>
/// Settles what one address leads to: HEAD, then GET where a server knows no HEAD; redirects up to a bound; retries that a server asks for.
/// </summary>
/// <remarks>
/// A host that does not answer is asked no more (<see cref="SilentHosts"/>). A host is asked one question at a time, whatever link asks:
/// redirects of many hosts to one must not flood it. And whatever servers do, an address is given up after <see
/// cref="RemotePatience.Longest"/>.
/// </remarks>
internal sealed class RemoteAddress(IWebAsker web, RemotePatience patience)
{
    private string TooManyRedirects => $"it redirects more than {patience.Redirects} times";

    private readonly SilentHosts _silent = new();
    private readonly ConcurrentDictionary<string, Turn> _turns = new(StringComparer.OrdinalIgnoreCase);

    public async Task<RemoteVerdict> Settle(Uri address, CancellationToken cancellation)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limited.CancelAfter(patience.Longest);
        try
        {
            return await SettleInTime(address, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new RemoteVerdict(RemoteState.Unreachable, "it did not come to an end in time");
        }
    }

    private async Task<RemoteVerdict> SettleInTime(Uri address, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (verdict, wait, hops) = await Follow(address, head: true, cancellation);
            if (hops > 0 && (verdict.State == RemoteState.Gone || verdict.Detail == TooManyRedirects))
            {
                // Some servers send HEAD in a circle or astray and answer GET.
                (verdict, wait, _) = await Follow(address, head: false, cancellation);
            }

            if (verdict.State != RemoteState.Unreachable || wait is null || attempt == patience.Retries || wait > patience.LongestWait)
            {
                return verdict;
            }

            await patience.Wait(wait.Value > TimeSpan.Zero ? wait.Value : patience.Pause * (1 << attempt), cancellation);
        }
    }

    /// <returns>
    /// The verdict; how long to wait before asking again, null where that would change nothing; how often it was sent on.
    /// </returns>
    private async Task<(RemoteVerdict Verdict, TimeSpan? Wait, int Hops)> Follow(Uri address, bool head, CancellationToken cancellation)
    {
        var (at, lasting) = (address, true);
        for (var hop = 0; hop <= patience.Redirects; hop++)
        {
            var answer = await Ask(at, address, head, cancellation);
            switch (answer.Status)
            {
                case 0:
                    var isSilent = _silent.FailureOf(at) is not null;
                    return (
                        new RemoteVerdict(
                            RemoteState.Unreachable, answer.Failure ?? "it did not answer", isSilent ? at.Authority : null),
                        answer.IsFinal || isSilent ? null : TimeSpan.Zero, hop);
                case >= 200 and < 300:
                    return (hop > 0
                        && lasting ? new RemoteVerdict(RemoteState.Moved, at.AbsoluteUri) : new RemoteVerdict(RemoteState.Fine, ""),
                        null, hop);
                case 301 or 302 or 303 or 307 or 308 when answer.Location is { Scheme: "http" or "https" } next:
                    lasting &= answer.Status is 301 or 308;
                    at = next;
                    break;
                case 404 or 410:
                    return (new RemoteVerdict(RemoteState.Gone, $"{answer.Status}"), null, hop);
                case 429 or >= 500:
                    return (new RemoteVerdict(RemoteState.Unreachable, $"it answers {answer.Status}"),
                        answer.RetryAfter ?? TimeSpan.Zero, hop);
                default:
                    return (new RemoteVerdict(RemoteState.Unreachable, $"it answers {answer.Status}"), null, hop);
            }
        }

        return (new RemoteVerdict(RemoteState.Unreachable, TooManyRedirects), null, patience.Redirects);
    }

    /// <param name="origin">The address of the source that this question belongs to.</param>
    private async Task<WebAnswer> Ask(Uri address, Uri origin, bool head, CancellationToken cancellation)
    {
        var turn = _turns.GetOrAdd(address.Authority, static _ => new Turn());
        await turn.Gate.WaitAsync(cancellation);
        try
        {
            if (_silent.FailureOf(address) is { } failure)
            {
                return new WebAnswer(0, Failure: failure, IsFinal: true);
            }

            if (turn.Last is { } last && last != origin)
            {
                await patience.Wait(patience.Pause, cancellation);
            }

            turn.Last = origin;
            var answer = await web.Ask(address, head, cancellation);
            _silent.Note(address, answer);
            if (head && answer is { IsFinal: false, Status: (>= 400 and not 429) or 0 } or { Status: >= 300 and < 400, Location: null })
            {
                answer = await web.Ask(address, head: false, cancellation);
                _silent.Note(address, answer);
            }

            return answer;
        }
        finally
        {
            turn.Gate.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1);

        /// <summary>For which address the host was asked last.</summary>
        public Uri? Last { get; set; }
    }
}

/// <summary>How long and how often remote servers are asked.</summary>
/// <param name="Hosts">Hosts that are asked side by side; each of them is asked one question at a time.</param>
/// <param name="Pause">Between two questions to one host.</param>
/// <param name="LongestWait">A server that asks for more is given up.</param>
/// <param name="Longest">For one address with all its redirects, waits and repetitions.</param>
/// <param name="Whole">For the whole run; what has not been asked by then is counted.</param>
/// <param name="Wait">Waits; tests do not.</param>
public sealed record RemotePatience(
    int Hosts, TimeSpan Pause, int Retries, int Redirects, TimeSpan LongestWait, TimeSpan Longest, TimeSpan Whole,
    Func<TimeSpan, CancellationToken, Task> Wait)
{
    public static RemotePatience Usual { get; } =
        new(8, TimeSpan.FromMilliseconds(300), 2, 8, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2),
            TimeSpan.FromMinutes(15), Task.Delay);
}
