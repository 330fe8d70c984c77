namespace AiDigest.Core.Build;

/// <summary>A stage that is under way.</summary>
/// <param name="Total">Items that go through it; 0 where that is not known.</param>
public sealed record RunningStage(string Name, int Total)
{
    private int _done;

    public int Done => Volatile.Read(ref _done);

    internal void Advance() => Interlocked.Increment(ref _done);
}

/// <summary>
/// How far one build has come: set by any thread of the build, and read at any moment by the one who waits for it.
/// It steers nothing: a build that is not watched does the same.
/// </summary>
public sealed class BuildProgress
{
    private RunningStage? _now;
    private int _writing;

    /// <summary>The stage that is under way; null before the first.</summary>
    public RunningStage? Now => Volatile.Read(ref _now);

    /// <summary>
    /// Whether the output folder may be changing or has changed. As long as it has not, an interrupted process may end in the middle of a
    /// stage and leaves the site as it was. Once the build's cancellation has been asked for, a false stays false.
    /// </summary>
    public bool IsWriting => Volatile.Read(ref _writing) != 0;

    internal RunningStage Begin(string name, int total = 0)
    {
        var stage = new RunningStage(name, total);
        Volatile.Write(ref _now, stage);
        return stage;
    }

    /// <summary>
    /// To be called before the cancellation is looked at for the last time before the first write: of the two, one sees the other.
    /// </summary>
    internal void BeginWriting() => Interlocked.Exchange(ref _writing, 1);

    /// <summary>To be called once the output folder is as it was before.</summary>
    internal void EndWriting() => Volatile.Write(ref _writing, 0);
}
