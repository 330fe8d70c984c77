using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>One entry of a BibTeX file, its macros expanded. Field names differ in more than case.</summary>
/// <param name="Type">In lower case.</param>
/// <param name="Problem">Why it could not be read; null where it could.</param>
internal sealed record BibtexEntry(string Type, string Key, int Line, IReadOnlyDictionary<string, string> Fields, Message? Problem)
{
    /// <summary>Bare words for which the file has no <c>@string</c>. They stand for themselves.</summary>
    public IReadOnlyList<string> Undefined { get; init; } = [];

    public string? this[string name] => Fields.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}
