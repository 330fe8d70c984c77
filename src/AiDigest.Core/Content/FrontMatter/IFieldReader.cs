using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Gives back what an <see cref="IFieldWriter"/> took, in the same order.</summary>
internal interface IFieldReader
{
    string? Text();

    ImmutableArray<string> Texts();

    bool Flag();

    EntryDate? Date();

    Located? Located();

    ImmutableArray<Located> Many();

    ImmutableArray<Correction> Corrections();

    ExtraValue? Free();
}
