namespace AiDigest.Core.Import.Posts;

/// <summary>Stands for a brace that is text, while shortcodes and Liquid are converted.</summary>
internal static class HiddenBrace
{
    public const char Mark = '\uFDD3';
}
