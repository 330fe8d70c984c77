namespace AiDigest.Core.Diagnostics;

/// <summary>A language of the tool's own messages.</summary>
public enum MessageLanguage
{
    English,
    Russian,
}

/// <summary>
/// A text of the tool in both of its languages. Both are made at once: messages are few, and the cache keeps a warning whatever language
/// the next build speaks. Nothing converts a string to a message, so the compiler refuses a text in one language.
/// </summary>
/// <remarks>Texts are in <see cref="Messages"/>, never at a call.</remarks>
public readonly record struct Message(string English, string Russian)
{
    /// <summary>No text.</summary>
    public static Message Empty { get; } = new("", "");

    /// <summary>A text that is not the tool's own: of the operating system, a library, a server or an author.</summary>
    public static Message Foreign(string text) => new(text, text);

    public static Message operator +(Message first, Message second) => new(first.English + second.English, first.Russian + second.Russian);

    public string In(MessageLanguage language) => language == MessageLanguage.Russian ? Russian : English;

    public override string ToString() => English;
}

/// <summary>A failure that the tool explains to its user.</summary>
public abstract class MessageException(Message text) : Exception(text.English)
{
    public Message Text { get; } = text;
}
