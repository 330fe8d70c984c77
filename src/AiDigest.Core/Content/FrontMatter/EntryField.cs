using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>How values of one type are written and read back.</summary>
internal sealed record ValueKind<TValue>(Action<IFieldWriter, TValue> Write, Func<IFieldReader, TValue> Read);

/// <summary>The types of value that an optional field may hold.</summary>
internal static class ValueKinds
{
    public static readonly ValueKind<string?> Text = new(static (to, value) => to.Text(value), static from => from.Text());
    public static readonly ValueKind<ImmutableArray<string>> Texts =
        new(static (to, value) => to.Texts(value), static from => from.Texts());
    public static readonly ValueKind<bool> Flag = new(static (to, value) => to.Flag(value), static from => from.Flag());
    public static readonly ValueKind<EntryDate?> Date = new(static (to, value) => to.Date(value), static from => from.Date());
    public static readonly ValueKind<Located?> Located = new(static (to, value) => to.Located(value), static from => from.Located());
    public static readonly ValueKind<ImmutableArray<Located>> Many = new(static (to, value) => to.Many(value), static from => from.Many());
    public static readonly ValueKind<ImmutableArray<Correction>> Corrections =
        new(static (to, value) => to.Corrections(value), static from => from.Corrections());
    public static readonly ValueKind<ExtraValue?> Free = new(static (to, value) => to.Free(value), static from => from.Free());
}

/// <summary>
/// An optional field of an entry. One row of <see cref="EntryFields"/> is all that binding, the cache, the fingerprint that guards <c>check
/// --fix</c>, the preview's test for "only words changed", remote addresses and the schemas know of it.
/// </summary>
/// <param name="Role">What its value is to the rest of the site.</param>
internal abstract record EntryField(
    string Name, FieldType Type, Message Description, FieldRole Role, Func<EntryMetadata, YamlValue, ValueReader, EntryMetadata> Bind,
        bool OfOne)
    : Field<EntryMetadata>(Name, Type, Presence.Optional, Description, Bind, OfOne)
{
    public abstract void Write(EntryMetadata entry, IFieldWriter to);

    /// <summary>Sets the field of an entry that is not shared yet.</summary>
    public abstract void Read(EntryMetadata entry, IFieldReader from);

    /// <summary>Sets the field of an entry that is not shared yet to its value in another.</summary>
    public abstract void Copy(EntryMetadata from, EntryMetadata to);
}

/// <param name="Kind">How its value is kept.</param>
/// <param name="Get">Its value in an entry.</param>
/// <param name="Set">Sets it in an entry that is not shared yet.</param>
/// <param name="Parse">Reads it from YAML; reports what is wrong with it.</param>
internal sealed record EntryField<TValue>(
    string Name, FieldType Type, Message Description, FieldRole Role, ValueKind<TValue> Kind,
    Func<EntryMetadata, TValue> Get, Action<EntryMetadata, TValue> Set, Func<ValueReader, YamlValue, TValue> Parse, bool OfOne = false)
    : EntryField(Name, Type, Description, Role, (entry, value, read) => With(entry, Set, Parse(read, value)), OfOne)
{
    public override void Write(EntryMetadata entry, IFieldWriter to) => Kind.Write(to, Get(entry));

    public override void Read(EntryMetadata entry, IFieldReader from) => Set(entry, Kind.Read(from));

    public override void Copy(EntryMetadata from, EntryMetadata to) => Set(to, Get(from));

    private static EntryMetadata With(EntryMetadata entry, Action<EntryMetadata, TValue> set, TValue value)
    {
        var copy = entry with { };
        set(copy, value);
        return copy;
    }
}
