using System.Collections.Immutable;
using AiDigest.Core.Model;

namespace AiDigest.Core.Incremental;

/// <summary>Reads back what <see cref="EntryWriter"/> wrote; bodies are slices of what is read.</summary>
internal sealed class EntryReader(ByteReader reader, string path)
{
    /// <exception cref="InvalidDataException">It is not what was written.</exception>
    public ReadSource Read()
    {
        var diagnostics = ModelCodec.ReadMany(reader, ModelCodec.ReadDiagnostic);
        var entries = ModelCodec.ReadMany(reader, _ => new Entry(Paper(), Body()));
        var page = reader.Flag() ? new PageEntry(Page(), Body()) : null;
        return new ReadSource(entries, page, diagnostics);
    }

    // Initializers run in the order in which they stand: the order in which the fields were written.
    private Paper Paper() => new()
    {
        Source = Ref(),
        Item = reader.Small(),
        Title = Required(),
        Date = ModelCodec.ReadDate(reader),
        DateAt = Ref(),
        Tags = Many(),
        Slug = Required(),
        Lead = reader.Text(),
        Draft = reader.Flag(),
        Updated = Date(),
        Aliases = Many(),
        Image = Located(),
        ImageAlt = reader.Text(),
        PaperTitle = reader.Text(),
        Authors = Many(),
        Venue = reader.Text(),
        Published = Date(),
        Arxiv = reader.Text(),
        Doi = reader.Text(),
        Url = reader.Text(),
        Pdf = reader.Text(),
        Code = ModelCodec.ReadMany(reader, static from => from.Required()),
        Project = reader.Text(),
        ModelUrl = reader.Text(),
        Dataset = reader.Text(),
        By = reader.Text(),
        ReviewedBy = reader.Text(),
        Corrections = ModelCodec.ReadMany(reader, static from => new Correction(ModelCodec.ReadDate(from), from.Required())),
        Extra = ModelCodec.ReadExtra(reader),
    };

    private StandingPage Page() => new()
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

    private Body Body()
    {
        var body = new Body
        {
            Utf8 = reader.Bytes(),
            Pieces = ModelCodec.ReadMany(reader, static from => new Piece((PieceKind)from.Byte(), from.Small(), from.Small())),
            Links = ModelCodec.ReadMany(reader, from => new BodyLink(from.Required(), from.Flag(), from.Required(), Ref())),
            Headings = ModelCodec.ReadMany(reader, static from => new Heading(from.Required(), from.Required(), from.Small())),
            Ids = ModelCodec.ReadMany(reader, static from => from.Required()),
            Lead = reader.Required(),
            Words = reader.Small(),
            HasMath = reader.Flag(),
        };
        return body;
    }

    private SourceRef Ref() => ModelCodec.ReadRef(reader, path);

    private ImmutableArray<Located> Many() => ModelCodec.ReadMany(reader, _ => Required());

    private Located Required() => Located() ?? throw ByteReader.Odd();

    private Located? Located() => reader.Text() is { } text ? new Located(text, Ref()) : null;

    private PaperDate? Date() => reader.Flag() ? ModelCodec.ReadDate(reader) : null;
}
