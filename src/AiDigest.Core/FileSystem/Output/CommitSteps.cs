namespace AiDigest.Core.FileSystem.Output;

/// <summary>
/// The order in which a commit changes the site: first what is in the way of a planned file or folder goes, then the staged files
/// take their places, and only then the other stale files go; so a reader, and a kill in the middle, misses as little as may be.
/// </summary>
internal static class CommitSteps
{
    public static CommitResult Place(OutputInspector inspector, UndoLog changes, CancellationToken cancellation)
    {
        changes.Know(inspector.Tree.IsKnown);
        var before = SetAside(inspector, changes, inTheWay: true);
        var staged = inspector.Files.Where(file => file.Staged is not null).ToList();
        for (var i = 0; i < staged.Count; i++)
        {
            // Before the half it is nearer to go back, and after it to go on.
            if (i < staged.Count / 2)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Place(staged[i], staged[i].Staged!, changes);
        }

        var after = SetAside(inspector, changes, inTheWay: false);
        var withdrawn = inspector.Files.Where(file => file is { IsWithdrawn: true, Kind: PathKind.File }).ToList();
        withdrawn.ForEach(file => changes.SetAside(file.Path));
        return new CommitResult(before.Deleted + after.Deleted + withdrawn.Count, before.Folders + after.Folders);
    }

    private static void Place(PlannedFile file, string staged, UndoLog changes)
    {
        if (file.Kind == PathKind.File)
        {
            changes.Replace(staged, file.Path);
            return;
        }

        if (file.Kind == PathKind.Link)
        {
            changes.SetAside(file.Path);
        }

        changes.MakeFolder(OutputPaths.Parent(file.Path));
        changes.Place(staged, file.Path);
    }

    private static CommitResult SetAside(OutputInspector inspector, UndoLog changes, bool inTheWay)
    {
        var (files, folders) = (0, 0);
        foreach (var path in inspector.Stale(inTheWay))
        {
            changes.SetAside(path);
            files++;
        }

        foreach (var folder in inspector.Emptied(inTheWay))
        {
            folders += changes.RemoveFolder(folder) ? 1 : 0;
        }

        return new CommitResult(files, folders);
    }
}
