using System.Collections.Immutable;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <summary>A folder of this machine, or of a share that is mounted on it.</summary>
internal sealed class FolderTarget(string path) : IDeployTarget
{
    private readonly TargetFolder _folder = new(path);

    public ImmutableArray<string>? Deployed(CancellationToken cancellation) => _folder.Owned();

    public ImmutableArray<string> Changed(BuiltSite site, CancellationToken cancellation) => [.. site.Paths.Where(path =>
    {
        cancellation.ThrowIfCancellationRequested();
        return _folder.Differs(path, site);
    })];

    public string? Foreign(ImmutableArray<string> changed, ImmutableArray<string>? deployed)
    {
        var owned = (deployed ?? []).ToHashSet(StringComparer.Ordinal);
        return changed.FirstOrDefault(path => !owned.Contains(path) && _folder.Has(path));
    }

    public void Apply(BuiltSite site, DeployPlan plan, CancellationToken cancellation)
    {
        _folder.Put(Manifest.FileName, plan.During);
        foreach (var path in plan.Blocking)
        {
            _folder.Delete(path);
        }

        foreach (var path in plan.Uploads)
        {
            cancellation.ThrowIfCancellationRequested();
            _folder.Put(path, site);
        }

        foreach (var path in plan.Deletions)
        {
            _folder.Delete(path);
        }

        _folder.Put(Manifest.FileName, plan.After);
    }

    public void Dispose()
    {
    }
}
