using System.Collections.Immutable;

namespace AiDigest.Core.Model;

/// <summary>
/// A value below <c>extra</c>, typed by the core schema of YAML 1.2: null, boolean, whole number, float, text, list or mapping.
/// Mappings keep the author's order.
/// </summary>
public abstract record ExtraValue
{
    private ExtraValue()
    {
    }

    public sealed record Null : ExtraValue;

    public sealed record Flag(bool Value) : ExtraValue;

    public sealed record Whole(long Value) : ExtraValue;

    public sealed record Real(double Value) : ExtraValue;

    public sealed record Text(string Value) : ExtraValue;

    public sealed record Sequence(ImmutableArray<ExtraValue> Items) : ExtraValue;

    public sealed record Mapping(ImmutableArray<KeyValuePair<string, ExtraValue>> Members) : ExtraValue;
}
