using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AiDigest.Benchmarks.Site;

/// <summary>What one run of a process took.</summary>
/// <param name="Cpu">Seconds of all processors, in it and in what it started.</param>
/// <param name="Peak">Bytes of memory at most; 0 where the system does not tell.</param>
internal readonly partial record struct MeasuredRun(double Wall, double Cpu, long Peak)
{
    /// <summary>Runs a process to its end.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0.</exception>
    public static MeasuredRun Of(string folder, string executable, params string[] arguments)
    {
        var start =
            new ProcessStartInfo(
                executable, arguments)
            { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        var cpu = CpuOfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;

        // The peak only grows, so what a look misses is at most what came in the last 5 ms.
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, PeakOf(process));
        }

        var wall = clock.Elapsed.TotalSeconds;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new MeasuredRun(wall, OperatingSystem.IsWindows() ? process.TotalProcessorTime.TotalSeconds : CpuOfChildren() - cpu, peak)
            : throw new InvalidOperationException(
                $"{executable} {string.Join(' ', arguments)} ended with {process.ExitCode}: {output.Result}{error.Result}");
    }

    /// <summary>Of several runs the median of each figure.</summary>
    public static MeasuredRun Median(IReadOnlyCollection<MeasuredRun> runs) => new(
        Middle(runs.Select(run => run.Wall)), Middle(runs.Select(run => run.Cpu)), (long)Middle(runs.Select(run => (double)run.Peak)));

    public static double Middle(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private static long PeakOf(Process process)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                process.Refresh();
                return process.PeakWorkingSet64;
            }

            var line = File.ReadLines($"/proc/{process.Id}/status")
                .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd(" kB"), CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // It has ended meanwhile.
            return 0;
        }
    }

    private static double CpuOfChildren()
    {
        if (OperatingSystem.IsWindows())
        {
            return 0;
        }

        // struct rusage of Linux and macOS begins with the two times, each seconds and microseconds in a word.
        Span<long> usage = stackalloc long[32];
        const int Children = -1;
        return GetUsage(Children, ref MemoryMarshal.GetReference(usage)) == 0
            ? usage[0] + usage[2] + (((int)usage[1] + (int)usage[3]) / 1e6)
            : throw new InvalidOperationException("getrusage failed");
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
