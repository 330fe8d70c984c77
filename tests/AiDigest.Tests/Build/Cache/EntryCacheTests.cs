using System.Collections.Immutable;
using System.Reflection;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Build.Cache;

/// <summary>What the cache gives back is what parsing gave, field by field.</summary>
public class EntryCacheTests
{
    private const string File = "content/papers/x.md";
    private static readonly Digest Options = Digest.Of("options");
    private static readonly SourceRef At = new(File, 3, 4, 5);
    private static readonly SourceRef Elsewhere = new("content/other.md", 1, 2);

    private static Located L(string text) => new(text, At);

    private static readonly EntryMetadata FullPaper = Filled(new EntryMetadata
    {
        Source = At,
        Item = 2,
        Title = L("Заголовок \uD800"),
        Date = EntryDate.Of(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-210))),
        DateAt = Elsewhere,
        Tags = [L("a"), L("б")],
        Slug = new Located("slug", default),
        Lead = "lead",
        Takeaway = "why",
        Draft = true,
        Updated = EntryDate.Of(new DateOnly(2026, 5, 6)),
        Aliases = [L("old/")],
        Image = L("a.png"),
        ImageAlt = "alt",
        PaperTitle = "Title",
        Authors = [L("Anna")],
        Venue = "venue",
        Published = EntryDate.Of(new DateOnly(2025, 5, 6)),
        Arxiv = "2411.1",
        Doi = "10.1/2",
        Url = "u",
        Pdf = "p",
        Code = ["c1", "c2"],
        Project = "pr",
        ModelUrl = "m",
        Dataset = "d",
        By = "by",
        ReviewedBy = "re",
        Corrections = [new Correction(EntryDate.Of(new DateOnly(2026, 1, 1)), "text")],
        Extra = new ExtraValue.Mapping([
            KeyValuePair.Create<string, ExtraValue>(
                "a", new ExtraValue.Sequence(
                    [new ExtraValue.Null(), new ExtraValue.Flag(true), new ExtraValue.Whole(long.MinValue), new ExtraValue.Real(1.5),
                    new ExtraValue.Text("")])),
        ]),
    });

    /// <summary>The sample with a value for each field of text that it does not name, so that a new one needs no line here.</summary>
    private static EntryMetadata Filled(EntryMetadata sample)
    {
        foreach (var property in typeof(EntryMetadata).GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            if (property.CanWrite && property.GetValue(sample) is null)
            {
                property.SetValue(sample, property.Name);
            }
        }

        return sample;
    }

    private static readonly PageMetadata FullPage = new()
    {
        Source = At,
        Title = L("t"),
        Address = L("a/b"),
        Menu = true,
        Description = "d",
        Aliases = [L("x/")],
        Draft = true,
        Updated = EntryDate.Of(new DateOnly(2026, 5, 6)),
        Extra = new ExtraValue.Mapping([]),
    };

    private static readonly MemoryBody FullBody = new("<p>Текст</p>"u8.ToArray(), "Текст")
    {
        Pieces = [new Piece(PieceKind.Html, 0, 12), new Piece(PieceKind.LinkOpen, 1)],
        Links = [new BodyLink("t", true, " title=\"x\"", At)],
        Anchors = new Anchors([new Heading("id", "Глава", 1)], ["id", "fn-1"]),
        Words = 7,
        Math = MathFont.Plain,
    };

    private static readonly Diagnostic Warning = new(Catalogue.NoSiteUrl, File, 1, 2, 3, new("message", "сообщение"), "line", "fixed");

    [Fact]
    public void Every_field_comes_back()
    {
        var source =
            new ParsedFile(
                [new RenderedEntry(FullPaper, FullBody, "«Заголовок»", "„Лид“") { Formulas = new TitleFormulas("<math/>", "Paper", null) }],
                    new RenderedPage(FullPage, FullBody), [Warning]);
        var back = RoundTrip(source);
        Assert.Equal(Told(source), Told(back));
        Assert.Equal(Told(source.Diagnostics), Told(back.Diagnostics));
    }

    /// <summary>A field that the samples above leave at its default could be forgotten by the codec without anyone noticing.</summary>
    [Theory]
    [InlineData(typeof(EntryMetadata))]
    [InlineData(typeof(PageMetadata))]
    [InlineData(typeof(RenderedBody))]
    public void Every_field_is_tried(Type type)
    {
        object sample = type == typeof(EntryMetadata) ? FullPaper : type == typeof(PageMetadata) ? FullPage : FullBody;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var value = property.GetValue(sample);
            var isDefault = value is null
                || value.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);
            Assert.False(
                isDefault, $"{type.Name}.{property.Name}: give it a value in the samples above");
        }
    }

    [Fact]
    public void An_empty_source_comes_back() =>
        Assert.Equal(Told(new ParsedFile([], null, [])), Told(RoundTrip(new ParsedFile([], null, []))));

    [Fact]
    public void Other_bytes_other_options_and_cut_files_give_nothing()
    {
        var file = Write(new ParsedFile([new RenderedEntry(FullPaper, FullBody, "«Заголовок»", "„Лид“")], null, []));
        Assert.NotNull(Load(file).Find(File, Digest.Of("bytes")));
        Assert.Null(Load(file).Find(File, Digest.Of("other")));
        Assert.Equal(0, EntryCache.Load(new BytesFile(file), TestKey.Value, Digest.Of("others")).Count);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Equal(0, Load(file.AsMemory(0, length)).Count);
        }

        for (var at = 0; at < file.Length; at++)
        {
            file[at]++;
            Assert.Equal(0, Load(file).Count);
            file[at]--;
        }
    }

    [Fact]
    public void Many_and_large_sources_come_back_through_the_window_of_the_reader()
    {
        var random = new Random(3);
        var sources = Enumerable.Range(0, 400)
            .Select(i =>
                ($"content/papers/{i}.md", Digest.Of($"{i}"),
                    new ParsedFile(
                        [new RenderedEntry(FullPaper, Large(random), "", null), new RenderedEntry(FullPaper, Large(random), "", null)],
                            null, []))).ToArray();
        var cache = Load(Written(EntryCache.Empty, sources));
        var again = Load(Written(cache, sources));
        Assert.Equal((400, 400), (cache.Count, again.Count));
        foreach (var (path, digest, source) in sources)
        {
            Assert.Equal(
                source.Entries.Select(entry => Digest.Of(entry.Body.Utf8.Span)),
                cache.Find(path, digest)!.Entries.Select(entry => Digest.Of(entry.Body.Utf8.Span)));
            Assert.Equal(
                source.Entries.Select(entry => Digest.Of(entry.Body.Utf8.Span)),
                again.Find(path, digest)!.Entries.Select(entry => Digest.Of(entry.Body.Utf8.Span)));
        }

        static RenderedBody Large(Random random)
        {
            var html = new byte[random.Next(8) == 0 ? random.Next(400_000) : random.Next(4_000)];
            random.NextBytes(html);
            return FullBody with { Html = html };
        }
    }

    [Fact]
    public void Stored_bodies_are_read_from_the_file()
    {
        ParsedFile Source() =>
            new(
                [new RenderedEntry(FullPaper, FullBody with { }, "", null),
                    new RenderedEntry(FullPaper, FullBody with { Html = "<p>Второй</p>"u8.ToArray() }, "", null)],
                    new RenderedPage(FullPage, FullBody with { Html = "<p>Третий</p>"u8.ToArray() }), []);
        var source = Source();
        var empty = new ParsedFile([], null, []);
        using var file = new MemoryStream();
        var written =
            EntryCache.Empty.Write(
                [("content/papers/a.md", Digest.Of("a"), empty), (File, Digest.Of("bytes"), source)], TestKey.Value,
                Options, file.Write);
        Assert.Null(written.StoredIn(new BytesFile(Write(source)), [source]));
        var other = Source();
        var stored = written.StoredIn(new BytesFile(file.ToArray()), [empty, other, source])!;
        Assert.Same(other, stored[1]);
        Assert.All(WrittenBodies.Of(source), body => Assert.IsType<MemoryBody>(body));
        var buffer = Array.Empty<byte>();
        foreach (var (body, before) in WrittenBodies.Of(stored[2]).Zip(WrittenBodies.Of(Source())))
        {
            Assert.IsType<StoredBody>(body);
            Assert.Equal(before.Utf8.ToArray(), body.Utf8.ToArray());
            Assert.Equal(before.Utf8.ToArray(), body.Utf8In(ref buffer).ToArray());
        }

        Assert.False(EntryCache.IsLarge([source, Source()]));
        Assert.True(
            EntryCache.IsLarge(
                Enumerable.Repeat(
                    new ParsedFile([new RenderedEntry(FullPaper, FullBody with { Html = new byte[1 << 20] }, "", null)], null, []), 128)));
    }

    private static EntryCache Load(ReadOnlyMemory<byte> file) => EntryCache.Load(new BytesFile(file), TestKey.Value, Options);

    private static ParsedFile RoundTrip(ParsedFile source) => Load(Write(source)).Find(File, Digest.Of("bytes"))!;

    private static byte[] Write(ParsedFile source) => Written(EntryCache.Empty, (File, Digest.Of("bytes"), source));

    private static byte[] Written(EntryCache known, params (string Path, Digest Digest, ParsedFile Source)[] sources)
    {
        using var file = new MemoryStream();
        known.Write(sources, TestKey.Value, Options, file.Write);
        return file.ToArray();
    }

    /// <summary>A body in memory and the same body in a file are alike.</summary>
    private static Type Kind(object value) => value is RenderedBody ? typeof(RenderedBody) : value.GetType();

    /// <summary>A value with all that it holds, as text.</summary>
    private static string Told(object? value) => value switch
    {
        null => "null",
        string text => string.Join(' ', text.Select(c => (int)c)),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Told))}]",
        _ when value.GetType().Namespace?.StartsWith("AiDigest", StringComparison.Ordinal) == true && !value.GetType().IsEnum =>
            $"{Kind(value).Name}({string.Join(", ", Kind(value).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0)
                .Select(property => Told(property.GetValue(value))))})",
        _ when value.GetType().IsGenericType && value.GetType().GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            $"{Told(value.GetType().GetProperty("Key")!.GetValue(value))}={Told(value.GetType().GetProperty("Value")!.GetValue(value))}",
        IFormattable plain => plain.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
