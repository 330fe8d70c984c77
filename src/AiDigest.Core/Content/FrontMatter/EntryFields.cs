using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>The keys of an entry. To add one: the record, a row here, a line in the view, a fixture.</summary>
internal static class EntryFields
{
    /// <summary>Front matter of a Markdown file.</summary>
    public static readonly Field<EntryMetadata>[] Markdown =
    [
        new("title", FieldType.Text, Presence.Required, "The headline of the summary",
            static (p, v, r) => r.LocatedText(v) is { } text ? p with { Title = text } : p, OfOne: true),
        new("date", FieldType.Date, Presence.Required, "The digest day, taken in the site's time zone",
            static (p, v, r) => r.Date(v) is { } date ? p with { Date = date, DateAt = r.At(v.Node) } : p),
        new("tags", FieldType.TextList, Presence.Required, "Tags of the entry, at least one",
            static (p, v, r) => Tags(p, v, r)),
        new("slug", FieldType.Slug, Presence.Optional, "Last part of the address; by default made from the file name",
            static (p, v, r) => r.SlugOf(v) is { } slug ? p with { Slug = slug } : p, OfOne: true),
        new("lead", FieldType.Text, Presence.Optional, "A sentence or two for lists and feeds; by default the first paragraph",
            static (p, v, r) => p with { Lead = r.Text(v) }),
        new("draft", FieldType.Flag, Presence.Optional, "Leaves the entry out of the site",
            static (p, v, r) => p with { Draft = r.Flag(v) ?? p.Draft }),
        new("updated", FieldType.Date, Presence.Optional, "The day of the last change; by default that of the latest correction",
            static (p, v, r) => p with { Updated = r.Date(v) }),
        new("aliases", FieldType.AliasList, Presence.Optional, "Old addresses in the site, which lead here",
            static (p, v, r) => p with { Aliases = r.List(v, static (r, item) => r.Alias(item)) ?? [] }, OfOne: true),
        new("image", FieldType.RelativePath, Presence.Optional, "A picture beside the source",
            static (p, v, r) => p with { Image = r.Image(v) }, OfOne: true),
        new("image_alt", FieldType.Text, Presence.Optional, "What the picture shows",
            static (p, v, r) => p with { ImageAlt = r.Text(v) }),
        new("paper_title", FieldType.Text, Presence.Optional, "The title of the paper in its own language",
            static (p, v, r) => p with { PaperTitle = r.Text(v) }),
        new("authors", FieldType.TextList, Presence.Optional, "Authors of the paper",
            static (p, v, r) => p with { Authors = r.List(v, static (r, item) => r.Author(item)) ?? [] }),
        new("venue", FieldType.Text, Presence.Optional, "Where the paper was published",
            static (p, v, r) => p with { Venue = r.Text(v) }),
        new("published", FieldType.Date, Presence.Optional, "The day on which the paper was published",
            static (p, v, r) => p with { Published = r.Date(v) }),
        new("arxiv", FieldType.ArxivId, Presence.Optional, "The arXiv id, perhaps with its version",
            static (p, v, r) => p with { Arxiv = r.Arxiv(v) }),
        new("doi", FieldType.Doi, Presence.Optional, "The DOI without the address of a resolver",
            static (p, v, r) => p with { Doi = r.Doi(v) }),
        new("url", FieldType.Address, Presence.Optional, "The page of the paper",
            static (p, v, r) => p with { Url = r.Address(v) }),
        new("pdf", FieldType.Address, Presence.Optional, "The PDF of the paper",
            static (p, v, r) => p with { Pdf = r.Address(v) }),
        new("code", FieldType.Addresses, Presence.Optional, "The code of the paper, one address or a list",
            static (p, v, r) => p with { Code = r.Addresses(v) }),
        new("project", FieldType.Address, Presence.Optional, "The project page",
            static (p, v, r) => p with { Project = r.Address(v) }),
        new("model", FieldType.Address, Presence.Optional, "The weights of the model",
            static (p, v, r) => p with { ModelUrl = r.Address(v) }),
        new("dataset", FieldType.Address, Presence.Optional, "The data of the paper",
            static (p, v, r) => p with { Dataset = r.Address(v) }),
        new("by", FieldType.Text, Presence.Optional, "Who or which model wrote the summary",
            static (p, v, r) => p with { By = r.Text(v) }),
        new("reviewed_by", FieldType.Text, Presence.Optional, "Who checked the summary",
            static (p, v, r) => p with { ReviewedBy = r.Text(v) }),
        new("corrections", FieldType.Corrections, Presence.Optional, "Corrections that the entry's page shows",
            static (p, v, r) => p with { Corrections = r.List(v, static (r, item) => Corrected(r, item), ofTexts: false) ?? [] }),
        new("extra", FieldType.Free, Presence.Optional, "Free values for templates",
            static (p, v, r) => p with { Extra = r.Free(v) }),
    ];

    /// <summary>An entry in a YAML file, or an item of <c>entries</c>.</summary>
    public static readonly Field<EntryMetadata>[] Yaml =
    [
        .. Markdown,
        new("body", FieldType.Body, Presence.Required, "The summary in Markdown", static (p, _, _) => p, OfOne: true),
    ];

    /// <summary>The upper level of a day file, with keys that its entries share.</summary>
    public static readonly Field<EntryMetadata>[] Day =
    [
        .. Yaml,
        new("entries", FieldType.Entries, Presence.Required, "The entries of the day", static (p, _, _) => p),
    ];

    public static readonly Field<CorrectionDraft>[] Correction =
    [
        new("date", FieldType.Date, Presence.Required, "The day of the correction", static (c, v, r) => c with { Date = r.Date(v) }),
        new("text", FieldType.Text, Presence.Required, "What was corrected", static (c, v, r) => c with { Text = r.Text(v) }),
    ];

    internal sealed record CorrectionDraft(EntryDate? Date, string? Text);

    private static Correction? Corrected(ValueReader read, YamlValue item)
    {
        if (!read.IsMapping(item))
        {
            return null;
        }

        var draft = FieldBinder.Bind(item.Node, Correction, new CorrectionDraft(null, null), read);
        return draft is { Date: { } date, Text: { } text } ? new Correction(date, text) : null;
    }

    private static EntryMetadata Tags(EntryMetadata paper, YamlValue value, ValueReader read)
    {
        if (read.List(value, static (r, item) => r.Tag(item)) is not { } tags)
        {
            return paper;
        }

        if (value.Node.Items!.Count == 0)
        {
            read.Findings.Add(AiDigest.Core.Diagnostics.Catalogue.BlankValue, value.Node, "tags wants at least one tag");
        }

        return paper with { Tags = tags };
    }
}
