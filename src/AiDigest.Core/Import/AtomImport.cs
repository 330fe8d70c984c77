using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace AiDigest.Core.Import;

/// <summary>Atom (RFC 4287) as arXiv's API answers in it, with its own elements; any other Atom feed too. No DTD is read, so that no entity grows and no file is fetched.</summary>
public static class AtomImport
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Arxiv = "http://arxiv.org/schemas/atom";

    /// <summary>Levels of elements. A feed has five; text in XHTML some more; to say that a million are open takes the reader hours.</summary>
    private const int MostNesting = 200;

    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var items = new List<ImportedItem>();
        foreach (var entry in Document(file).Descendants(Atom + "entry"))
        {
            var line = entry.Annotation<Place>()?.Line ?? 0;
            var origin = $"{file.Name}:{line}";
            items.Add(Text(entry, "title") is { Length: > 0 } title && title != "Error"
                ? ImportedItem.Of(origin, Draft(entry, title))
                : ImportedItem.Failed(origin, Text(entry, "title") == "Error" ? $"arXiv answers: {Text(entry, "summary")}" : "the entry has no title"));
        }

        return items;
    }

    private static XDocument Document(ImportFile file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1 << 28, IgnoreWhitespace = true };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(file.Bytes), settings);
            return Tree(reader, file.Name);
        }
        catch (XmlException e)
        {
            throw new ImportException($"{file.Name}:{e.LineNumber}:{e.LinePosition}: the XML cannot be read: {e.Message}");
        }
    }

    /// <summary>Elements, attributes and texts: what <see cref="XDocument.Load(XmlReader)"/> makes, which has no bound for depth.</summary>
    private static XDocument Tree(XmlReader reader, string name)
    {
        var document = new XDocument();
        XContainer open = document;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (line, column) = reader is IXmlLineInfo at ? (at.LineNumber, at.LinePosition) : (0, 0);
                    if (reader.Depth > MostNesting)
                    {
                        throw new ImportException($"{name}:{line}:{column}: the XML is nested deeper than {MostNesting} levels");
                    }

                    var (element, isEmpty) = (Element(reader, line), reader.IsEmptyElement);
                    open.Add(element);
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open.Parent ?? (XContainer)document;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open is XElement:
                    open.Add(new XText(reader.Value));
                    break;
            }
        }

        return document;
    }

    private static XElement Element(XmlReader reader, int line)
    {
        var element = new XElement((XNamespace)reader.NamespaceURI + reader.LocalName);
        element.AddAnnotation(new Place(line));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
            {
                element.SetAttributeValue((XNamespace)reader.NamespaceURI + reader.LocalName, reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    private sealed record Place(int Line);

    private static EntryDraft Draft(XElement entry, string title)
    {
        var id = Text(entry, "id");
        var arxiv = Facts.Arxiv(id);
        var link = entry.Elements(Atom + "link").FirstOrDefault(one => (string?)one.Attribute("rel") is null or "alternate")?.Attribute("href")?.Value;
        var doi = Facts.Doi((string?)entry.Element(Arxiv + "doi"));
        return new EntryDraft
        {
            Title = title,
            PaperTitle = title,
            Day = Facts.Day(Text(entry, "published") ?? Text(entry, "updated")),
            Published = Facts.Day(Text(entry, "published")),
            Authors = [.. entry.Elements(Atom + "author").Select(author => Text(author, "name") ?? "").Where(name => name.Length > 0)],
            Arxiv = arxiv,
            Doi = doi,
            Url = arxiv is null ? link ?? id : null,
            Venue = Text(entry, Arxiv + "journal_ref"),
            Tags = [.. entry.Elements(Atom + "category").Select(category => (string?)category.Attribute("term") ?? "").Where(term => term.Length > 0)],
            Body = Content(entry),
        };
    }

    private static string Content(XElement entry)
    {
        var element = entry.Element(Atom + "summary") ?? entry.Element(Atom + "content");
        return element is null ? ""
            : (string?)element.Attribute("type") is "html" or "xhtml" ? MarkdownText.OfPlain(HtmlText.Plain(element.Value))
            : MarkdownText.OfPlain(element.Value);
    }

    private static string? Text(XElement element, string name) => Text(element, Atom + name);

    private static string? Text(XElement element, XName name) => element.Element(name) is { } found ? YamlScalars.Line(found.Value) : null;
}
