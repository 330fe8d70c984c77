namespace AiDigest.Core.FileSystem.Output;

/// <param name="Path">A planned path that cannot be written; the first of several.</param>
/// <param name="InTheWay">The path of what is in the way: <paramref name="Path"/> itself or a folder above it.</param>
public sealed record OutputConflict(string Path, string InTheWay, ConflictKind Kind);

/// <summary>What the output folder has against a plan, found before anything is written.</summary>
/// <param name="Conflicts">With any of them nothing may be written; sorted by the standing path.</param>
/// <param name="Contested">
/// Planned paths where there is a file that the tool does not own, sorted: each is taken over if <see cref="OutputFolder.Matches"/>
/// finds its bytes equal, else nothing may be written.
/// </param>
/// <param name="Stale">Owned paths that the plan has no more and where there is still a file, sorted: a commit deletes them.</param>
/// <param name="Links">Symbolic links at places that are owned or planned, or on the way to one, sorted.</param>
public sealed record Inspection(
    IReadOnlyList<OutputConflict> Conflicts, IReadOnlyList<string> Contested, IReadOnlyList<string> Stale, IReadOnlyList<string> Links);
