using System.Net;
using System.Net.Sockets;

namespace AiDigest.Core.Check;

/// <summary>What one question to a server brought.</summary>
/// <param name="Status">0: no answer, for the reason that <paramref name="Failure"/> gives.</param>
/// <param name="Location">Where a redirect leads, absolute.</param>
/// <param name="RetryAfter">How long the server asks to wait.</param>
/// <param name="Silence">How much it says of the host: 0 where the host spoke, 1 where no connection came about, 3 where time ran
/// out.</param>
/// <param name="IsFinal">To ask again would bring the same.</param>
public readonly record struct WebAnswer(
    int Status, Uri? Location = null, TimeSpan? RetryAfter = null, string? Failure = null, bool IsFinal = false, int Silence = 0);

/// <summary>Asks a server one question and follows nothing.</summary>
public interface IWebAsker
{
    /// <param name="head">HEAD; else GET, of whose body nothing is read.</param>
    Task<WebAnswer> Ask(Uri address, bool head, CancellationToken cancellation);
}
