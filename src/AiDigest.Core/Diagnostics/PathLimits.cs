using System.Buffers;
using System.Text;

namespace AiDigest.Core.Diagnostics;

/// <summary>Which names a file of the site can have on every system that may build or serve it.</summary>
public static class PathLimits
{
    /// <summary>Characters that Windows allows in no name.</summary>
    private static readonly SearchValues<char> Refused = SearchValues.Create("<>:\"|?*\\");

    /// <summary>Bytes of UTF-8 in one name: the bound of ext4, XFS, Btrfs and APFS. NTFS counts UTF-16 units and holds as many.</summary>
    public const int Name = 255;

    /// <summary>Bytes of UTF-8 in a path below the output folder. macOS takes 1,024 in all.</summary>
    public const int Path = 900;

    // Names of devices: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "conin$", "conout$"];

    /// <summary>Whether a path of the output, with <c>/</c>, or a name in it is longer than file systems hold.</summary>
    public static bool IsTooLong(string path)
    {
        if (path.Length <= Name / 3)
        {
            return false;
        }

        if (path.Length > Path || Encoding.UTF8.GetByteCount(path) > Path)
        {
            return true;
        }

        foreach (var name in path.AsSpan().Split('/'))
        {
            if (Encoding.UTF8.GetByteCount(path.AsSpan(name)) > Name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first name of a path that Windows reserves or cannot hold; null where there is none.</summary>
    /// <param name="path">With <c>/</c>.</param>
    public static string? Reserved(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan(range);
            if (!name.IsEmpty && (name[^1] is '.' or ' ' || name.ContainsAny(Refused) || IsDevice(name)))
            {
                return name.ToString();
            }
        }

        return null;
    }

    /// <summary>A path without its case, as macOS and Windows compare it.</summary>
    /// <param name="path">In NFC.</param>
    /// <returns>The same object where nothing changes.</returns>
    public static string Folded(string path)
    {
        foreach (var c in path)
        {
            if (c is >= 'A' and <= 'Z' or > (char)127)
            {
                return path.ToUpperInvariant().ToLowerInvariant();
            }
        }

        return path;
    }

    // A device is meant whatever follows its name behind a dot.
    private static bool IsDevice(ReadOnlySpan<char> name)
    {
        var dot = name.IndexOf('.');
        var stem = (dot < 0 ? name : name[..dot]).TrimEnd(' ');
        if (stem.Length == 4 && stem[3] is (>= '1' and <= '9') or '\u00b9' or '\u00b2' or '\u00b3')
        {
            return stem[..3].Equals("com", StringComparison.OrdinalIgnoreCase)
                || stem[..3].Equals("lpt", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var device in Devices)
        {
            if (stem.Equals(device, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
