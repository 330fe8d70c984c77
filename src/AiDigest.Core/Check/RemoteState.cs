using System.Collections.Concurrent;

namespace AiDigest.Core.Check;

/// <summary>What is known of a remote address.</summary>
public enum RemoteState
{
    Fine,

    /// <summary>The server says that nothing is there: 404 or 410.</summary>
    Gone,

    /// <summary>Nothing can be said: no answer, a failure, a refusal.</summary>
    Unreachable,

    /// <summary>It is fine at another address, for good: 301 or 308.</summary>
    Moved,
}
