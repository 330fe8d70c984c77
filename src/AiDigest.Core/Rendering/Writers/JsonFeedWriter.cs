using System.Buffers;
using System.Text;
using System.Text.Json;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering.Writers;

/// <summary>
/// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). A template could not quote every text right, so the tool writes it.
/// </summary>
internal static class JsonFeedWriter
{
    // A feed is a separate file, never a part of HTML: what JSON itself (RFC 8259) allows needs no escape. The encoders of the
    // platform all escape no-break spaces and emoji, of which a Russian text is full, so texts are quoted here. Line separators U+2028 and
    // U+2029 end a line in older JavaScript and stay escaped, and so does DEL.
    private static readonly SearchValues<byte> Escaped =
        SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\', 0x7F, 0xE2]);

    public static void Write(PageView view, BodyPlace place, Addresses addresses, ScriptObject site, Utf8Output output, Utf8Output scratch)
    {
        var feed = (FeedView)view.Parts[0].View!;
        output.Clear();
        var quoted = new ArrayBufferWriter<byte>(1 << 12);
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            Text(json, "version", "https://jsonfeed.org/version/1.1", quoted);
            Text(json, "title", feed.Title, quoted);
            Text(json, "home_page_url", feed.PageUrl, quoted);
            Text(json, "feed_url", feed.SelfUrl, quoted);
            if (feed.Subtitle.Length > 0)
            {
                Text(json, "description", feed.Subtitle, quoted);
            }

            Text(json, "language", (string)site["language"]!, quoted);
            if (feed.HubUrl is { } hub)
            {
                json.WriteStartArray("hubs");
                json.WriteStartObject();
                Text(json, "type", "WebSub", quoted);
                Text(json, "url", hub, quoted);
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteStartArray("items");
            foreach (var paper in view.Parts[1].Views!.Cast<EntryView>())
            {
                Item(json, paper, place, addresses, scratch, quoted);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Item(
        Utf8JsonWriter json, EntryView paper, BodyPlace place, Addresses addresses, Utf8Output body, ArrayBufferWriter<byte> quoted)
    {
        body.Clear();
        BodyFiller.Write(paper.Body, place, addresses, body);
        json.WriteStartObject();
        Text(json, "id", paper.Id, quoted);
        Text(json, "url", paper.AbsoluteUrl, quoted);
        Text(json, "title", paper.Title, quoted);
        json.WritePropertyName("content_html");
        Quoted(json, body.Written.Span, quoted);
        if (paper.Lead.Length > 0)
        {
            Text(json, "summary", paper.Lead, quoted);
        }

        Text(json, "date_published", paper.Published, quoted);
        Text(json, "date_modified", paper.Updated.Iso, quoted);
        if (paper.Image is { } image)
        {
            Text(json, "image", image.AbsoluteUrl, quoted);
        }

        if (paper.Paper.Arxiv is { } arxiv)
        {
            Text(json, "external_url", "https://arxiv.org/abs/" + arxiv, quoted);
        }

        if (!paper.Paper.Authors.IsEmpty)
        {
            json.WriteStartArray("authors");
            foreach (var author in paper.Paper.Authors)
            {
                json.WriteStartObject();
                Text(json, "name", author.Text, quoted);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("tags");
        foreach (var tag in paper.Tags.Cast<GroupView>())
        {
            Quoted(json, Encoding.UTF8.GetBytes(tag.Title), quoted);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text, ArrayBufferWriter<byte> quoted)
    {
        json.WritePropertyName(name);
        Quoted(json, Encoding.UTF8.GetBytes(text), quoted);
    }

    private static void Quoted(Utf8JsonWriter json, ReadOnlySpan<byte> text, ArrayBufferWriter<byte> quoted)
    {
        quoted.ResetWrittenCount();
        quoted.Write("\""u8);
        for (var at = text.IndexOfAny(Escaped); at >= 0; at = text.IndexOfAny(Escaped))
        {
            quoted.Write(text[..at]);
            text = text[at..];
            var length = text is [0xE2, 0x80, 0xA8 or 0xA9, ..] ? 3 : 1;
            if (text[0] == 0xE2 && length == 1)
            {
                quoted.Write(text[..1]);
            }
            else
            {
                Escape(length == 3 ? 0x2000 + (text[2] & 0x3F) : text[0], quoted);
            }

            text = text[length..];
        }

        quoted.Write(text);
        quoted.Write("\""u8);
        json.WriteRawValue(quoted.WrittenSpan, skipInputValidation: true);
    }

    private static void Escape(int character, ArrayBufferWriter<byte> quoted)
    {
        switch (character)
        {
            case '"':
                quoted.Write("\\\""u8);
                break;
            case '\\':
                quoted.Write("\\\\"u8);
                break;
            case '\n':
                quoted.Write("\\n"u8);
                break;
            case '\t':
                quoted.Write("\\t"u8);
                break;
            default:
                quoted.Write("\\u"u8);
                character.TryFormat(quoted.GetSpan(4), out var written, "X4", System.Globalization.CultureInfo.InvariantCulture);
                quoted.Advance(written);
                break;
        }
    }
}
