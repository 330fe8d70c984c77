using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>Reads the standing pages of <c>content/pages</c>.</summary>
public static class PageParser
{
    internal static readonly Field<PageDraft>[] Fields =
    [
        new("title", FieldType.Text, Presence.Required,
            new("The heading of the page", "Заголовок страницы"),
            static (p, v, r) => r.LocatedText(v) is { } text ? p with { Page = p.Page with { Title = text } } : p),
        new("slug", FieldType.Slug, Presence.Optional,
            new(
                "Last part of the address; by default made from the file name",
                "Последняя часть адреса; если не указана, берётся из имени файла"),
            static (p, v, r) => p with { Slug = r.SlugOf(v) }),
        new("menu", FieldType.Flag, Presence.Optional,
            new("Puts the page into the menu", "Показывать страницу в меню"),
            static (p, v, r) => p with { Page = p.Page with { Menu = r.Flag(v) ?? false } }),
        new("description", FieldType.Text, Presence.Optional,
            new("A sentence for search engines", "Предложение-другое для поисковых систем"),
            static (p, v, r) => p with { Page = p.Page with { Description = r.Text(v) } }),
        new("aliases", FieldType.AliasList, Presence.Optional,
            new("Old addresses in the site, which lead here", "Старые адреса на сайте, которые ведут сюда"),
            static (p, v, r) => p with { Page = p.Page with { Aliases = r.List(v, static (r, item) => r.Alias(item)) ?? [] } }),
        new("draft", FieldType.Flag, Presence.Optional,
            new("Leaves the page out of the site", "Черновик: на сайт не попадает"),
            static (p, v, r) => p with { Page = p.Page with { Draft = r.Flag(v) ?? false } }),
        new("updated", FieldType.Date, Presence.Optional,
            new("The day of the last change", "День последнего изменения"),
            static (p, v, r) => p with { Page = p.Page with { Updated = r.Date(v) } }),
        new("extra", FieldType.Free, Presence.Optional,
            new("Free values for templates", "Произвольные значения для шаблонов"),
            static (p, v, r) => p with { Page = p.Page with { Extra = r.Free(v) } }),
    ];

    /// <param name="path">Relative to the site root, with <c>/</c>, in NFC: <c>content/pages/docs/howto.md</c>.</param>
    public static Parsed<ParsedPage> Parse(string path, ReadOnlySpan<byte> bytes, Limits limits)
    {
        ParsedPage? page = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source
            && SplitSource.Split(source, findings) is { } front
            && YamlFile.Mapping(source, front.Yaml, limits, findings) is { } mapping)
        {
            var read = new ValueReader(findings, limits: limits);
            var at = read.At(mapping.Pairs is [var first, ..] ? first.Key : mapping);
            var nothing = new Located("", at);
            var draft =
                FieldBinder.Bind(
                    mapping, Fields, new PageDraft(new PageMetadata { Source = at, Title = nothing, Address = nothing }, null), read);
            var address = new Located(DefaultSlug.OfPage(path, draft.Slug?.Text), draft.Slug?.At ?? at);
            CheckReserved(address, findings);
            page = new ParsedPage(
                draft.Page with { Address = address }, new BodySource(source, source.Text[front.BodyStart..], front.CloseLine + 1));
        }

        return new Parsed<ParsedPage>(page, findings.Sorted());
    }

    private static void CheckReserved(Located address, DiagnosticBag findings)
    {
        if (PageMetadata.IsReserved(address.Text))
        {
            findings.Add(
                Catalogue.ReservedAddress, address.At.Line, address.At.Column, address.At.Length,
                Messages.ReservedAddress(address.Text.Split('/')[0]));
        }
    }

    internal sealed record PageDraft(PageMetadata Page, Located? Slug);
}
