using System.Runtime.InteropServices;

namespace AiDigest.Core.Build.Cache;

/// <summary>What changed on a page between two builds.</summary>
public enum ContentChange
{
    /// <summary>An item was added.</summary>
    Gained,

    /// <summary>An item went away.</summary>
    Lost,

    /// <summary>An item shows something else, or a part without items does.</summary>
    Changed,

    /// <summary>The items that both have are in another order.</summary>
    Reordered,
}
