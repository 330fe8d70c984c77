namespace AiDigest.Core.Diagnostics;

/// <summary>Where a thing is in the sources, for diagnostics that are found after its file was read.</summary>
/// <param name="Path">Relative to the site root, with <c>/</c>, in NFC.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units to underline; at least 1.</param>
public readonly record struct SourceRef(string Path, int Line, int Column, int Length = 1)
{
    public override string ToString() => $"{Path}:{Line}:{Column}";
}

/// <summary>A text as an author wrote it, with its place.</summary>
public readonly record struct Located(string Text, SourceRef At);
