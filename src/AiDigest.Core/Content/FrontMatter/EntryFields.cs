using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>
/// The keys of an entry. To add one: a property of <see cref="EntryMetadata"/>, a row of <see cref="Optional"/>, a line in the view that
/// shows it.
/// </summary>
internal static class EntryFields
{
    /// <summary>The optional fields whose meaning is their value alone. The order is that of the cache's files.</summary>
    public static readonly EntryField[] Optional =
    [
        new EntryField<string?>(
            "lead", FieldType.Text,
            new(
                "A sentence or two for lists and feeds; by default the first paragraph",
                "Одно-два предложения для списков и лент; если не указаны, берётся первый абзац"),
            FieldRole.Words,
                ValueKinds.Text,
            static p => p.Lead, static (p, value) => p.Lead = value, static (r, v) => r.Text(v)),
        new EntryField<string?>(
            "takeaway", FieldType.Text,
            new(
                "Why the paper matters, in one sentence; for the contents of a day and for lists",
                "Одно предложение: почему статья важна; для содержания дня и списков"),
            FieldRole.Fact,
            ValueKinds.Text,
            static p => p.Takeaway, static (p, value) => p.Takeaway = value, static (r, v) => r.Text(v)),
        new EntryField<bool>(
            "draft", FieldType.Flag,
            new("Leaves the entry out of the site", "Черновик: на сайт не попадает"),
            FieldRole.Fact, ValueKinds.Flag,
            static p => p.Draft, static (p, value) => p.Draft = value, static (r, v) => r.Flag(v) ?? false),
        new EntryField<EntryDate?>(
            "updated", FieldType.Date,
            new(
                "The day of the last change; by default that of the latest correction",
                "День последнего изменения; если не указан, берётся из последней поправки"),
            FieldRole.Fact,
                ValueKinds.Date,
            static p => p.Updated, static (p, value) => p.Updated = value, static (r, v) => r.Date(v)),
        new EntryField<ImmutableArray<Located>>(
            "aliases", FieldType.AliasList,
            new("Old addresses in the site, which lead here", "Старые адреса на сайте, которые ведут сюда"),
            FieldRole.Fact, ValueKinds.Many,
            static p => p.Aliases, static (p, value) => p.Aliases = value, static (r, v) =>
                r.List(v, static (r, item) => r.Alias(item)) ?? [], OfOne: true),
        new EntryField<Located?>(
            "image", FieldType.RelativePath,
            new("A picture beside the source", "Картинка рядом с файлом"),
            FieldRole.Fact, ValueKinds.Located,
            static p => p.Image, static (p, value) => p.Image = value, static (r, v) => r.Image(v), OfOne: true),
        new EntryField<string?>(
            "image_alt", FieldType.Text,
            new("What the picture shows", "Что изображено на картинке"),
            FieldRole.Fact, ValueKinds.Text,
            static p => p.ImageAlt, static (p, value) => p.ImageAlt = value, static (r, v) => r.Text(v)),
        new EntryField<string?>(
            "paper_title", FieldType.Text,
            new("The title of the paper in its own language", "Название статьи на её языке"),
            FieldRole.Words, ValueKinds.Text,
            static p => p.PaperTitle, static (p, value) => p.PaperTitle = value, static (r, v) => r.Text(v)),
        new EntryField<ImmutableArray<Located>>(
            "authors", FieldType.TextList,
            new("Authors of the paper", "Авторы статьи"),
            FieldRole.Fact, ValueKinds.Many,
            static p => p.Authors, static (p, value) => p.Authors = value, static (r, v) =>
                r.List(v, static (r, item) => r.Author(item)) ?? []),
        new EntryField<string?>(
            "venue", FieldType.Text,
            new("Where the paper was published", "Где опубликована статья"),
            FieldRole.Words, ValueKinds.Text,
            static p => p.Venue, static (p, value) => p.Venue = value, static (r, v) => r.Text(v)),
        new EntryField<EntryDate?>(
            "published", FieldType.Date,
            new("The day on which the paper was published", "День публикации статьи"),
            FieldRole.Fact, ValueKinds.Date,
            static p => p.Published, static (p, value) => p.Published = value, static (r, v) => r.Date(v)),
        new EntryField<string?>(
            "arxiv", FieldType.ArxivId,
            new("The arXiv id, perhaps with its version", "Номер arXiv, можно с версией"),
            FieldRole.Fact, ValueKinds.Text,
            static p => p.Arxiv, static (p, value) => p.Arxiv = value, static (r, v) => r.Arxiv(v)),
        new EntryField<string?>(
            "doi", FieldType.Doi,
            new("The DOI without the address of a resolver", "DOI без адреса сервера"),
            FieldRole.Fact, ValueKinds.Text,
            static p => p.Doi, static (p, value) => p.Doi = value, static (r, v) => r.Doi(v)),
        new EntryField<string?>(
            "url", FieldType.Address,
            new("The page of the paper", "Страница статьи"),
            FieldRole.Remote, ValueKinds.Text,
            static p => p.Url, static (p, value) => p.Url = value, static (r, v) => r.Address(v)),
        new EntryField<string?>(
            "pdf", FieldType.Address,
            new("The PDF of the paper", "PDF статьи"),
            FieldRole.Remote, ValueKinds.Text,
            static p => p.Pdf, static (p, value) => p.Pdf = value, static (r, v) => r.Address(v)),
        new EntryField<ImmutableArray<string>>(
            "code", FieldType.Addresses,
            new("The code of the paper, one address or a list", "Код к статье: адрес или список адресов"),
            FieldRole.Remote, ValueKinds.Texts,
            static p => p.Code, static (p, value) => p.Code = value, static (r, v) => r.Addresses(v)),
        new EntryField<string?>(
            "project", FieldType.Address,
            new("The project page", "Страница проекта"),
            FieldRole.Remote, ValueKinds.Text,
            static p => p.Project, static (p, value) => p.Project = value, static (r, v) => r.Address(v)),
        new EntryField<string?>(
            "model", FieldType.Address,
            new("The weights of the model", "Веса модели"),
            FieldRole.Remote, ValueKinds.Text,
            static p => p.ModelUrl, static (p, value) => p.ModelUrl = value, static (r, v) => r.Address(v)),
        new EntryField<string?>(
            "dataset", FieldType.Address,
            new("The data of the paper", "Данные к статье"),
            FieldRole.Remote, ValueKinds.Text,
            static p => p.Dataset, static (p, value) => p.Dataset = value, static (r, v) => r.Address(v)),
        new EntryField<string?>(
            "by", FieldType.Text,
            new("Who or which model wrote the summary", "Кто или какая модель написала пересказ"),
            FieldRole.Words, ValueKinds.Text,
            static p => p.By, static (p, value) => p.By = value, static (r, v) => r.Text(v)),
        new EntryField<string?>(
            "reviewed_by", FieldType.Text,
            new("Who checked the summary", "Кто проверил пересказ"),
            FieldRole.Words, ValueKinds.Text,
            static p => p.ReviewedBy, static (p, value) => p.ReviewedBy = value, static (r, v) => r.Text(v)),
        new EntryField<ImmutableArray<Correction>>(
            "corrections", FieldType.Corrections,
            new("Corrections that the entry's page shows", "Поправки, которые видны на странице записи"),
            FieldRole.Fact, ValueKinds.Corrections,
            static p => p.Corrections, static (p, value) => p.Corrections = value, static (r, v) =>
                r.List(v, static (r, item) => Corrected(r, item), ofTexts: false) ?? []),
        new EntryField<ExtraValue?>(
            "extra", FieldType.Free,
            new("Free values for templates", "Произвольные значения для шаблонов"),
            FieldRole.Fact, ValueKinds.Free,
            static p => p.Extra, static (p, value) => p.Extra = value, static (r, v) => r.Free(v)),
    ];

    /// <summary>Front matter of a Markdown file.</summary>
    public static readonly Field<EntryMetadata>[] Markdown =
    [
        new("title", FieldType.Text, Presence.Required,
            new("The headline of the summary", "Заголовок пересказа"),
            static (p, v, r) => r.LocatedText(v) is { } text ? p with { Title = text } : p, OfOne: true),
        new("date", FieldType.Date, Presence.Required,
            new("The digest day, taken in the site's time zone", "День дайджеста в часовом поясе сайта"),
            static (p, v, r) => r.Date(v) is { } date ? p with { Date = date, DateAt = r.At(v.Node) } : p),
        new("tags", FieldType.TextList, Presence.Required,
            new("Tags of the entry, at least one", "Теги, хотя бы один"),
            static (p, v, r) => Tags(p, v, r)),
        new("slug", FieldType.Slug, Presence.Optional,
            new(
                "Last part of the address; by default made from the file name",
                "Последняя часть адреса; если не указана, берётся из имени файла"),
            static (p, v, r) => r.SlugOf(v) is { } slug ? p with { Slug = slug } : p, OfOne: true),
        .. Optional,
    ];

    /// <summary>An entry in a YAML file, or an item of <c>entries</c>.</summary>
    public static readonly Field<EntryMetadata>[] Yaml =
    [
        .. Markdown,
        new("body", FieldType.Body, Presence.Required,
            new("The summary in Markdown", "Пересказ в Markdown"),
            static (p, _, _) => p, OfOne: true),
    ];

    /// <summary>The upper level of a day file, with keys that its entries share.</summary>
    public static readonly Field<EntryMetadata>[] Day =
    [
        .. Yaml,
        new("entries", FieldType.Entries, Presence.Required,
            new("The entries of the day", "Записи этого дня"),
            static (p, _, _) => p),
    ];

    public static readonly Field<CorrectionDraft>[] Correction =
    [
        new("date", FieldType.Date, Presence.Required,
            new("The day of the correction", "День поправки"),
            static (c, v, r) => c with { Date = r.Date(v) }),
        new("text", FieldType.Text, Presence.Required,
            new("What was corrected", "Что исправлено"),
            static (c, v, r) => c with { Text = r.Text(v) }),
    ];

    /// <summary>
    /// An entry as another state of it, with the words of this one: the two are equal where only words have changed. No output but those
    /// that show the entry sees its words, and no other entry changes its place for them.
    /// </summary>
    public static RenderedEntry WithWordsOf(RenderedEntry words, RenderedEntry other)
    {
        var metadata = words.Metadata with { Title = other.Metadata.Title };
        foreach (var field in Optional)
        {
            if (field.Role == FieldRole.Words)
            {
                field.Copy(other.Metadata, metadata);
            }
        }

        return other with { Metadata = metadata };
    }

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
            read.Diagnostics.Add(
                AiDigest.Core.Diagnostics.Catalogue.BlankValue, value.Node,
                AiDigest.Core.Diagnostics.Messages.NoTags);
        }

        return paper with { Tags = tags };
    }
}
