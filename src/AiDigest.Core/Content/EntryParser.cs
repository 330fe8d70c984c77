using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>
/// Reads the entries of <c>content/papers</c>: bytes to records and diagnostics, nothing else. Every mistake of a file is found
/// in one run; an entry with mistakes is returned with stand-ins, so that its body can be checked in the same run.
/// </summary>
public static class EntryParser
{
    /// <summary>A file with front matter and Markdown: one entry.</summary>
    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC.</param>
    public static Parsed<IReadOnlyList<ParsedEntry>> Markdown(string path, ReadOnlySpan<byte> bytes, Limits limits)
    {
        IReadOnlyList<ParsedEntry>? papers = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source
            && SplitSource.Split(source, findings) is { } front
            && YamlFile.Mapping(source, front.Yaml, limits, findings) is { } mapping)
        {
            var read = new ValueReader(findings, limits: limits);
            var paper = FieldBinder.Bind(mapping, EntryFields.Markdown, Blank(First(mapping), read), read);
            var body = new BodySource(source, source.Text[front.BodyStart..], front.CloseLine + 1);
            if (string.IsNullOrWhiteSpace(body.Markdown))
            {
                var rule = paper.Draft ? Catalogue.DraftWithoutText : Catalogue.BlankBody;
                findings.Add(
                    rule, front.CloseLine, 1, 3,
                    Messages.NoTextBelow);
            }

            papers = [new ParsedEntry(Named(paper, DefaultSlug.OfEntry(path), paper.Source), body)];
        }

        return new Parsed<IReadOnlyList<ParsedEntry>>(papers, findings.Sorted());
    }

    /// <summary>A YAML file: one entry with a <c>body</c>, or a day of several under <c>entries</c>.</summary>
    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC.</param>
    public static Parsed<IReadOnlyList<ParsedEntry>> Yaml(string path, ReadOnlySpan<byte> bytes, Limits limits)
    {
        IReadOnlyList<ParsedEntry>? papers = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source
            && YamlFile.Mapping(source, YamlFile.Whole(source), limits, findings) is { } mapping)
        {
            var read = new ValueReader(findings, limits: limits);
            if (Find(mapping, "entries") is not { Key: not null } entries)
            {
                var given = 0UL;
                var paper = FieldBinder.Bind(mapping, EntryFields.Yaml, Blank(First(mapping), read), read, ref given);
                var body = Body(mapping, paper, read, ref given);
                FieldBinder.Missing(mapping, EntryFields.Yaml, read, given);
                papers = [new ParsedEntry(Named(paper, DefaultSlug.OfEntry(path), paper.Source), body)];
            }
            else
            {
                papers = Day(mapping, entries, read);
            }
        }

        return new Parsed<IReadOnlyList<ParsedEntry>>(papers, findings.Sorted());
    }

    private static IReadOnlyList<ParsedEntry> Day(YamlNode mapping, YamlPair entries, ValueReader read)
    {
        var given = 0UL;
        var shared = FieldBinder.Bind(mapping, EntryFields.Day, Blank(First(mapping), read), read, ref given);
        foreach (var field in EntryFields.Day)
        {
            if (field.OfOne && Find(mapping, field.Name) is { Key: { } key })
            {
                read.Diagnostics.Add(
                    Catalogue.NotShared, key,
                    Messages.NotShared(field.Name));
            }
        }

        if (entries.Value.IsBlank)
        {
            return [];
        }

        var number = 0;
        var value = new YamlValue("entries", entries.Key, entries.Value);
        var papers = read.List(
            value, (read, item) =>
                ++number > 0 && read.IsMapping(item) ? Item(item.Node, number, shared, given, read) : null, ofTexts: false);
        if (entries.Value is { Kind: YamlKind.Sequence, Items.Count: 0 })
        {
            read.Diagnostics.Add(
                Catalogue.BlankValue, entries.Value, Messages.NoEntries);
        }

        return papers ?? [];
    }

    private static ParsedEntry Item(YamlNode mapping, int number, EntryMetadata shared, ulong given, ValueReader read)
    {
        // What belongs to one entry is not taken from the day, even where it is there by mistake.
        var blank = Blank(First(mapping), read);
        for (var i = 0; i < EntryFields.Yaml.Length; i++)
        {
            given &= EntryFields.Yaml[i].OfOne ? ~(1UL << i) : ulong.MaxValue;
        }

        var paper =
            shared with { Source = blank.Source, Item = number, Title = blank.Title, Slug = blank.Slug, Aliases = [], Image = null };
        paper = FieldBinder.Bind(mapping, EntryFields.Yaml, paper, read, ref given);
        var body = Body(mapping, paper, read, ref given);
        FieldBinder.Missing(mapping, EntryFields.Yaml, read, given);
        return new ParsedEntry(Named(paper, DefaultSlug.Slugged(paper.Title.Text), paper.Title.At), body);
    }

    private static EntryMetadata Named(EntryMetadata paper, string slug, SourceRef at) =>
        paper.Slug.Text.Length > 0 ? paper : paper with { Slug = new Located(slug, at) };

    private static EntryMetadata Blank(YamlNode first, ValueReader read)
    {
        var source = read.At(first);
        var nothing = new Located("", source);
        return new EntryMetadata
        {
            Source = source,
            Title = nothing,
            Slug = nothing,
            Tags = [],
            Date = EntryDate.Of(new DateOnly(1900, 1, 1)),
            DateAt = source with { Line = 0 },
        };
    }

    private static YamlNode First(YamlNode mapping) => mapping.Pairs is [var first, ..] ? first.Key : mapping;

    private static YamlPair Find(YamlNode mapping, string name)
    {
        foreach (var pair in mapping.Pairs!)
        {
            if (pair.Key.Text == name)
            {
                return pair;
            }
        }

        return default;
    }

    /// <param name="given">Tells that a draft misses nothing.</param>
    private static BodySource Body(YamlNode mapping, EntryMetadata paper, ValueReader read, ref ulong given)
    {
        if (Find(mapping, "body") is { Key: { } key, Value: var node })
        {
            return BodyText.Of(new YamlValue("body", key, node), read, paper.Draft);
        }

        if (paper.Draft)
        {
            given |= 1UL << (EntryFields.Yaml.Length - 1);
            read.Diagnostics.Add(
                Catalogue.DraftWithoutText, First(mapping), Messages.DraftWithoutBody);
        }

        return new BodySource(read.Source, "", mapping.Line, mapping.Column - 1, LineByLine: false);
    }
}
