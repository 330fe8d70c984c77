namespace AiDigest.Core.Content.FrontMatter;

/// <summary>What the value of an entry's field is to the rest of the site.</summary>
internal enum FieldRole
{
    /// <summary>A fact: order, lists, addresses in the site or other entries may depend on it.</summary>
    Fact,

    /// <summary>Words for readers: only outputs that show the entry can change with them.</summary>
    Words,

    /// <summary>Addresses of other hosts, which <c>check --remote</c> asks.</summary>
    Remote,
}
