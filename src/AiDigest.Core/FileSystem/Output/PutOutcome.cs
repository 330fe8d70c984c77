namespace AiDigest.Core.FileSystem.Output;

/// <summary>How a file was put.</summary>
public enum PutOutcome
{
    /// <summary>Its bytes are there already.</summary>
    Unchanged,

    /// <summary>It is new or changed.</summary>
    Written,
}
