using System.Xml.Linq;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Feeds;

/// <summary>Feeds in XML, told apart by their root: Atom (RFC 4287), RSS 0.9x and 2.0 (rssboard.org), RSS 1.0 (RDF).</summary>
internal static class FeedImport
{
    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var bytes = file.Bytes.AsSpan();
        if (!bytes.Contains((byte)'<'))
        {
            throw new UnknownFormatException(Messages.NotAFeed(file.Name));
        }

        var root = XmlTree.Read(file).Root;
        return root?.Name.LocalName switch
        {
            "feed" or "entry" => AtomImport.Read(file.Name, root),
            "rss" or "RDF" => RssImport.Read(file.Name, root),
            _ => throw new UnknownFormatException(
                Messages.NotAFeedRoot(file.Name, YamlScalars.Line(root?.Name.LocalName ?? ""))),
        };
    }
}
