using System.Collections.Concurrent;

namespace AiDigest.Core.Check;

/// <summary>
/// The hosts of one run that do not answer, so that five hundred addresses of one of them take as long as one. Used from any thread.
/// </summary>
internal sealed class SilentHosts
{
    /// <summary>How much silence makes a host silent: two questions without an answer in time, or six without a connection.</summary>
    public const int Most = 6;

    private readonly ConcurrentDictionary<string, Host> _hosts = new(StringComparer.OrdinalIgnoreCase);

    private readonly record struct Host(int Silence, string Failure);

    /// <summary>Takes note of what a question brought.</summary>
    public void Note(Uri asked, WebAnswer answer)
    {
        var silence = answer.Status == 0 ? answer.Silence : 0;
        _hosts.AddOrUpdate(
            asked.Authority, _ => new Host(silence, answer.Failure ?? ""),
            (_, host) => silence == 0 ? default : new Host(host.Silence + silence, answer.Failure ?? ""));
    }

    /// <summary>Why a host is not asked any more; null where it is.</summary>
    public string? FailureOf(Uri address) =>
        _hosts.TryGetValue(address.Authority, out var host) && host.Silence >= Most ? host.Failure : null;
}
