using AiDigest.Core.Diagnostics;
using AiDigest.Core.Import.Markup;
using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>
/// A table with pipes. Cells hold one line of text each, so what is more is joined, and merged cells are repeated as empty ones.
/// </summary>
internal static class HtmlTable
{
    private const int MostColumns = 100;

    /// <returns>Null where it is there for the look of the page: a single cell, or tables within tables.</returns>
    public static string? Write(IElement table, HtmlInlines inlines, ImportNotes notes)
    {
        var rows = table.QuerySelectorAll("tr").Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList())
            .Where(row => row.Count > 0).ToList();
        if (rows.Count == 0 || table.QuerySelector("table") is not null || (rows.Count == 1 && rows[0].Count == 1))
        {
            return null;
        }

        var lines = rows.ConvertAll(row => Cells(row, inlines, notes));
        var columns = Math.Min(MostColumns, lines.Max(line => line.Count));
        var hasHead = rows[0].TrueForAll(cell => cell.LocalName == "th");
        var head = hasHead ? lines[0] : [];
        var text = new List<string> { Row(head, columns), Row([.. Enumerable.Range(0, columns).Select(i => Rule(rows[0], i))], columns) };
        text.AddRange(lines.Skip(hasHead ? 1 : 0).Select(line => Row(line, columns)));
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } title
            ? InlineMarkdown.Words(inlines.Of(title))
            : "";
        return (caption.Length > 0 ? $"*{caption}*\n\n" : "") + string.Join('\n', text);
    }

    private static List<string> Cells(List<IElement> row, HtmlInlines inlines, ImportNotes notes)
    {
        var cells = new List<string>();
        foreach (var cell in row)
        {
            cells.Add(InlineMarkdown.Words(inlines.Of(cell)));
            var span = int.TryParse(cell.GetAttribute("colspan"), out var columns) ? Math.Clamp(columns, 1, MostColumns) : 1;
            if (span > 1 || cell.GetAttribute("rowspan") is { } rows && rows != "1")
            {
                notes.Lost(Messages.LostMergedCells);
            }

            cells.AddRange(Enumerable.Repeat("", span - 1));
            if (cell.QuerySelector("ul, ol, pre, blockquote, p + p") is not null)
            {
                notes.Lost(Messages.LostBlocksOfCell);
            }
        }

        return cells;
    }

    private static string Rule(List<IElement> row, int column)
    {
        var cell = column < row.Count ? row[column] : null;
        var align = cell?.GetAttribute("align") ?? "";
        var style = (cell?.GetAttribute("style") ?? "") + " " + (cell?.GetAttribute("class") ?? "");
        return align == "right" || style.Contains("right", StringComparison.Ordinal) ? "---:" : align == "center"
            || style.Contains("center", StringComparison.Ordinal) ? ":---:" : "---";
    }

    private static string Row(List<string> cells, int columns) =>
        "| " + string.Join(" | ", Enumerable.Range(0, columns).Select(i => i < cells.Count ? cells[i] : "")) + " |";
}
