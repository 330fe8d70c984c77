namespace AiDigest.Core.FileSystem.Output;

/// <summary>Why a planned file cannot have its place.</summary>
public enum ConflictKind
{
    /// <summary>The path cannot be owned: a control character, a backslash, the manifest's own name.</summary>
    Unnameable,

    /// <summary>The plan itself needs a file and a folder at one path.</summary>
    FileAndFolder,

    /// <summary>A file that the tool does not own is where a folder is needed.</summary>
    ForeignFile,

    /// <summary>A folder with content that the tool does not own is where a file is needed.</summary>
    ForeignFolder,

    /// <summary>A symbolic link that the tool does not own is there or on the way there.</summary>
    ForeignLink,
}
