using System.IO.Enumeration;

namespace AiDigest.Core.FileSystem;

/// <summary>What is at a path of the output folder; a link is a link, whatever it leads to.</summary>
internal enum PathKind : byte
{
    Nothing,
    File,
    Folder,
    Link,

    /// <summary>A pipe, a socket or a device.</summary>
    Special,
}
