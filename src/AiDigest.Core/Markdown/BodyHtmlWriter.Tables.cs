using Markdig.Extensions.Tables;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private void Table(Table table)
    {
        Open("<div class=\"table-scroll\">\n<table>\n"u8);
        var body = false;
        foreach (var block in table)
        {
            var row = (TableRow)block;
            if (!row.IsHeader && !body)
            {
                body = true;
                _out.Html("<tbody>\n"u8);
            }

            _out.Html(row.IsHeader ? "<thead>\n<tr>\n"u8 : "<tr>\n"u8);
            for (var i = 0; i < row.Count; i++)
            {
                Cell((TableCell)row[i], row.IsHeader, i < table.ColumnDefinitions.Count ? table.ColumnDefinitions[i].Alignment : null);
            }

            _out.Html(row.IsHeader ? "</tr>\n</thead>\n"u8 : "</tr>\n"u8);
        }

        _out.Html(body ? "</tbody>\n</table>\n</div>\n"u8 : "</table>\n</div>\n"u8);
    }

    private void Cell(TableCell cell, bool header, TableColumnAlign? align)
    {
        _out.Html(header ? "<th scope=\"col\""u8 : "<td"u8);
        _out.Html(align switch
        {
            TableColumnAlign.Left => " class=\"align-left\">"u8,
            TableColumnAlign.Center => " class=\"align-center\">"u8,
            TableColumnAlign.Right => " class=\"align-right\">"u8,
            _ => ">"u8,
        });
        Blocks(cell, tight: true);
        _out.Html(header ? "</th>\n"u8 : "</td>\n"u8);
    }
}
