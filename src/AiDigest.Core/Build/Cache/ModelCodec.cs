using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The parts of which records are made, as bytes. Written by hand: a serializer by reflection would be slower and does not work
/// compiled ahead of time. Each <c>Read</c> takes exactly what its <c>Write</c> gave.
/// </summary>
internal static class ModelCodec
{
    private static readonly Dictionary<string, Rule> Rules = Catalogue.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static void Write<T>(ByteWriter writer, ImmutableArray<T> items, Action<ByteWriter, T> write)
    {
        writer.Number(items.IsDefault ? 0 : items.Length);
        foreach (var item in items.IsDefault ? [] : items)
        {
            write(writer, item);
        }
    }

    public static ImmutableArray<T> ReadMany<T>(ByteReader reader, Func<ByteReader, T> read) => ReadMany(reader, reader, read);

    public static ImmutableArray<T> ReadMany<TFrom, T>(ByteReader reader, TFrom from, Func<TFrom, T> read)
    {
        var count = reader.Count();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = read(from);
        }

        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <param name="path">The file at hand, whose name is not written again and again.</param>
    public static void WriteRef(ByteWriter writer, SourceRef at, string path)
    {
        var isHere = at.Path == path;
        writer.Flag(isHere);
        if (!isHere)
        {
            writer.Text(at.Path);
        }

        writer.Number(at.Line);
        writer.Number(at.Column);
        writer.Number(at.Length);
    }

    public static SourceRef ReadRef(ByteReader reader, string path) =>
        new(reader.Flag() ? path : reader.Text()!, reader.Small(), reader.Small(), reader.Small());

    public static void WriteDate(ByteWriter writer, EntryDate date)
    {
        writer.Flag(date.Day is not null);
        if (date.Day is { } day)
        {
            writer.Number(day.DayNumber);
            return;
        }

        WriteMoment(writer, date.Moment ?? default);
    }

    public static EntryDate ReadDate(ByteReader reader) =>
        reader.Flag() ? EntryDate.Of(DateOnly.FromDayNumber(reader.Small())) : EntryDate.Of(ReadMoment(reader));

    public static void WriteMoment(ByteWriter writer, DateTimeOffset moment)
    {
        writer.Number(moment.Ticks);
        writer.Number(moment.TotalOffsetMinutes);
    }

    public static DateTimeOffset ReadMoment(ByteReader reader) => new(reader.Number(), TimeSpan.FromMinutes(reader.Small()));

    public static void WriteDiagnostic(ByteWriter writer, Diagnostic diagnostic)
    {
        writer.Text(diagnostic.Rule.Id);
        writer.Text(diagnostic.Path);
        writer.Number(diagnostic.Line);
        writer.Number(diagnostic.Column);
        writer.Number(diagnostic.Length);
        writer.Text(diagnostic.Text.English);
        writer.Text(diagnostic.Text.Russian);
        writer.Text(diagnostic.SourceLine);
        writer.Text(diagnostic.Fixed);
    }

    public static Diagnostic ReadDiagnostic(ByteReader reader) => new(
        Rules.TryGetValue(reader.Required(), out var rule) ? rule : throw ByteReader.Odd(),
        reader.Required(), reader.Small(), reader.Small(), reader.Small(), new Message(reader.Required(), reader.Required()), reader.Text(),
            reader.Text());

    public static void WriteExtra(ByteWriter writer, ExtraValue? value)
    {
        switch (value)
        {
            case null:
                writer.Byte(0);
                break;
            case ExtraValue.Null:
                writer.Byte(1);
                break;
            case ExtraValue.Flag flag:
                writer.Byte(2);
                writer.Flag(flag.Value);
                break;
            case ExtraValue.Whole whole:
                writer.Byte(3);
                writer.Number(whole.Value);
                break;
            case ExtraValue.Real real:
                writer.Byte(4);
                writer.Number(BitConverter.DoubleToInt64Bits(real.Value));
                break;
            case ExtraValue.Text text:
                writer.Byte(5);
                writer.Text(text.Value);
                break;
            case ExtraValue.Sequence sequence:
                writer.Byte(6);
                Write(writer, sequence.Items, WriteExtra);
                break;
            case ExtraValue.Mapping mapping:
                writer.Byte(7);
                Write(writer, mapping.Members, static (to, member) =>
                {
                    to.Text(member.Key);
                    WriteExtra(to, member.Value);
                });
                break;
            default:
                throw new InvalidOperationException($"no way to write {value.GetType().Name}");
        }
    }

    public static ExtraValue? ReadExtra(ByteReader reader) => reader.Byte() switch
    {
        0 => null,
        1 => new ExtraValue.Null(),
        2 => new ExtraValue.Flag(reader.Flag()),
        3 => new ExtraValue.Whole(reader.Number()),
        4 => new ExtraValue.Real(BitConverter.Int64BitsToDouble(reader.Number())),
        5 => new ExtraValue.Text(reader.Required()),
        6 => new ExtraValue.Sequence(ReadMany(reader, static from => ReadExtra(from) ?? throw ByteReader.Odd())),
        7 => new ExtraValue.Mapping(
            ReadMany(reader, static from => KeyValuePair.Create(from.Required(), ReadExtra(from) ?? throw ByteReader.Odd()))),
        _ => throw ByteReader.Odd(),
    };
}
