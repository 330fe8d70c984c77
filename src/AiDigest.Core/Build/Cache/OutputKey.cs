using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>All that the bytes of an output depend on: equal keys are equal bytes.</summary>
public readonly record struct OutputKey(TemplateKey Frame, Digest View)
{
    public KeyParts Differences(OutputKey other) =>
        Frame.Differences(other.Frame) | (View == other.View ? KeyParts.None : KeyParts.View);
}
