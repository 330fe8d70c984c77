using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace AiDigest.Tests.Faults;

/// <summary>A file system in memory that a test can fill or make read-only. To mount one needs the rights of root.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string[] _asRoot;

    private SmallDisk(string root, string[] asRoot) => (Root, _asRoot) = (root, asRoot);

    public string Root { get; }

    private string Filler => Path.Combine(Root, "filler");

    /// <summary>Mounts a disk; skips the test where this user may not.</summary>
    public static SmallDisk Mount(int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mounts a tmpfs, which only Linux has");
        var folder = Directory.CreateTempSubdirectory("aidigest-disk-").FullName;
        var size = string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0777");
        foreach (var asRoot in (string[][])[[], ["sudo", "-n"]])
        {
            if (Run([.. asRoot, "mount", "-t", "tmpfs", "-o", size, "tmpfs", folder]))
            {
                return new SmallDisk(folder, asRoot);
            }
        }

        Directory.Delete(folder);
        Assert.Skip("needs the right to mount a tmpfs");
        return null!;
    }

    /// <summary>Leaves so much free space.</summary>
    public void FillUpTo(int kilobytes)
    {
        using var file = File.Create(Filler);
        var block = new byte[4096];
        for (var free = new DriveInfo(Root).AvailableFreeSpace - (kilobytes * 1024L); free >= block.Length; free -= block.Length)
        {
            file.Write(block);
        }
    }

    public void Empty() => File.Delete(Filler);

    public void MakeReadOnly(bool isReadOnly) =>
        Assert.True(Run([.. _asRoot, "mount", "-o", isReadOnly ? "remount,ro" : "remount,rw", Root]), "cannot mount the disk again");

    public void Dispose()
    {
        Run([.. _asRoot, "umount", "-l", Root]);
        Directory.Delete(Root);
    }

    private static bool Run(string[] command)
    {
        try
        {
            using var process = Process.Start(
                new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
