using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;

namespace AiDigest.Core.Build;

/// <summary>Takes back what builds have written: the files of the manifest, the manifest itself and the cache.</summary>
public static class SiteCleaner
{
    /// <returns>How many files of the site were removed.</returns>
    /// <exception cref="RefusedOutputException">The folder cannot be an output folder.</exception>
    public static int Clean(string root, string output, Action waiting, CancellationToken cancellation)
    {
        if (OutputPlacement.Refusal(root, output) is { } reason)
        {
            throw new RefusedOutputException(Messages.OutputRefused(output, reason));
        }

        using var buildLock = BuildLock.Acquire(output, waiting, cancellation);
        var result = AiDigest.Core.FileSystem.Output.Clean.Output(output);
        AiDigest.Core.FileSystem.Output.Clean.Cache(root);
        return result.Files;
    }
}
