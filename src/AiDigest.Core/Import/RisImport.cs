using System.Text;

namespace AiDigest.Core.Import;

/// <summary>RIS as reference managers export it: a two-letter tag, two spaces, a hyphen and a value a line, from <c>TY</c> to <c>ER</c>.</summary>
public static class RisImport
{
    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var items = new List<ImportedItem>();
        var fields = new List<(string Tag, string Value)>();
        var (number, start) = (0, 0);
        foreach (var line in Encoding.UTF8.GetString(file.Bytes).ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var text = line.TrimStart('\uFEFF');
            if (text.Length >= 5 && text[2..5] == "  -")
            {
                var (tag, value) = (text[..2], text[5..].Trim());
                if (tag == "ER")
                {
                    items.Add(Item($"{file.Name}:{start}", fields));
                    fields.Clear();
                    continue;
                }

                start = tag == "TY" ? number : start;
                fields.Add((tag, value));
            }
            else if (fields.Count > 0 && text.Trim().Length > 0)
            {
                fields[^1] = (fields[^1].Tag, fields[^1].Value + " " + text.Trim());
            }
        }

        if (fields.Count > 0)
        {
            items.Add(ImportedItem.Failed($"{file.Name}:{start}", "the record has no end (ER)"));
        }

        return items;
    }

    private static ImportedItem Item(string origin, List<(string Tag, string Value)> fields)
    {
        string? Get(params ReadOnlySpan<string> tags)
        {
            foreach (var tag in tags)
            {
                foreach (var field in fields)
                {
                    if (field.Tag == tag && field.Value.Length > 0)
                    {
                        return field.Value;
                    }
                }
            }

            return null;
        }

        if (Get("TI", "T1") is not { } title)
        {
            return ImportedItem.Failed(origin, "the record has no title");
        }

        var (day, url) = (Facts.Day(Get("DA", "PY", "Y1")), Get("UR"));
        return ImportedItem.Of(origin, new EntryDraft
        {
            Title = title,
            PaperTitle = title,
            Day = day,
            Published = day,
            Authors = [.. fields.Where(field => field.Tag is "AU" or "A1").Select(field => Name(field.Value))],
            Venue = Get("JO", "JF", "T2", "BT"),
            Doi = Facts.Doi(Get("DO")),
            Arxiv = Facts.Arxiv(url),
            Url = Facts.Arxiv(url) is null ? url : null,
            Tags = [.. fields.Where(field => field.Tag == "KW" && field.Value.Length > 0).Select(field => field.Value)],
            Body = MarkdownText.OfPlain(Get("AB", "N2") ?? ""),
        });
    }

    private static string Name(string name) => name.Split(',', 2) is [var last, var first] ? $"{first.Trim()} {last.Trim()}" : name;
}
