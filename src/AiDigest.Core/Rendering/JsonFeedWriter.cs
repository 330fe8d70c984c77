using System.Text.Encodings.Web;
using System.Text.Json;
using AiDigest.Core.Planning;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering;

/// <summary>JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). A template could not quote every text right, so the tool writes it.</summary>
internal static class JsonFeedWriter
{
    // A feed is a file of its own, never a part of HTML: what JSON itself lets stand needs no escape.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(PageView view, BodyPlace place, Addresses addresses, ScriptObject site, Utf8Output output, Utf8Output scratch)
    {
        var feed = (FeedView)view.Parts[0].View!;
        output.Clear();
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", "https://jsonfeed.org/version/1.1");
            json.WriteString("title", feed.Title);
            json.WriteString("home_page_url", feed.PageUrl);
            json.WriteString("feed_url", feed.SelfUrl);
            if (feed.Subtitle.Length > 0)
            {
                json.WriteString("description", feed.Subtitle);
            }

            json.WriteString("language", (string)site["language"]!);
            json.WriteStartArray("items");
            foreach (var paper in view.Parts[1].Views!.Cast<PaperView>())
            {
                Item(json, paper, place, addresses, scratch);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Item(Utf8JsonWriter json, PaperView paper, BodyPlace place, Addresses addresses, Utf8Output body)
    {
        body.Clear();
        BodyWriter.Write(paper.Body, place, addresses, body);
        json.WriteStartObject();
        json.WriteString("id", paper.Id);
        json.WriteString("url", paper.AbsoluteUrl);
        json.WriteString("title", paper.Title);
        json.WriteString("content_html", body.Written.Span);
        if (paper.Lead.Length > 0)
        {
            json.WriteString("summary", paper.Lead);
        }

        json.WriteString("date_published", paper.Published);
        json.WriteString("date_modified", paper.Updated.Iso);
        if (paper.Image is { } image)
        {
            json.WriteString("image", image.AbsoluteUrl);
        }

        if (paper.Paper.Arxiv is { } arxiv)
        {
            json.WriteString("external_url", "https://arxiv.org/abs/" + arxiv);
        }

        if (!paper.Paper.Authors.IsEmpty)
        {
            json.WriteStartArray("authors");
            foreach (var author in paper.Paper.Authors)
            {
                json.WriteStartObject();
                json.WriteString("name", author.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("tags");
        foreach (var tag in paper.Tags.Cast<GroupView>())
        {
            json.WriteStringValue(tag.Title);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
