namespace AiDigest.Fuzz;

/// <summary>One reader under test. It throws where the reader throws, or where what it promises does not hold.</summary>
/// <param name="IsSeed">Whether a file of the repository, by its path, is a good beginning.</param>
internal sealed record Target(string Name, Func<string, bool> IsSeed, Action<byte[]> Run)
{
    public IReadOnlyList<byte[]> Samples { get; init; } = [];
}

/// <summary>A promise that an input breaks.</summary>
internal sealed class BrokenPromiseException(string message) : Exception(message);
