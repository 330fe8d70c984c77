using System.Collections.Immutable;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <summary>A place that a site is uploaded to. Failures of disk, network or an outside program are <see cref="IOException"/>.</summary>
public interface IDeployTarget : IDisposable
{
    /// <summary>The paths that the last deployment uploaded, by the manifest that it left; null where there is none.</summary>
    ImmutableArray<string>? Deployed(CancellationToken cancellation);

    /// <summary>The files of the site that are missing at the target or differ there, sorted by ordinal.</summary>
    ImmutableArray<string> Changed(BuiltSite site, CancellationToken cancellation);

    /// <summary>
    /// A file at the address of one of ours that no deployment brought; null where there is none, or where the target cannot tell.
    /// </summary>
    string? Foreign(ImmutableArray<string> changed, ImmutableArray<string>? deployed);

    /// <summary>Makes the changes of a plan.</summary>
    void Apply(BuiltSite site, DeployPlan plan, CancellationToken cancellation);
}

/// <summary>What a deployment does, in this order.</summary>
/// <param name="Blocking">Files to delete first, because a folder of the same name takes their place or the reverse.</param>
/// <param name="Uploads">Files to upload: assets, then pages, then feeds and maps, which announce them.</param>
/// <param name="Deletions">Files to delete after the last upload.</param>
/// <param name="During">The manifest while this goes on: the old and the new paths.</param>
/// <param name="After">The manifest in the end.</param>
public sealed record DeployPlan(
    ImmutableArray<string> Blocking, ImmutableArray<string> Uploads, ImmutableArray<string> Deletions, byte[] During, byte[] After)
{
    public int Deleted => Blocking.Length + Deletions.Length;

    public bool IsEmpty => Uploads.IsEmpty && Deleted == 0;
}
