using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>All that the bytes of an output depend on: equal keys are equal bytes.</summary>
public readonly record struct OutputKey(TemplateKey Template, Digest View)
{
    public KeyParts Differences(OutputKey other) =>
        Template.Differences(other.Template) | (View == other.View ? KeyParts.None : KeyParts.View);
}
