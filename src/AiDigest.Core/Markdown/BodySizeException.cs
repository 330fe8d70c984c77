namespace AiDigest.Core.Markdown;

/// <summary>
/// Ends the writing of a body whose HTML is larger than <c>limits</c> allows. It never leaves <see cref="BodyRenderer"/>.
/// </summary>
internal sealed class BodySizeException() : Exception("the body is too large");
