using System.Collections.Immutable;
using System.Reflection;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Incremental;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Incremental;

/// <summary>What the cache gives back is what parsing gave, field by field.</summary>
public class EntryCacheTests
{
    private const string File = "content/papers/x.md";
    private static readonly Digest Options = Digest.Of("options");
    private static readonly SourceRef At = new(File, 3, 4, 5);
    private static readonly SourceRef Elsewhere = new("content/other.md", 1, 2);

    private static Located L(string text) => new(text, At);

    private static readonly Paper FullPaper = new()
    {
        Source = At,
        Item = 2,
        Title = L("Заголовок \uD800"),
        Date = PaperDate.Of(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-210))),
        DateAt = Elsewhere,
        Tags = [L("a"), L("б")],
        Slug = new Located("slug", default),
        Lead = "lead",
        Draft = true,
        Updated = PaperDate.Of(new DateOnly(2026, 5, 6)),
        Aliases = [L("old/")],
        Image = L("a.png"),
        ImageAlt = "alt",
        PaperTitle = "Title",
        Authors = [L("Anna")],
        Venue = "venue",
        Published = PaperDate.Of(new DateOnly(2025, 5, 6)),
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
        Corrections = [new Correction(PaperDate.Of(new DateOnly(2026, 1, 1)), "text")],
        Extra = new ExtraValue.Mapping([
            KeyValuePair.Create<string, ExtraValue>("a", new ExtraValue.Sequence([new ExtraValue.Null(), new ExtraValue.Flag(true), new ExtraValue.Whole(long.MinValue), new ExtraValue.Real(1.5), new ExtraValue.Text("")])),
        ]),
    };

    private static readonly StandingPage FullPage = new()
    {
        Source = At,
        Title = L("t"),
        Address = L("a/b"),
        Menu = true,
        Description = "d",
        Aliases = [L("x/")],
        Draft = true,
        Updated = PaperDate.Of(new DateOnly(2026, 5, 6)),
        Extra = new ExtraValue.Mapping([]),
    };

    private static readonly Body FullBody = new()
    {
        Utf8 = "<p>Текст</p>"u8.ToArray(),
        Pieces = [new Piece(PieceKind.Html, 0, 12), new Piece(PieceKind.LinkOpen, 1)],
        Links = [new BodyLink("t", true, " title=\"x\"", At)],
        Anchors = new Anchors([new Heading("id", "Глава", 1)], ["id", "fn-1"]),
        Lead = "Текст",
        Words = 7,
        HasMath = true,
    };

    private static readonly Diagnostic Warning = new(Catalogue.NoSiteUrl, File, 1, 2, 3, "message", "line", "mended");

    [Fact]
    public void Every_field_comes_back()
    {
        var source = new ReadSource([new Entry(FullPaper, FullBody, "«Заголовок»", "„Лид“")], new PageEntry(FullPage, FullBody), [Warning]);
        var back = RoundTrip(source);
        Assert.Equal(Told(source), Told(back));
        Assert.Equal(Told(source.Diagnostics), Told(back.Diagnostics));
    }

    /// <summary>A field that the samples above leave at its default could be forgotten by the codec without anyone noticing.</summary>
    [Theory]
    [InlineData(typeof(Paper))]
    [InlineData(typeof(StandingPage))]
    [InlineData(typeof(Body))]
    public void Every_field_is_tried(Type type)
    {
        object sample = type == typeof(Paper) ? FullPaper : type == typeof(StandingPage) ? FullPage : FullBody;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var value = property.GetValue(sample);
            var isDefault = value is null || value.Equals(property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);
            Assert.False(isDefault, $"{type.Name}.{property.Name}: give it a value here, and write and read it in EntryWriter and EntryReader");
        }
    }

    [Fact]
    public void An_empty_source_comes_back() => Assert.Equal(Told(new ReadSource([], null, [])), Told(RoundTrip(new ReadSource([], null, []))));

    [Fact]
    public void Other_bytes_other_options_and_cut_files_give_nothing()
    {
        var file = Write(new ReadSource([new Entry(FullPaper, FullBody, "«Заголовок»", "„Лид“")], null, []));
        Assert.NotNull(EntryCache.Load(file, Options).Find(File, Digest.Of("bytes")));
        Assert.Null(EntryCache.Load(file, Options).Find(File, Digest.Of("other")));
        Assert.Equal(0, EntryCache.Load(file, Digest.Of("others")).Count);
        for (var length = 0; length < file.Length; length++)
        {
            Assert.Equal(0, EntryCache.Load(file.AsMemory(0, length), Options).Count);
        }
    }

    private static ReadSource RoundTrip(ReadSource source) => EntryCache.Load(Write(source), Options).Find(File, Digest.Of("bytes"))!;

    private static byte[] Write(ReadSource source)
    {
        using var file = new MemoryStream();
        EntryCache.Empty.Write([(File, Digest.Of("bytes"), source)], Options, file.Write);
        return file.ToArray();
    }

    /// <summary>A value with all that it holds, as text.</summary>
    private static string Told(object? value) => value switch
    {
        null => "null",
        string text => string.Join(' ', text.Select(c => (int)c)),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        System.Collections.IEnumerable many => $"[{string.Join(", ", many.Cast<object?>().Select(Told))}]",
        _ when value.GetType().Namespace?.StartsWith("AiDigest", StringComparison.Ordinal) == true && !value.GetType().IsEnum =>
            $"{value.GetType().Name}({string.Join(", ", value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => Told(property.GetValue(value))))})",
        _ when value.GetType().IsGenericType && value.GetType().GetGenericTypeDefinition() == typeof(KeyValuePair<,>) =>
            $"{Told(value.GetType().GetProperty("Key")!.GetValue(value))}={Told(value.GetType().GetProperty("Value")!.GetValue(value))}",
        IFormattable plain => plain.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
