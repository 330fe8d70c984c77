using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>A finished build on disk, for those who copy it elsewhere. The caller holds the lock of the output folder.</summary>
public sealed class BuiltSite
{
    private BuiltSite(string folder, ImmutableArray<string> paths)
    {
        Folder = folder;
        Paths = paths;
    }

    /// <summary>The full path of the output folder.</summary>
    public string Folder { get; }

    /// <summary>The paths of the manifest, sorted by ordinal. Each is a file.</summary>
    public ImmutableArray<string> Paths { get; }

    /// <summary>Opens the site of an output folder.</summary>
    /// <returns>The site; otherwise, in a few words, why what is there must not be published.</returns>
    public static (BuiltSite? Site, Message Problem) Open(string output)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        var manifest = new FileInfo(Path.Combine(folder, Manifest.FileName));
        if (!manifest.Exists)
        {
            return (null, Messages.HoldsNoBuild);
        }

        if (OutputLinks.Find(folder) is { } link)
        {
            return (null, Messages.HasLink(link));
        }

        if (Path.Exists(Path.Combine(folder, Manifest.StagingName)))
        {
            return (null, Messages.BuildUnfinished);
        }

        var bytes = FileBytes.Read(manifest.FullName);
        ImmutableArray<string> paths = [.. Manifest.Parse(bytes).Select(line => line.Path)];
        if (!Manifest.Format(paths).AsSpan().SequenceEqual(bytes))
        {
            return (null, Messages.ManifestDamaged);
        }

        // A build that was killed leaves a manifest that names more than there is.
        var missing = paths.Where(path => !File.Exists(Path.Combine(folder, path))).ToList();
        return missing.Count > 0
            ? (null, Messages.FilesMissing(missing[0], missing.Count - 1))
            : (new BuiltSite(folder, paths), Message.Empty);
    }

    /// <summary>The full path of one of the files.</summary>
    public string PathOf(string path) => Path.Combine(Folder, path);
}
