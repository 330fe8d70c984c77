using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Validity;

/// <summary>Feeds, sitemaps and subscription lists against their specifications and a reader that others wrote.</summary>
public class FeedValidityTests(RichSite sites)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Sites => ["rich", "rich at root", "sample"];

    [Theory]
    [MemberData(nameof(Sites))]
    public void Every_xml_file_follows_its_schema(string name)
    {
        var seen = new HashSet<string>();
        Assert.Empty(sites.Named(name).Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal)).SelectMany(file =>
        {
            var schema = SchemaOf(file.Key);
            seen.Add(schema);
            return Faults(file.Value, schema).Select(fault => $"{file.Key}: {fault}");
        }));
        Assert.Equal(["atom.xsd", "opml.xsd", "rss.xsd", "sitemap.xsd"], seen.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_reader_program_reads_every_feed(string name)
    {
        foreach (var (path, bytes) in sites.Named(name)
            .Where(file =>
                file.Key.EndsWith("feed.xml", StringComparison.Ordinal) || file.Key.EndsWith("rss.xml", StringComparison.Ordinal)))
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes));
            var feed = SyndicationFeed.Load(reader);
            Assert.False(string.IsNullOrEmpty(feed.Title.Text), path);
            Assert.NotEmpty(feed.Items);
            Assert.All(feed.Items, item =>
            {
                Assert.True(Uri.IsWellFormedUriString(item.Id, UriKind.Absolute), $"{path}: {item.Id}");
                Assert.False(string.IsNullOrEmpty(item.Title.Text), path);
                Assert.NotEqual(default, item.PublishDate);
                Assert.NotEmpty(item.Links);
            });
            Assert.Equal(feed.Items.Count(), feed.Items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void An_atom_feed_has_each_thing_once(string name)
    {
        foreach (var (path, bytes) in sites.Named(name).Where(file => file.Key.EndsWith("feed.xml", StringComparison.Ordinal)))
        {
            var feed = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
            foreach (var element in feed.Elements(Atom + "entry").Append(feed))
            {
                foreach (var once in new[] { "id", "title", "updated" })
                {
                    Assert.True(element.Elements(Atom + once).Count() == 1, $"{path}: {once}");
                }
            }

            Assert.Single(feed.Elements(Atom + "link"), link => (string?)link.Attribute("rel") == "self");
            var newest = feed.Elements(Atom + "entry")
                .Max(entry =>
                    DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(
                newest, DateTimeOffset.Parse(feed.Element(Atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [MemberData(nameof(Sites))]
    public void A_json_feed_follows_version_1_1_key_by_key(string name)
    {
        string[] ofFeed = ["version", "title", "home_page_url", "feed_url", "description", "language", "items"];
        string[] ofItem =
            ["id", "url", "external_url", "title", "content_html", "summary", "image", "date_published", "date_modified", "authors", "tags",
                "language"];
        foreach (var (path, bytes) in sites.Named(name).Where(file => file.Key.EndsWith("feed.json", StringComparison.Ordinal)))
        {
            using var json = JsonDocument.Parse(bytes);
            var feed = json.RootElement;
            Assert.Empty(feed.EnumerateObject().Select(key => key.Name).Except(ofFeed, StringComparer.Ordinal));
            Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
            // The feed of a former name of a tag is the feed of the tag, under the address of the tag.
            var address = feed.GetProperty("feed_url").GetString()!;
            Assert.Contains(
                sites.Named(name),
                file => address.EndsWith(file.Key, StringComparison.Ordinal)
                    && (file.Key == path || file.Value.AsSpan().SequenceEqual(bytes)));
            Assert.True(Uri.IsWellFormedUriString(feed.GetProperty("home_page_url").GetString(), UriKind.Absolute));
            Assert.NotEqual(0, feed.GetProperty("items").GetArrayLength());
            foreach (var item in feed.GetProperty("items").EnumerateArray())
            {
                Assert.Empty(item.EnumerateObject().Select(key => key.Name).Except(ofItem, StringComparer.Ordinal));
                Assert.All(new[] { "id", "url", "title", "content_html", "date_published" }, key =>
                    Assert.False(string.IsNullOrEmpty(item.GetProperty(key).GetString())));
                Assert.All(new[] { "date_published", "date_modified" }, key =>
                    Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$", item.GetProperty(key).GetString()));
                Assert.NotEqual(0, item.GetProperty("tags").GetArrayLength());
                if (item.TryGetProperty("authors", out var authors))
                {
                    Assert.All(authors.EnumerateArray(), author =>
                        Assert.Equal(["name"], author.EnumerateObject().Select(key => key.Name)));
                }
            }
        }
    }

    [Theory]
    [InlineData("rich", "https://user.github.io/digest/")]
    [InlineData("rich at root", "http://site.test/")]
    [InlineData("sample", "https://ai-digest.example/")]
    public void Addresses_of_feeds_and_maps_are_in_the_site(string name, string root)
    {
        var tree = sites.Named(name);
        var dead = tree.Where(file => file.Key.EndsWith(".xml", StringComparison.Ordinal)).SelectMany(file =>
        {
            var document = XDocument.Parse(Encoding.UTF8.GetString(file.Value));
            // Ids and guids stay at the settings' address, wherever the site is published.
            var addresses = document.Descendants().Where(element => element.Name.LocalName is "loc" or "link")
                .Select(element => element.Value)
                .Concat(document.Descendants().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "xmlUrl" or "htmlUrl")
                    .Select(attribute => attribute.Value));
            return addresses.Where(address => address.Length > 0 && !LinkWalk.Leads(new Uri(address), new Uri(root), tree))
                .Select(address => $"{file.Key}: {address}");
        });
        Assert.Empty(dead);
    }

    [Fact]
    public void An_index_of_sitemaps_follows_its_schema() => Assert.Empty(Faults(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://a.example/sitemap-1.xml</loc></sitemap>
        </sitemapindex>
        """u8.ToArray(), "siteindex.xsd"));

    // A schema that accepts anything would prove nothing.
    [Theory]
    [InlineData("atom.xsd", "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://a.example/</id><title>А</title></feed>")]
    [InlineData(
        "atom.xsd",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://a.example/</id><title>А</title><updated>2026-11-10</updated></feed>")]
    [InlineData(
        "atom.xsd",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>https://a.example/</id><title>А</title><updated>2026-11-10T00:00:00Z</updated><item/></feed>")]
    [InlineData("rss.xsd", "<rss version='2.0'><channel><title>А</title></channel></rss>")]
    [InlineData(
        "rss.xsd",
        "<rss version='2.0'><channel><title>А</title><link>https://a.example/</link><description>Б</description><item><pubDate>2026-11-10</pubDate></item></channel></rss>")]
    [InlineData(
        "sitemap.xsd", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><lastmod>2026-11-10</lastmod></url></urlset>")]
    [InlineData("sitemap.xsd", "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>/relative/</loc></url></urlset>")]
    [InlineData("siteindex.xsd", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>")]
    [InlineData("opml.xsd", "<opml version='2.0'><head/><body/></opml>")]
    [InlineData("opml.xsd", "<opml version='2.0'><head><title>А</title></head><body><outline type='rss' text='А'/></body></opml>")]
    public void The_schemas_refuse_what_is_wrong(string schema, string xml) => Assert.NotEmpty(Faults(Encoding.UTF8.GetBytes(xml), schema));

    private static string SchemaOf(string path) => Path.GetFileName(path) switch
    {
        "feed.xml" => "atom.xsd",
        "rss.xml" => "rss.xsd",
        "opml.xml" => "opml.xsd",
        _ => "sitemap.xsd",
    };

    private static List<string> Faults(byte[] xml, string schema)
    {
        var faults = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Checkout.PathOf("tests/AiDigest.Tests/Schemas/" + schema));
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, e) => faults.Add(e.Message);
        using var reader = XmlReader.Create(new MemoryStream(xml), settings);
        while (reader.Read())
        {
        }

        return faults;
    }
}
