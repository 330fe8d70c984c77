using System.Xml.Linq;

namespace AiDigest.Core.Import.Feeds;

/// <summary>What the readers of all feeds share: one item, and the text of one of its elements.</summary>
internal static class FeedItem
{
    /// <summary>One item; HTML that cannot be read costs itself alone.</summary>
    public static ImportedItem Read(string origin, Func<ImportNotes, ImportedItem> read)
    {
        try
        {
            return read(new ImportNotes());
        }
        catch (UnreadableException e)
        {
            return ImportedItem.Failed(origin, e.Text);
        }
    }

    public static string? Text(XElement element, XName name) =>
        element.Element(name) is { } found && YamlScalars.Line(found.Value) is { Length: > 0 } text ? text : null;
}
