using System.Xml;
using System.Xml.Linq;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Feeds;

/// <summary>
/// XML as a tree, within bounds that <see cref="XDocument.Load(XmlReader)"/> does not have. No DTD is read, so that no entity grows and no
/// file is fetched. Of attributes only those are kept that something reads, which keeps an element with a hundred thousand of them linear.
/// </summary>
internal static class XmlTree
{
    /// <summary>
    /// Levels of elements. A feed has five; text in XHTML some more; to say that a million are open takes the reader hours.
    /// </summary>
    private const int MostNesting = 200;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "rel", "href", "type", "term", "label", "title", "src", "alt", "class", "id", "display", "encoding", "alttext", "role", "rev",
            "start", "colspan", "rowspan", "align", "data-lang", "checked",
        "isPermaLink", "url", "medium", "domain", "about",
    };

    /// <exception cref="ImportException">It cannot be read.</exception>
    public static XDocument Read(ImportFile file)
    {
        var settings =
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 1 << 28 };
        var text = ImportText.Of(file).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            return Tree(reader, file.Name);
        }
        catch (XmlException e)
        {
            throw new ImportException(Messages.XmlUnreadable($"{file.Name}:{e.LineNumber}:{e.LinePosition}", e.Message));
        }
    }

    /// <summary>The line on which an element begins.</summary>
    public static int Line(XElement element) => element.Annotation<Place>()?.Line ?? 0;

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
                        throw new ImportException(Messages.XmlTooDeep($"{name}:{line}:{column}", MostNesting));
                    }

                    var (element, isEmpty) = (Element(reader, line), reader.IsEmptyElement);
                    open.Add(element);
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open.Parent ?? (XContainer)document;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                    when open is XElement:
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
            var isBase = reader.LocalName == "base" && reader.NamespaceURI == XNamespace.Xml.NamespaceName;
            if (isBase || (reader.NamespaceURI.Length == 0 && Kept.Contains(reader.LocalName)))
            {
                element.SetAttributeValue(isBase ? XNamespace.Xml + "base" : reader.LocalName, reader.Value);
            }
        }

        reader.MoveToElement();
        return element;
    }

    private sealed record Place(int Line);
}
