using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>Reads back what <see cref="EntryEncoder"/> wrote; the HTML of bodies is read when somebody asks for it.</summary>
internal sealed class EntryDecoder(ByteReader reader, string path, StoredBodies bodies) : IFieldReader
{
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public ParsedFile Read()
    {
        var diagnostics = ModelCodec.ReadMany(reader, ModelCodec.ReadDiagnostic);
        var entries = Many(static self => self.Entry());
        var page = reader.Flag() ? new RenderedPage(Page(), Body()) : null;
        return new ParsedFile(entries, page, diagnostics);
    }

    private RenderedEntry Entry()
    {
        var (paper, body) = (Paper(), Body());
        return new RenderedEntry(paper, body, reader.Text() ?? paper.Title.Text, reader.Text() ?? paper.Lead)
        {
            Formulas = reader.Flag() ? new TitleFormulas(reader.Text(), reader.Text(), reader.Text()) : null,
        };
    }

    private EntryMetadata Paper()
    {
        // Initializers run in their order here: the order in which the fields were written.
        var entry = new EntryMetadata
        {
            Source = Ref(),
            Item = reader.Small(),
            Title = Required(),
            Date = ModelCodec.ReadDate(reader),
            DateAt = Ref(),
            Tags = Many(),
            Slug = Required(),
        };
        foreach (var field in EntryFields.Optional)
        {
            field.Read(entry, this);
        }

        return entry;
    }

    string? IFieldReader.Text() => reader.Text();

    ImmutableArray<string> IFieldReader.Texts() => ModelCodec.ReadMany(reader, static from => from.Required());

    bool IFieldReader.Flag() => reader.Flag();

    EntryDate? IFieldReader.Date() => Date();

    Located? IFieldReader.Located() => Located();

    ImmutableArray<Located> IFieldReader.Many() => Many();

    ImmutableArray<Correction> IFieldReader.Corrections() =>
        ModelCodec.ReadMany(reader, static from => new Correction(ModelCodec.ReadDate(from), from.Required()));

    ExtraValue? IFieldReader.Free() => ModelCodec.ReadExtra(reader);

    private PageMetadata Page() => new()
    {
        Source = Ref(),
        Title = Required(),
        Address = Required(),
        Menu = reader.Flag(),
        Description = reader.Text(),
        Aliases = Many(),
        Draft = reader.Flag(),
        Updated = Date(),
        Extra = ModelCodec.ReadExtra(reader),
    };

    private StoredBody Body()
    {
        var html = bodies.Next(reader.Small(), reader.Digest());
        var pieces = ModelCodec.ReadMany(reader, static from => new Piece((PieceKind)from.Byte(), from.Small(), from.Small()));
        var links = Many(static self => new BodyLink(self.Text(), self.Flag(), self.Text(), self.Ref()));
        var anchors = Anchors(reader.Bytes());
        var lead = reader.Utf8();
        var text = lead is null ? reader.Required() : "";
        var (words, math) = (reader.Small(), (MathFont)reader.Small());
        return lead is { } utf8
            ? new StoredBody(html, utf8) { Pieces = pieces, Links = links, Anchors = anchors, Words = words, Math = math }
            : new StoredBody(html, text) { Pieces = pieces, Links = links, Anchors = anchors, Words = words, Math = math };
    }

    private static Anchors Anchors(ReadOnlyMemory<byte> bytes) => bytes.IsEmpty ? AiDigest.Core.Model.Anchors.None : new Anchors(() =>
    {
        var from = new ByteReader(bytes);
        return (
            ModelCodec.ReadMany(from, static from => new Heading(from.Required(), from.Required(), from.Small())),
            ModelCodec.ReadMany(from, static from => from.Required()));
    });

    private SourceRef Ref() => ModelCodec.ReadRef(reader, path);

    private string Text() => reader.Required();

    private bool Flag() => reader.Flag();

    private ImmutableArray<Located> Many() => Many(static self => self.Required());

    private ImmutableArray<T> Many<T>(Func<EntryDecoder, T> read) => ModelCodec.ReadMany(reader, this, read);

    private Located Required() => Located() ?? throw ByteReader.Odd();

    private Located? Located() => reader.Name() is { } text ? new Located(text, Ref()) : null;

    private EntryDate? Date() => reader.Flag() ? ModelCodec.ReadDate(reader) : null;
}
