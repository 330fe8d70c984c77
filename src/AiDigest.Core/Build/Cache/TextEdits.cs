namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The edits of a build in which only the texts of a few entries changed (<see cref="ChangeKind.Texts"/>). A text is seen only where its
/// entry is shown, and the last build noted what each output showed. So every other output shows what it showed, and need not be read.
/// </summary>
/// <param name="shown">What the last build noted. It is read while other work goes on.</param>
internal sealed class TextEdits(IReadOnlyList<string> changed, Task<PageContentsSnapshot?> shown)
{
    /// <summary>What an output showed in the last build; null where it shows an edited entry, or where that is not known.</summary>
    public PageContents? Untouched(string path) =>
        shown.GetAwaiter().GetResult()?.At(path) is { } content && !content.ShowsAny(changed) ? content : null;
}
