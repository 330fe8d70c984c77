using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build.Cache;

/// <summary>Writes what a source file gave; the counterpart of <see cref="EntryDecoder"/>, line by line.</summary>
/// <param name="bodies">Takes the HTML of bodies, one behind the other.</param>
internal sealed class EntryEncoder(ByteWriter writer, string path, ByteWriter? bodies = null) : IFieldWriter
{
    private Action<ByteWriter, Located>? _located;

    public void Write(ParsedFile source)
    {
        ModelCodec.Write(writer, source.Diagnostics, ModelCodec.WriteDiagnostic);
        ModelCodec.Write(writer, source.Entries, (_, entry) =>
        {
            Paper(entry.Metadata);
            Body(entry.Body);
            writer.Text(entry.Title == entry.Metadata.Title.Text ? null : entry.Title);
            writer.Text(entry.Lead == entry.Metadata.Lead ? null : entry.Lead);
            writer.Flag(entry.Formulas is not null);
            if (entry.Formulas is { } formulas)
            {
                writer.Text(formulas.TitleHtml);
                writer.Text(formulas.PaperTitle);
                writer.Text(formulas.PaperTitleHtml);
            }
        });
        writer.Flag(source.Page is not null);
        if (source.Page is { } page)
        {
            Page(page.Page);
            Body(page.Body);
        }
    }

    /// <summary>All that entries say except for their texts.</summary>
    public void Facts(ParsedFile source) => ModelCodec.Write(writer, source.Entries, (_, entry) =>
    {
        Paper(entry.Metadata);
        writer.Text(entry.Title);
        writer.Text(entry.Lead);
    });

    /// <summary>What else of texts is seen from elsewhere: what links can lead to, and what they lead to themselves.</summary>
    public void LinkTargets(ParsedFile source) => ModelCodec.Write(writer, source.Entries, (_, entry) =>
    {
        // Other entries are compared with the first paragraph too.
        writer.Text(entry.Body.Lead);
        Anchors(entry.Body.Anchors);
        ModelCodec.Write(writer, entry.Body.Links, static (to, link) =>
        {
            to.Text(link.Target);
            to.Flag(link.IsImage);
        });
    });

    private void Paper(EntryMetadata paper)
    {
        Ref(paper.Source);
        writer.Number(paper.Item);
        Located(paper.Title);
        ModelCodec.WriteDate(writer, paper.Date);
        Ref(paper.DateAt);
        Many(paper.Tags);
        Located(paper.Slug);
        foreach (var field in EntryFields.Optional)
        {
            field.Write(paper, this);
        }
    }

    void IFieldWriter.Text(string? value) => writer.Text(value);

    void IFieldWriter.Texts(ImmutableArray<string> values) => ModelCodec.Write(writer, values, static (to, text) => to.Text(text));

    void IFieldWriter.Flag(bool value) => writer.Flag(value);

    void IFieldWriter.Date(EntryDate? value) => Date(value);

    void IFieldWriter.Located(Located? value) => Located(value);

    void IFieldWriter.Many(ImmutableArray<Located> values) => Many(values);

    void IFieldWriter.Corrections(ImmutableArray<Correction> values) => ModelCodec.Write(writer, values, static (to, correction) =>
    {
        ModelCodec.WriteDate(to, correction.Date);
        to.Text(correction.Text);
    });

    void IFieldWriter.Free(ExtraValue? value) => ModelCodec.WriteExtra(writer, value);

    private void Page(PageMetadata page)
    {
        Ref(page.Source);
        Located(page.Title);
        Located(page.Address);
        writer.Flag(page.Menu);
        writer.Text(page.Description);
        Many(page.Aliases);
        writer.Flag(page.Draft);
        Date(page.Updated);
        ModelCodec.WriteExtra(writer, page.Extra);
    }

    private void Body(RenderedBody body)
    {
        var utf8 = body.Utf8.Span;
        bodies?.Raw(utf8);
        writer.Number(utf8.Length);
        writer.Digest(Digest.Of(utf8));
        ModelCodec.Write(writer, body.Pieces, static (to, piece) =>
        {
            to.Byte((byte)piece.Kind);
            to.Number(piece.Value);
            to.Number(piece.Length);
        });
        ModelCodec.Write(writer, body.Links, (to, link) =>
        {
            to.Text(link.Target);
            to.Flag(link.IsImage);
            to.Text(link.Attributes);
            Ref(link.At);
        });
        Anchors(body.Anchors);
        writer.Text(body.Lead);
        writer.Number(body.Words);
        writer.Number((int)body.Math);
    }

    private void Anchors(Anchors anchors)
    {
        if (anchors.Ids.IsEmpty)
        {
            writer.Bytes([]);
            return;
        }

        var bytes = new ByteWriter();
        ModelCodec.Write(bytes, anchors.Headings, static (to, heading) =>
        {
            to.Text(heading.Id);
            to.Text(heading.Text);
            to.Number(heading.Depth);
        });
        ModelCodec.Write(bytes, anchors.Ids, static (to, id) => to.Text(id));
        writer.Bytes(bytes.Written);
    }

    private void Ref(SourceRef at) => ModelCodec.WriteRef(writer, at, path);

    private void Many(ImmutableArray<Located> items) => ModelCodec.Write(writer, items, _located ??= (_, item) => Located(item));

    private void Located(Located? located)
    {
        writer.Text(located?.Text);
        if (located is { At: var at })
        {
            Ref(at);
        }
    }

    private void Date(EntryDate? date)
    {
        writer.Flag(date is not null);
        if (date is { } given)
        {
            ModelCodec.WriteDate(writer, given);
        }
    }
}
