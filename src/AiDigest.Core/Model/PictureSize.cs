namespace AiDigest.Core.Model;

/// <summary>The size of a picture in CSS pixels, so that a page can keep its place before it has come.</summary>
public readonly record struct PictureSize(int Width, int Height);
