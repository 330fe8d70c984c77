namespace AiDigest.Core.FileSystem.Output;

/// <param name="Deleted">Files that the tool owned and the plan had no more.</param>
/// <param name="Folders">Folders that were empty without them.</param>
public readonly record struct CommitResult(int Deleted, int Folders);
