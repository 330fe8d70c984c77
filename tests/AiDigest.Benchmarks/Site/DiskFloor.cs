using System.Diagnostics;

namespace AiDigest.Benchmarks.Site;

/// <summary>
/// The least that writing a site can cost: its files, already in memory, written new by threads that do nothing else, each folder just
/// before its files.
/// </summary>
internal static class DiskFloor
{
    /// <summary>
    /// Seconds, the median of the runs; one more run before them is not counted, since it touches memory that is new to the process.
    /// </summary>
    public static double Measure(string site, string scratch, int threads, int runs)
    {
        var files = Directory.EnumerateFiles(site, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(site, file), Bytes: File.ReadAllBytes(file)))
            .OrderBy(file => file.Path, StringComparer.Ordinal).ToArray();
        var figures = new List<double>();
        for (var run = 0; run <= runs; run++)
        {
            if (Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }

            var clock = Stopwatch.StartNew();
            Write(scratch, files, threads);
            if (run > 0)
            {
                figures.Add(clock.Elapsed.TotalSeconds);
            }
        }

        Directory.Delete(scratch, recursive: true);
        return MeasuredRun.Middle(figures);
    }

    private static void Write(string folder, (string Path, byte[] Bytes)[] files, int threads)
    {
        var next = -1;
        void Work()
        {
            var made = "";
            for (var i = Interlocked.Increment(ref next); i < files.Length; i = Interlocked.Increment(ref next))
            {
                var path = Path.Combine(folder, files[i].Path);
                var parent = Path.GetDirectoryName(path)!;
                if (parent != made)
                {
                    Directory.CreateDirectory(made = parent);
                }

                using var file =
                    File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, FileOptions.None, files[i].Bytes.Length);
                RandomAccess.Write(file, files[i].Bytes, 0);
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning)).ToArray();
        Work();
        Task.WaitAll(others);
    }
}
