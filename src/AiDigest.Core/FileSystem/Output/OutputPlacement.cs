using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// Decides whether a folder may take the output. A build writes and deletes there, so the folder must hold no author's file, and nothing
/// that a checkout brings along (a symbolic link above all) may choose where it lies.
/// </summary>
public static class OutputPlacement
{
    private const string Git = ".git";

    private static readonly string[] Refused = ["content", "templates", CacheFiles.FolderName];

    /// <summary>
    /// Why this folder cannot take the output of the site in <paramref name="root"/>, in a few words (<c>it is the site root</c>);
    /// null where it can. Links are resolved on both sides, and the folder need not exist.
    /// </summary>
    public static Message? Refusal(string root, string output)
    {
        try
        {
            var realRoot = RealPath.Of(root);
            var links = new List<string>();
            return Reason(realRoot, RealPath.Of(output, links)) ?? ReasonOfLinks(realRoot, links);
        }
        catch (IOException e)
        {
            return e is ExplainedIOException known ? known.Text : Message.Foreign(e.Message);
        }
    }

    private static Message? Reason(string root, string output)
    {
        if (Path.GetDirectoryName(output) is null)
        {
            return Messages.IsFileSystemRoot;
        }

        if (output.Equals(root, RealPath.Comparison))
        {
            return Messages.IsSiteRoot;
        }

        if (RealPath.IsWithin(root, output))
        {
            return Messages.HoldsSiteRoot;
        }

        foreach (var name in Refused)
        {
            var source = RealPath.Of(Path.Combine(root, name));
            if (RealPath.IsWithin(output, source))
            {
                return output.Equals(source, RealPath.Comparison) ? Messages.IsFolder(name) : Messages.LiesIn(name);
            }

            if (RealPath.IsWithin(source, output))
            {
                return Messages.HoldsFolder(name);
            }
        }

        return OfGit(output) ?? (File.Exists(output) ? Messages.IsFile : null);
    }

    /// <summary>
    /// Git runs what it finds in its folder (hooks, settings), so a build must never write there. Names are compared as the least strict
    /// file system does.
    /// </summary>
    private static Message? OfGit(string output)
    {
        for (var folder = output; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // The second is the short name that Windows gives to the first.
            if (Path.GetFileName(folder) is var name
                && (name.Equals(Git, StringComparison.OrdinalIgnoreCase) || name.Equals("git~1", StringComparison.OrdinalIgnoreCase)))
            {
                return folder == output ? Messages.IsGitFolder : Messages.LiesInGitFolder;
            }
        }

        return null;
    }

    /// <summary>
    /// A link in the site root, or anywhere in the Git work tree around it, may have come with a checkout: its author would choose where a
    /// build writes and deletes. A link elsewhere was made by someone with an account on this machine, and is followed.
    /// </summary>
    private static Message? ReasonOfLinks(string root, List<string> links)
    {
        var held = WorkTree(root);
        return links.Find(link => RealPath.IsWithin(link, held)) is { } found
            ? Messages.ReachedThroughLink(Path.GetRelativePath(root, found).Replace('\\', '/'))
            : null;
    }

    /// <summary>Whether a checkout of the site may have brought what lies at a path.</summary>
    /// <param name="home">The user's home folder. Some keep it in a work tree, and all that is theirs lies in it then.</param>
    internal static bool IsHeld(string path, string root, string? home)
    {
        var (real, realRoot) = (RealPath.Of(path), RealPath.Of(root));
        var workTree = WorkTree(realRoot);
        return RealPath.IsWithin(real, realRoot)
            || (RealPath.IsWithin(real, workTree) && (home is null || !RealPath.IsWithin(RealPath.Of(home), workTree)));
    }

    private static string WorkTree(string root)
    {
        for (var folder = root; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Path.Exists(Path.Combine(folder, Git)))
            {
                return folder;
            }
        }

        return root;
    }
}
