using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// A folder that a site is copied to. Each file is written beside its place and renamed, so that a web server never shows half of one. No
/// link below the folder is followed, and files that a former copy did not bring are never touched.
/// </summary>
public sealed class TargetFolder(string path)
{
    private readonly string _folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Why a site must not be copied to this folder, in a few words; null where it may.</summary>
    /// <param name="root">The site root.</param>
    /// <param name="output">The output folder of the site.</param>
    public Message? Refusal(string root, string output)
    {
        var target = RealPath.Of(_folder);
        var built = RealPath.Of(output);
        return RealPath.IsWithin(target, built) || RealPath.IsWithin(built, target)
            ? Messages.IsOutputFolder
            : OutputPlacement.Refusal(root, _folder) ?? (OutputLinks.Find(_folder) is { } link ? Messages.HasLink(link) : null);
    }

    /// <summary>The paths that the last copy brought; null where there is no manifest.</summary>
    public ImmutableArray<string>? Owned() =>
        new FileInfo(Full(Manifest.FileName)) is { Exists: true } manifest
            ? [.. Manifest.Parse(FileBytes.Read(manifest.FullName)).Select(line => line.Path)]
            : null;

    public bool Has(string path) => File.Exists(Full(path));

    /// <summary>Whether the file at a path is missing or has other bytes than one of the site.</summary>
    public bool Differs(string path, BuiltSite site) =>
        !File.Exists(Full(path)) || !FileBytes.Equal(Full(path), FileBytes.Read(site.PathOf(path)));

    public void Put(string path, BuiltSite site) => Put(path, FileBytes.Read(site.PathOf(path)));

    public void Put(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Full(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = Path.Combine(_folder, $".aidigest-{Environment.ProcessId}.tmp");
        var created = false;
        try
        {
            File.Delete(temporary);
            FileBytes.WriteNew(temporary, bytes, ref created);
            File.Move(temporary, full, overwrite: true);
        }
        catch when (created)
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Deletes a file and the folders that it leaves empty.</summary>
    public void Delete(string path)
    {
        var full = Full(path);
        if (!File.Exists(full))
        {
            return;
        }

        File.Delete(full);
        for (var folder = Path.GetDirectoryName(full)!; folder.Length > _folder.Length
            && !Directory.EnumerateFileSystemEntries(folder).Any(); folder = Path.GetDirectoryName(folder)!)
        {
            Directory.Delete(folder);
        }
    }

    private string Full(string path) => Path.Combine(_folder, path);
}
