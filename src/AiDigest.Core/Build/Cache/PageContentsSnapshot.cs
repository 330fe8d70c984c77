using System.Collections.Immutable;
using System.Runtime.InteropServices;
using AiDigest.Core.FileSystem;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What all outputs of one build showed. It is in its own file beside <see cref="LastBuild"/>: each build writes it and sets the
/// one before aside. An explanation compares the two; a build reads the last one where only texts have changed.
/// </summary>
/// <param name="Of">The seal of the <see cref="LastBuild"/> that it belongs to.</param>
/// <param name="Before">The seal of the one that this build began with; zero where there was none.</param>
/// <param name="Inputs">What the outputs shared.</param>
public sealed record PageContentsSnapshot(
    Digest Of, Digest Before, ImmutableArray<SharedInput> Inputs, IReadOnlyDictionary<ulong, PageContents> Contents)
{
    private const byte Version = 2;

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-SHOWN"u8;

    /// <summary>What the output at a path showed; null where nothing is known of it.</summary>
    public PageContents? At(string path) => Contents.TryGetValue(NameOf(path), out var content) ? content : null;

    /// <param name="of">Asked last: to make what it belongs to takes as long as to make this.</param>
    public static ReadOnlyMemory<byte> Format(
        SealKey key, Func<Digest> of, Digest before, IReadOnlyCollection<SharedInput> inputs,
        IEnumerable<(string Path, PageContents Content)> outputs)
    {
        var items = new Table<PageContentsItem>(new ByPrint());
        var names = new Table<string>(StringComparer.Ordinal);
        var pages = new ByteWriter(1 << 20);
        var count = 0;
        foreach (var (path, content) in outputs)
        {
            count++;
            WriteContent(pages, NameOf(path), content, items, names);
        }

        var writer = Sealed.Begin(Mark, Version, pages.Length + (items.All.Count * 32) + 4096);
        writer.Digest(of());
        writer.Digest(before);
        SharedInput.WriteAll(writer, inputs);
        ModelCodec.Write(writer, [.. names.All], static (to, name) => to.Text(name));
        WriteItems(writer, items.All);
        writer.Number(count);
        writer.Raw(pages.Written);
        return Sealed.End(writer, key);
    }

    /// <returns>Null where anything is odd.</returns>
    public static PageContentsSnapshot? Parse(ReadOnlyMemory<byte> bytes, SealKey key)
    {
        if (Sealed.Open(bytes, key, Mark, Version) is not { } content)
        {
            return null;
        }

        try
        {
            var reader = new ByteReader(content);
            var (of, before) = (reader.Digest(), reader.Digest());
            var inputs = SharedInput.ReadAll(reader);
            var names = ModelCodec.ReadMany(reader, static from => from.Required());
            var items = ReadItems(reader);
            var count = reader.Count();
            var contents = new Dictionary<ulong, PageContents>(count);
            var shown = new ContentReader(reader, items, names);
            for (var i = 0; i < count; i++)
            {
                // Two paths of one name would be told for one another.
                if (!contents.TryAdd(reader.Raw64(), shown.Next()))
                {
                    return null;
                }
            }

            return reader.AtEnd ? new PageContentsSnapshot(of, before, inputs, contents) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // The path itself would make a third of the file.
    private static ulong NameOf(string path) => Digest.Of(path).Low;

    private static void WriteContent(
        ByteWriter writer, ulong path, PageContents content, Table<PageContentsItem> items, Table<string> names)
    {
        writer.Raw64(path);
        writer.Number(content.Parts.Length);
        foreach (var part in content.Parts.Span)
        {
            writer.Number(names.NumberOf(part.Name));
            writer.Raw32(part.Print);
            writer.Number(part.Items.Length);
            var last = 0;
            foreach (var item in part.Items.Span)
            {
                // Neighbours on a page are neighbours in the table as a rule, so that most differences take one byte.
                var number = items.NumberOf(item);
                writer.Number(number - last);
                last = number;
            }
        }
    }

    /// <summary>Reads what outputs showed, one after another.</summary>
    private sealed class ContentReader(ByteReader reader, PageContentsItem[] items, ImmutableArray<string> names)
    {
        private readonly PooledRows<PageContentsPart> _keptParts = new();
        private readonly PooledRows<PageContentsItem> _keptItems = new();
        private readonly List<PageContentsPart> _parts = [];
        private readonly List<PageContentsItem> _items = [];

        public PageContents Next()
        {
            _parts.Clear();
            for (var left = reader.Count(); left > 0; left--)
            {
                _parts.Add(new PageContentsPart(names[reader.Small()], reader.Raw32(), Items()));
            }

            return new PageContents(_keptParts.Keep(CollectionsMarshal.AsSpan(_parts)));
        }

        private ReadOnlyMemory<PageContentsItem> Items()
        {
            _items.Clear();
            var last = 0;
            for (var left = reader.Count(); left > 0; left--)
            {
                last += reader.Small();
                _items.Add(items[last]);
            }

            return _keptItems.Keep(CollectionsMarshal.AsSpan(_items));
        }
    }

    // An entry is an item three times as a rule: as a whole, as a line of a list, as a citation. Its path is written once.
    private static void WriteItems(ByteWriter writer, List<PageContentsItem> items)
    {
        var paths = new Table<string>(StringComparer.Ordinal);
        var rest = new ByteWriter(items.Count * 8);
        var last = 0;
        foreach (var item in items)
        {
            var number = paths.NumberOf(item.Path);
            rest.Number(number - last);
            rest.Number(item.Line);
            rest.Raw32(item.Print);
            last = number;
        }

        writer.Number(paths.All.Count);
        var before = "";
        foreach (var path in paths.All)
        {
            var same = path.AsSpan().CommonPrefixLength(before);
            writer.Number(same);
            writer.Text(path.AsSpan(same));
            before = path;
        }

        writer.Number(items.Count);
        writer.Raw(rest.Written);
    }

    private static PageContentsItem[] ReadItems(ByteReader reader)
    {
        var paths = new string[reader.Count()];
        var before = "";
        for (var i = 0; i < paths.Length; i++)
        {
            before = paths[i] = reader.After(before.AsSpan(0, reader.Small()));
        }

        var items = new PageContentsItem[reader.Count()];
        var last = 0;
        for (var i = 0; i < items.Length; i++)
        {
            last += reader.Small();
            items[i] = new PageContentsItem(paths[last], reader.Small(), reader.Raw32());
        }

        return items;
    }

    /// <summary>Numbers things in the order in which they are met.</summary>
    private sealed class Table<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> _numbers = new(comparer);

        public List<T> All { get; } = [];

        public int NumberOf(T thing)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, thing, out var isKnown);
            if (!isKnown)
            {
                number = All.Count;
                All.Add(thing);
            }

            return number;
        }
    }

    /// <summary>The print is a hash already.</summary>
    private sealed class ByPrint : IEqualityComparer<PageContentsItem>
    {
        public bool Equals(PageContentsItem one, PageContentsItem other) => one.Equals(other);

        public int GetHashCode(PageContentsItem item) => (int)item.Print;
    }
}
