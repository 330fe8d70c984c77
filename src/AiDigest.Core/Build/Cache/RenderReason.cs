using System.Collections.Immutable;

namespace AiDigest.Core.Build.Cache;

/// <summary>Why a build rendered an output, or did not.</summary>
public enum RenderReason : byte
{
    /// <summary>Its key and its file are those of the build before.</summary>
    Kept,

    /// <summary>The build before had no such output, or nothing is known of it.</summary>
    New,

    /// <summary>Parts of its key have changed.</summary>
    Changed,

    /// <summary>Its file is gone.</summary>
    Missing,

    /// <summary>Its file is not as the build before left it.</summary>
    Touched,
}
