using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Bibliography;

/// <summary>Entries of BibTeX and biblatex as drafts.</summary>
internal static class BibtexImport
{
    private const int MostParents = 4;

    // Types that hold what other entries share, and are no papers themselves.
    private static readonly string[] Shared = ["xdata", "set", "bibnote", "control", "string"];
    private static readonly string[] Collections =
        ["proceedings", "collection", "mvproceedings", "mvcollection", "book", "mvbook", "periodical"];

    // What biblatex lets a child take from its parent under another name (its manual, appendix B).
    private static readonly (string Child, string Parent)[] Renamed =
        [("booktitle", "title"), ("booktitle", "booktitle"), ("journal", "title")];
    private static readonly string[] Inherited =
        ["year", "month", "day", "date", "booktitle", "journal", "journaltitle", "publisher", "editor"];

    public static IReadOnlyList<ImportedItem> Read(ImportFile file)
    {
        var entries = BibtexParser.Parse(ImportText.Of(file));
        if (entries.Count == 0 && !file.Bytes.AsSpan().Contains((byte)'@'))
        {
            throw new UnknownFormatException(Messages.NotBibtex(file.Name));
        }

        var byKey = new Dictionary<string, BibtexEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.Where(entry => entry.Problem is null))
        {
            byKey.TryAdd(entry.Key, entry);
        }

        var parents = entries.SelectMany(Parents).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. entries.Where(entry => entry.Problem is not null || !Shared.Contains(entry.Type))
            .Select(entry => Item(file.Name, entry, byKey, parents))];
    }

    private static ImportedItem Item(string name, BibtexEntry entry, Dictionary<string, BibtexEntry> byKey, HashSet<string> parents)
    {
        var origin = $"{name}:{entry.Line}";
        if (entry.Problem is { } problem)
        {
            return ImportedItem.Failed(origin, problem);
        }

        if (Collections.Contains(entry.Type) && entry["abstract"] is null && parents.Contains(entry.Key))
        {
            return ImportedItem.Passed(origin, Messages.HoldsWhatOthersShare);
        }

        var notes = new ImportNotes();
        foreach (var undefined in entry.Undefined)
        {
            notes.Lost(Messages.LostStringName(undefined));
        }

        var fields = new Dictionary<string, string>(entry.Fields, StringComparer.OrdinalIgnoreCase);
        foreach (var parent in Parents(entry))
        {
            Inherit(fields, entry.Key, parent, byKey, notes);
        }

        return new BibtexFields(entry with { Fields = fields }, notes).Item(origin);
    }

    private static IEnumerable<string> Parents(BibtexEntry entry) =>
        ((string?[])[entry["crossref"], .. (entry["xdata"] ?? "").Split(',')]).Where(key => !string.IsNullOrWhiteSpace(key))
            .Select(key => key!.Trim());

    private static void Inherit(
        Dictionary<string, string> fields, string own, string key, Dictionary<string, BibtexEntry> byKey, ImportNotes notes)
    {
        var isDated = HasDate(fields);
        for (var step = 0; step < MostParents; step++)
        {
            if (key.Equals(own, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            if (!byKey.TryGetValue(key, out var parent))
            {
                notes.Lost(Messages.LostCrossReference(key));
                return;
            }

            var dates = isDated ? ["year", "month", "day", "date"] : ImmutableArray<string>.Empty;
            foreach (var name in Inherited.Where(name => !dates.Contains(name)))
            {
                Take(fields, name, parent[name]);
            }

            foreach (var (child, from) in Renamed.Where(_ => parent.Type != "xdata"))
            {
                Take(fields, child, child == "journal" && parent.Type != "periodical" ? null : parent[from]);
            }

            isDated |= HasDate(fields);
            if (parent["crossref"] is not { } next)
            {
                return;
            }

            key = next.Trim();
        }
    }

    private static bool HasDate(Dictionary<string, string> fields) => fields.ContainsKey("date") || fields.ContainsKey("year");

    private static void Take(Dictionary<string, string> fields, string name, string? value)
    {
        if (value is not null)
        {
            fields.TryAdd(name, value);
        }
    }
}
