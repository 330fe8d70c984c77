using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>
/// JSON-LD of pages in the vocabulary of schema.org. The encoder keeps letters of every script and escapes what could end a script
/// element (<c>&lt;</c>, <c>&gt;</c>, <c>&amp;</c>).
/// </summary>
internal static class JsonLd
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>An <c>Article</c> of ours about a <c>ScholarlyArticle</c> of others.</summary>
    /// <remarks>
    /// The page says nothing twice, since there are many such pages: its description and the paper's authors are in <c>meta</c> elements,
    /// an id that is the address and a publisher that is the author are left out.
    /// </remarks>
    public static byte[] Article(EntryView paper, SiteFacts site, ImmutableArray<IView> trail) => Write(json =>
    {
        Begin(json, "Article");
        if (paper.Id != paper.AbsoluteUrl)
        {
            json.WriteString("@id", paper.Id);
        }

        json.WriteString("headline", Plain(paper.Title));
        json.WriteString("inLanguage", site.Language);
        json.WriteString("url", paper.AbsoluteUrl);
        Moment(json, "datePublished", paper.Published);
        Moment(json, "dateModified", paper.Updated.Iso);
        if (paper.Image is { } image)
        {
            json.WriteString("image", image.AbsoluteUrl);
        }

        var author = paper.Paper.By ?? site.Author ?? site.Title;
        Party(json, "author", author);
        if (author != site.Title)
        {
            Party(json, "publisher", site.Title);
        }

        About(json, paper);
        json.WriteEndObject();
    });

    /// <summary>Any other page: its name and the way to it.</summary>
    /// <param name="type"><c>WebSite</c>, <c>CollectionPage</c>, <c>WebPage</c>.</param>
    public static byte[] Page(string type, string name, string description, string url, SiteFacts site, ImmutableArray<IView> trail) =>
        Write(json =>
    {
        Begin(json, type);
        json.WriteString("name", Plain(name));
        json.WriteString("inLanguage", site.Language);
        json.WriteString("url", url);
        if (trail.Length > 1)
        {
            Breadcrumbs(json, trail, site.Origin);
        }

        json.WriteEndObject();
    });

    /// <summary>Spaces that a line may not break at are for eyes alone, and the encoder would write six letters for each.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static void About(Utf8JsonWriter json, EntryView entry)
    {
        var paper = entry.Paper;
        json.WriteStartObject("about");
        json.WriteString("@type", "ScholarlyArticle");
        json.WriteString("headline", entry.PaperTitle ?? (entry.Formulas?.HasMath != true ? paper.Title.Text : entry.Title));
        if (paper.Arxiv is { } arxiv)
        {
            json.WriteString("identifier", "arXiv:" + arxiv);
            json.WriteString("url", "https://arxiv.org/abs/" + arxiv);
        }
        else if (paper.Doi is { } doi)
        {
            json.WriteString("identifier", "doi:" + doi);
        }

        json.WriteEndObject();
    }

    /// <summary>RFC 3339. The encoder would write six letters for the plus sign.</summary>
    private static void Moment(Utf8JsonWriter json, string name, string moment)
    {
        json.WritePropertyName(name);
        json.WriteRawValue($"\"{moment}\"");
    }

    private static void Breadcrumbs(Utf8JsonWriter json, ImmutableArray<IView> trail, string origin)
    {
        json.WriteStartObject("breadcrumb");
        json.WriteString("@type", "BreadcrumbList");
        json.WriteStartArray("itemListElement");
        var position = 1;
        foreach (var step in trail.Cast<LinkView>())
        {
            json.WriteStartObject();
            json.WriteString("@type", "ListItem");
            json.WriteNumber("position", position++);
            json.WriteString("name", Plain(step.Title));
            if (step.Url is { } url)
            {
                json.WriteString("item", origin + url);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", type);
    }

    private static void Party(Utf8JsonWriter json, string name, string title)
    {
        json.WriteStartObject(name);
        json.WriteString("@type", "Organization");
        json.WriteString("name", title);
        json.WriteEndObject();
    }

    private static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new RentedBuffer();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        return buffer.Written.ToArray();
    }
}

/// <summary>What JSON-LD says of the site on every page.</summary>
/// <param name="Origin">Scheme and host, without a slash at the end.</param>
internal sealed record SiteFacts(string Title, string? Author, string Language, string Origin)
{
    public static SiteFacts Of(PlanContext context) => new(
        context.Settings.Title, context.Settings.Author, context.Settings.Language,
        context.Addresses.AbsoluteBase[..^context.Addresses.BasePath.Length]);
}
