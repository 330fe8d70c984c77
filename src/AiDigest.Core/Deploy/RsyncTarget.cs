using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <summary>
/// A host or folder that the installed rsync reaches. It compares files by checksum, because a fresh checkout gives every file a new time.
/// Folders that become empty stay: rsync deletes only what is named.
/// </summary>
/// <param name="address">As rsync knows it: <c>user@host:/var/www/digest</c>.</param>
internal sealed class RsyncTarget(string address, string root) : IDeployTarget
{
    /// <summary>Some files could not be transferred; here, that there is no manifest yet.</summary>
    private const int Partial = 23;

    private static readonly string[] Common = ["--recursive", "--checksum", "--8-bit-output", "--chmod=D755,F644"];

    private readonly OutsideProgram _rsync = new("rsync", root);
    private readonly ScratchFolder _scratch = new();

    public ImmutableArray<string>? Deployed(CancellationToken cancellation)
    {
        var result = _rsync.Try(["--", At(Manifest.FileName), _scratch.Path + "/"], null, cancellation);
        if (result.Code == Partial && result.Error.Contains("No such file", StringComparison.Ordinal))
        {
            return null;
        }

        if (result.Code != 0)
        {
            throw _rsync.Failure(result, "of the manifest");
        }

        return [.. Manifest.Parse(_scratch.Read(Manifest.FileName)).Select(line => line.Path)];
    }

    public ImmutableArray<string> Changed(BuiltSite site, CancellationToken cancellation)
    {
        var result = _rsync.Run(
            [.. Common, "--dry-run", "--out-format=%n", "--from0", "--files-from=-", "--", site.Folder + "/", At("")], List(site.Paths),
                cancellation);
        var named = result.Text.Split('\n').ToHashSet(StringComparer.Ordinal);
        return [.. site.Paths.Where(named.Contains)];
    }

    public string? Foreign(ImmutableArray<string> changed, ImmutableArray<string>? deployed) => null;

    public void Apply(BuiltSite site, DeployPlan plan, CancellationToken cancellation)
    {
        PutManifest(plan.During, cancellation);
        Delete(plan.Blocking, cancellation);

        // rsync sorts its list, so each group is a separate run; delayed, so that all files of a group change at once.
        foreach (var group in plan.Uploads.GroupBy(Deployment.Turn))
        {
            _rsync.Run(
                [.. Common, "--delay-updates", "--from0", "--files-from=-", "--", site.Folder + "/", At("")], List(group), cancellation);
        }

        Delete(plan.Deletions, cancellation);
        PutManifest(plan.After, cancellation);
    }

    public void Dispose() => _scratch.Dispose();

    private void Delete(ImmutableArray<string> paths, CancellationToken cancellation)
    {
        if (!paths.IsEmpty)
        {
            // What is named, and missing in a source without files, is deleted. The source must have the folders.
            var nothing = _scratch.Folder("nothing");
            foreach (var path in paths.Where(path => path.Contains('/', StringComparison.Ordinal)))
            {
                _scratch.Folder("nothing/" + path[..path.LastIndexOf('/')]);
            }

            _rsync.Run(
                ["--recursive", "--delete-missing-args", "--from0", "--files-from=-", "--", nothing + "/", At("")], List(paths),
                cancellation);
        }
    }

    private void PutManifest(byte[] bytes, CancellationToken cancellation) =>
        _rsync.Run([.. Common, "--", _scratch.Write(Manifest.FileName, bytes), At("")], null, cancellation);

    private string At(string path) => address.EndsWith('/') || address.EndsWith(':') ? address + path : $"{address}/{path}";

    private static byte[] List(IEnumerable<string> paths) => Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => path + "\0")));
}
