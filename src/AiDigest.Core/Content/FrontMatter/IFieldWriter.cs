using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>Takes the values of an entry's fields, one after the other: a codec, a fingerprint, or a list of addresses.</summary>
internal interface IFieldWriter
{
    void Text(string? value);

    void Texts(ImmutableArray<string> values);

    void Flag(bool value);

    void Date(EntryDate? value);

    void Located(Located? value);

    void Many(ImmutableArray<Located> values);

    void Corrections(ImmutableArray<Correction> values);

    void Free(ExtraValue? value);
}
