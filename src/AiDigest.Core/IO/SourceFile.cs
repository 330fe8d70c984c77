namespace AiDigest.Core.IO;

/// <summary>One file of the sources as the listing found it.</summary>
/// <param name="Path">Relative to the site root, with <c>/</c>, in NFC.</param>
/// <param name="PhysicalPath">The path that opens it, with the name as the file system has it.</param>
/// <param name="Size">Bytes; for a link the size of the link itself.</param>
/// <param name="IsLink">A symbolic link, to whatever or to nothing: it is listed so that it can be reported, and never followed.</param>
public sealed record SourceFile(string Path, string PhysicalPath, long Size, bool IsLink)
{
    /// <summary>The physical path of another file whose name is the same in NFC, and which is therefore left out; else null.</summary>
    public string? Twin { get; init; }
}
