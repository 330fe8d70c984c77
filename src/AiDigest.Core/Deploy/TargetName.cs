using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Deploy;

/// <summary>
/// Reads the word that names a target: <c>rsync:ADDRESS</c>, <c>rclone:ADDRESS</c>, <c>git:BRANCH</c>, <c>git:REPOSITORY#BRANCH</c>, a
/// folder, or the bare name of a branch (<c>gh-pages</c>): a word without a separator or a dot that names no folder.
/// </summary>
public static class TargetName
{
    private const string DefaultBranch = "gh-pages";

    /// <param name="root">The site root.</param>
    /// <param name="from">The folder that a relative path starts from.</param>
    /// <exception cref="RefusedOutputException">The word names nothing, or a folder that must not be written to.</exception>
    public static IDeployTarget Open(string target, string root, string output, string from, CancellationToken cancellation)
    {
        if (Rest(target, "rsync:") is { } rsync)
        {
            return new RsyncTarget(Address(rsync, "user@host:/var/www/digest"), root);
        }

        if (Rest(target, "rclone:") is { } rclone)
        {
            return new RcloneTarget(Address(rclone, "remote:bucket"), root);
        }

        if (Rest(target, "git:") is { } git)
        {
            return OpenGit(Address(git, "gh-pages"), root, from, cancellation);
        }

        var full = Path.GetFullPath(target, from);
        if (IsBareWord(target) && !ImportFiles.IsFolder(full))
        {
            return new GitTarget(root, "origin", target, cancellation);
        }

        return new TargetFolder(full).Refusal(root, output) is { } reason
            ? throw new RefusedOutputException(Messages.TargetRefused(target, reason))
            : new FolderTarget(full);
    }

    /// <summary>A repository and a branch: <c>REPOSITORY#BRANCH</c>, an address of a repository, or a branch of <c>origin</c>.</summary>
    internal static (string Remote, string Branch) Git(string address) =>
        address.LastIndexOf('#') is var mark and > 0 && mark < address.Length - 1 ? (address[..mark], address[(mark + 1)..])
        : address.Contains("://", StringComparison.Ordinal) || address.EndsWith(".git", StringComparison.Ordinal)
            || Path.IsPathRooted(address)
            || address.Contains('@', StringComparison.Ordinal) || address.StartsWith('.') ? (address, DefaultBranch)
        : ("origin", address);

    private static GitTarget OpenGit(string address, string root, string from, CancellationToken cancellation)
    {
        var (remote, branch) = Git(address);

        // Git runs in the site root; a relative path was written from the working directory.
        var isPath = !remote.Contains(':', StringComparison.Ordinal) && ImportFiles.IsFolder(Path.GetFullPath(remote, from))
            && remote != "origin";
        return new GitTarget(root, isPath ? Path.GetFullPath(remote, from) : remote, branch, cancellation);
    }

    private static readonly System.Buffers.SearchValues<char> PathSigns = System.Buffers.SearchValues.Create("/\\.:~ ");

    private static bool IsBareWord(string word) => word.Length > 0 && !word.AsSpan().ContainsAny(PathSigns);

    private static string? Rest(string target, string scheme) =>
        target.StartsWith(scheme, StringComparison.Ordinal) ? target[scheme.Length..] : null;

    /// <summary>An address that begins with a hyphen would be an option to the program.</summary>
    private static string Address(string given, string example) =>
        given.Length > 0
            && given[0] != '-'
                ? given
                : throw new RefusedOutputException(Messages.TargetIsNoAddress(given, example));
}
