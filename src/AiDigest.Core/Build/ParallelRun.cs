namespace AiDigest.Core.Build;

/// <summary>
/// Runs numbered pieces of work side by side. Each writes only what belongs to its number, so that results need no locks and come out in
/// order.
/// </summary>
internal static class ParallelRun
{
    /// <param name="newWorker">Called once on each thread that takes part.</param>
    public static void Run<TWorker>(int count, int jobs, Func<TWorker> newWorker, Action<TWorker, int> work, CancellationToken cancellation)
    {
        var next = -1;
        void Take()
        {
            var worker = newWorker();
            for (var slot = Interlocked.Increment(ref next); slot < count; slot = Interlocked.Increment(ref next))
            {
                cancellation.ThrowIfCancellationRequested();
                work(worker, slot);
            }
        }

        jobs = Math.Min(jobs, count);
        if (jobs <= 1)
        {
            Take();
            return;
        }

        // A slot that throws ends its own thread; the others are stopped by running out of slots.
        void Guarded()
        {
            try
            {
                Take();
            }
            catch
            {
                Volatile.Write(ref next, count);
                throw;
            }
        }

        var others = new Task[jobs - 1];
        for (var i = 0; i < others.Length; i++)
        {
            others[i] = Task.Factory.StartNew(Guarded, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }

        Exception? failure = null;
        try
        {
            Guarded();
        }
        catch (Exception e)
        {
            failure = e;
        }

        try
        {
            Task.WaitAll(others, CancellationToken.None);
        }
        catch (AggregateException e)
        {
            failure ??= e.InnerExceptions[0];
        }

        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    /// <summary>The same for those who know nothing of jobs.</summary>
    public static Action<int, Action<int>> SideBySide(int jobs, CancellationToken cancellation) =>
        (count, work) => Run(count, jobs, work, cancellation);

    public static void Run(int count, int jobs, Action<int> work, CancellationToken cancellation) =>
        Run(count, jobs, static () => 0, (_, slot) => work(slot), cancellation);

    /// <summary>Begins what is wanted later, where there is a thread for it beside the one that asks; else it is done at once.</summary>
    public static Task<T> StartEarly<T>(int jobs, Func<T> work) =>
        jobs > 1 ? Task.Run(work, CancellationToken.None) : Task.FromResult(work());
}
