namespace AiDigest.Core.Build.Cache;

/// <param name="Reason">What the build did.</param>
/// <param name="Parts">For <see cref="RenderReason.Changed"/>, which.</param>
public readonly record struct Decision(RenderReason Reason, KeyParts Parts = KeyParts.None);
