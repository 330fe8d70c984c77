namespace AiDigest.Core.Diagnostics;

/// <summary>A failure of files or of an outside program that the tool explains in both languages.</summary>
public sealed class ExplainedIOException(Message text, Exception? inner = null) : IOException(text.English, inner)
{
    public Message Text { get; } = text;
}
