using System.Collections.Immutable;
using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Deploy;

/// <param name="Unchanged">Files that the target has already.</param>
public sealed record DeployReport(DeployPlan Plan, int Unchanged);

/// <summary>
/// Uploads what changed since the last deployment. The target is asked what it holds, not a note on this machine: so any machine can
/// deploy, and a deployment that failed midway is finished by the next. Uploads come before deletions, so that no page links to nothing
/// while it goes on.
/// </summary>
public static class Deployment
{
    /// <param name="output">The output folder; it must hold a finished build.</param>
    /// <param name="overwrite">Take over files that no deployment brought.</param>
    /// <param name="waiting">Called once if a build of the folder is running.</param>
    /// <exception cref="RefusedOutputException">The build is incomplete, or the target holds files of someone else.</exception>
    /// <exception cref="IOException">The target failed. What was uploaded so far stays there.</exception>
    public static DeployReport Run(
        string root, string output, IDeployTarget target, bool dryRun, bool overwrite, Action waiting, CancellationToken cancellation)
    {
        if (OutputPlacement.Refusal(root, output) is { } reason)
        {
            throw new RefusedOutputException(Messages.OutputRefused(output, reason));
        }

        using var buildLock = BuildLock.Acquire(output, waiting, cancellation);
        var (site, problem) = BuiltSite.Open(output);
        if (site is null)
        {
            throw new RefusedOutputException(Messages.NothingToDeploy(output, problem));
        }

        var deployed = target.Deployed(cancellation);
        var changed = target.Changed(site, cancellation);
        if (!overwrite && target.Foreign(changed, deployed) is { } foreign)
        {
            throw new RefusedOutputException(
                Messages.ForeignAtTarget(foreign));
        }

        var plan = Plan(site.Paths, changed, deployed ?? []);
        if (!dryRun && !(plan.IsEmpty && deployed is { } same && same.SequenceEqual(site.Paths, StringComparer.Ordinal)))
        {
            target.Apply(site, plan, cancellation);
        }

        return new DeployReport(plan, site.Paths.Length - changed.Length);
    }

    /// <summary>The steps from what the target holds to the site.</summary>
    internal static DeployPlan Plan(ImmutableArray<string> paths, ImmutableArray<string> changed, ImmutableArray<string> deployed)
    {
        var planned = paths.ToHashSet(StringComparer.Ordinal);
        var folders = paths.SelectMany(Folders).ToHashSet(StringComparer.Ordinal);
        var stale = deployed.Where(path => !planned.Contains(path)).ToList();
        bool IsBlocking(string path) => folders.Contains(path) || Folders(path).Any(planned.Contains);
        return new DeployPlan(
            [.. stale.Where(IsBlocking)],
            [.. changed.OrderBy(Turn).ThenBy(path => path, StringComparer.Ordinal)],
            [.. stale.Where(path => !IsBlocking(path))],
            Manifest.Format(Manifest.Union(deployed, paths)),
            Manifest.Format(paths));
    }

    /// <summary>When a file is uploaded: what pages load, then pages, then what tells of new pages. A compressed copy goes with its
    /// file.</summary>
    internal static int Turn(string path) => TurnOfOriginal(Precompression.Original(path));

    private static int TurnOfOriginal(string path) =>
        path.StartsWith("assets/", StringComparison.Ordinal) ? 0
        : path.EndsWith(".html", StringComparison.Ordinal) ? 2
        : path.EndsWith(".xml", StringComparison.Ordinal) || path.EndsWith(".json", StringComparison.Ordinal)
            || path.EndsWith(".txt", StringComparison.Ordinal) ? 3
        : 1;

    private static IEnumerable<string> Folders(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            yield return path[..end];
        }
    }
}
