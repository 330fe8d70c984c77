using System.Collections.Immutable;
using System.Diagnostics;

namespace AiDigest.Core.Build;

/// <summary>What one stage of a build took.</summary>
/// <param name="Items">Files, entries or outputs that went through it.</param>
/// <param name="Allocated">Bytes of managed memory that were allocated meanwhile, by all threads.</param>
/// <param name="Held">Bytes of memory that the process held at the end.</param>
public sealed record Stage(string Name, TimeSpan Elapsed, int Items, long Allocated, long Held);

/// <summary>Times the stages of one build, one after another.</summary>
/// <param name="progress">Told when a stage begins; null if progress is not shown.</param>
internal sealed class StageClock(BuildProgress? progress = null)
{
    private readonly ImmutableArray<Stage>.Builder _stages = ImmutableArray.CreateBuilder<Stage>();
    private long _time = Stopwatch.GetTimestamp();
    private long _allocated = GC.GetTotalAllocatedBytes();

    public ImmutableArray<Stage> Stages => _stages.ToImmutable();

    /// <summary>Says what comes next, for those who wait.</summary>
    public RunningStage? Begin(string name, int total = 0) => progress?.Begin(name, total);

    /// <summary>Ends the stage that began with the last call.</summary>
    public void End(string name, int items)
    {
        var (time, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        _stages.Add(new Stage(name, Stopwatch.GetElapsedTime(_time, time), items, allocated - _allocated, Environment.WorkingSet));
        (_time, _allocated) = (time, allocated);
    }
}
