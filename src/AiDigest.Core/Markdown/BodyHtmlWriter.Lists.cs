using System.Globalization;
using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace AiDigest.Core.Markdown;

internal sealed partial class BodyHtmlWriter
{
    private void List(ListBlock list)
    {
        if (!list.IsOrdered)
        {
            Open("<ul>\n"u8);
        }
        else if (list.OrderedStart is { } start && start != "1"
            && long.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Open("<ol start=\""u8);
            Number(number);
            _out.Html("\">\n"u8);
        }
        else
        {
            Open("<ol>\n"u8);
        }

        foreach (var item in list)
        {
            Open(IsTask((ListItemBlock)item) ? "<li class=\"task\">"u8 : "<li>"u8);
            Blocks((ListItemBlock)item, tight: !list.IsLoose);
            _out.Html("</li>\n"u8);
        }

        _out.Html(list.IsOrdered ? "</ol>\n"u8 : "</ul>\n"u8);
    }

    private void Definitions(DefinitionList list)
    {
        Open("<dl>\n"u8);
        foreach (var block in list)
        {
            var item = (DefinitionItem)block;
            var open = false;
            for (var i = 0; i < item.Count; i++)
            {
                if (item[i] is DefinitionTerm term)
                {
                    _words.Pause();
                    Element("<dt>"u8, term, "</dt>\n"u8);
                    continue;
                }

                if (!open)
                {
                    Open("<dd>"u8);
                    open = true;
                }

                Block(item[i], tight: item[i] is ParagraphBlock && i == item.Count - 1 && (i == 0 || item[i - 1] is DefinitionTerm));
            }

            _out.Html(open ? "</dd>\n"u8 : ""u8);
        }

        Open("</dl>\n"u8);
    }

    private static bool IsTask(ListItemBlock item) => item.Count > 0 && item[0] is ParagraphBlock { Inline.FirstChild: TaskList };
}
