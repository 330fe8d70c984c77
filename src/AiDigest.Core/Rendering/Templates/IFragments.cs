using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Themes;
using Scriban.Parsing;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>What a context needs of the parts that many pages share; see <see cref="Fragments"/>.</summary>
internal interface IFragments
{
    ReadOnlySpan<byte> Render(Theme theme, FragmentKey key, SourceSpan at);

    /// <summary>The includes within a fragment that failed.</summary>
    IReadOnlyList<(string Template, SourceSpan At)> FailedIn { get; }

    /// <summary>Why the fragment that failed does not end; null where it failed for another reason.</summary>
    Message? Endless { get; }
}
