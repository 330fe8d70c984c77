namespace AiDigest.Core.Diagnostics;

/// <summary>A language of the tool's own messages.</summary>
public enum MessageLanguage
{
    English,
    Russian,
}

/// <summary>
/// What the tool says, in both of its languages. Both are made at once: messages are few, and the cache keeps a warning whatever language
/// the next build speaks. Both texts are next to each other in <see cref="Messages"/>, with their arguments as named parameters.
/// </summary>
public readonly record struct Message(string English, string Russian)
{
    /// <summary>A text that is not the tool's own (of a library, the system or a theme), or one without a translation yet.</summary>
    public static implicit operator Message(string text) => new(text, text);

    public static Message operator +(Message first, Message second) => new(first.English + second.English, first.Russian + second.Russian);

    public string In(MessageLanguage language) => language == MessageLanguage.Russian ? Russian : English;

    public override string ToString() => English;
}

/// <summary>A failure that the tool explains to its user.</summary>
public abstract class MessageException(Message text) : Exception(text.English)
{
    public Message Text { get; } = text;
}
