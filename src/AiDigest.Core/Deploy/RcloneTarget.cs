using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <summary>
/// A remote that the installed rclone is set up for: S3, R2, WebDAV, SFTP and many more. Files are compared by the remote's hashes.
/// </summary>
/// <param name="address">As rclone knows it: <c>remote:bucket/digest</c>.</param>
internal sealed class RcloneTarget(string address, string root) : IDeployTarget
{
    // rclone tells these apart: no folder, no file.
    private const int NoFolder = 3;
    private const int NoFile = 4;

    private readonly OutsideProgram _rclone = new("rclone", root);
    private readonly ScratchFolder _scratch = new();

    public ImmutableArray<string>? Deployed(CancellationToken cancellation)
    {
        var result = _rclone.Try(["cat", "--", At(Manifest.FileName)], null, cancellation);
        return result.Code switch
        {
            // Some remotes answer for a missing file with nothing.
            0 when result.Out.Length == 0 => null,
            0 => [.. Manifest.Parse(result.Out).Select(line => line.Path)],
            NoFolder or NoFile => null,
            _ => throw _rclone.Failure(result, "cat"),
        };
    }

    public ImmutableArray<string> Changed(BuiltSite site, CancellationToken cancellation)
    {
        var result =
            _rclone.Try(
                ["check", "--one-way", "--combined", "-", "--files-from-raw", List("all", site.Paths), "--", site.Folder, address], null,
                cancellation);
        var lines = result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        // Exit code 1 says that files differ, and also that rclone failed; then lines are missing.
        if (lines.Length < site.Paths.Length && result.Code != NoFolder)
        {
            throw _rclone.Failure(result, "check");
        }

        var same = lines.Where(line => line.StartsWith("= ", StringComparison.Ordinal)).Select(line => line[2..])
            .ToHashSet(StringComparer.Ordinal);
        return [.. site.Paths.Where(path => !same.Contains(path))];
    }

    public string? Foreign(ImmutableArray<string> changed, ImmutableArray<string>? deployed) => null;

    public void Apply(BuiltSite site, DeployPlan plan, CancellationToken cancellation)
    {
        PutManifest(plan.During, cancellation);
        Delete(plan.Blocking, cancellation);

        foreach (var group in plan.Uploads.GroupBy(Deployment.Turn))
        {
            _rclone.Run(
                ["copy", "--checksum", "--no-traverse", "--files-from-raw", List("group", group), "--", site.Folder, address], null,
                cancellation);
        }

        Delete(plan.Deletions, cancellation);
        PutManifest(plan.After, cancellation);
    }

    public void Dispose() => _scratch.Dispose();

    private void Delete(ImmutableArray<string> paths, CancellationToken cancellation)
    {
        if (!paths.IsEmpty)
        {
            _rclone.Run(["delete", "--files-from-raw", List("stale", paths), "--", address], null, cancellation);
        }
    }

    private void PutManifest(byte[] bytes, CancellationToken cancellation) =>
        _rclone.Run(["copyto", "--", _scratch.Write("manifest", bytes), At(Manifest.FileName)], null, cancellation);

    private string At(string path) => address.EndsWith('/') || address.EndsWith(':') ? address + path : $"{address}/{path}";

    private string List(string name, IEnumerable<string> paths) =>
        _scratch.Write(name, Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => path + "\n"))));
}
