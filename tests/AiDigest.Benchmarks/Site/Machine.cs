using System.Globalization;
using System.Runtime.InteropServices;

namespace AiDigest.Benchmarks.Site;

/// <summary>Where figures come from: without it they say nothing.</summary>
internal static class Machine
{
    public static string Describe(string work)
    {
        var processor = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1]
                .Trim()
            : null;
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1073741824.0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd}; {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}; "
            + $"{Environment.ProcessorCount} x {processor ?? "?"}; {memory:0} GiB; {FileSystem(work)}");
    }

    private static string FileSystem(string work) => DriveInfo.GetDrives()
        .Where(drive => drive.IsReady && work.StartsWith(drive.Name, StringComparison.Ordinal))
        .MaxBy(drive => drive.Name.Length)?.DriveFormat ?? "?";
}
