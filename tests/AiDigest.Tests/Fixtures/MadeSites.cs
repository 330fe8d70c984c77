using System.Text;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// Broken sites that cannot be files of the repository: odd bytes, enormous texts, links, and builds over an older one.
/// </summary>
internal static class MadeSites
{
    private const string Settings = "title: Дайджест\nurl: https://example.org/\n";
    private const string Head = "---\ntitle: Кэш\ndate: 2026-11-14\ntags: [кэш]\n";
    private const string Path = "content/papers/cache.md";

    public static IReadOnlyDictionary<string, Action<ScratchSite>> All { get; } =
        new Dictionary<string, Action<ScratchSite>>(StringComparer.Ordinal)
        {
            ["file-near-the-limit-of-the-host"] = site =>
                site.Settings("url: https://a.example/\nhost: cloudflare-pages\n").Add(Path, Utf8(Head + "---\nТекст.\n"))
                    .Add("content/static/film.zip", new byte[21 << 20]),

            // Bytes.
            ["file-in-an-old-encoding"] = site =>
                Start(site).Add(Path, [.. Utf8("---\ntitle: "), 0xCA, 0xFD, 0xF8, .. Utf8("\ndate: 2026-11-14\n---\n")]),
            ["file-in-utf-16"] = site =>
                Start(site).Add(Path, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Head + "---\nТекст.\n")]),
            ["file-in-utf-16-without-its-mark"] = site => Start(site).Add(Path, Encoding.Unicode.GetBytes(Head + "---\nТекст.\n")),
            ["file-of-nul-bytes"] = site => Start(site).Add(Path, new byte[4096]),
            ["file-with-a-nul-byte-in-its-title"] = site =>
                Start(site).Add(Path, Utf8("---\ntitle: Кэ\0ш\ndate: 2026-11-14\ntags: [кэш]\n---\nТе\0кст.\n")),
            ["file-cut-within-a-letter"] = site => Start(site).Add(Path, Utf8(Head + "---\nТекст")[..^1]),
            ["settings-in-an-old-encoding"] = site =>
                site.Add("content/site.yaml", [.. Utf8("title: "), 0xC4, 0xE0, 0x0A]).Add(Path, Utf8("нет\n")),
            ["control-characters-from-a-pdf"] = site =>
                Start(site).Add(Path, Utf8(Head + "lead: ре\u0002зультат\n---\n\nре\u0002зуль\u0003тат\n\nи ещё\u0001\n")),
            ["direction-of-text-overridden"] = site =>
                Start(site)
                    .Add(Path,
                    Utf8(Head.Replace("Кэш", "Кэш \u202Eгpj.exe", StringComparison.Ordinal)
                        + "---\n\n[ссылка\u202E](https://example.org/)\n")),
            ["lines-that-end-in-cr"] = site =>
                Start(site).Add(Path, Utf8((Head + "tgas: [кэш]\n---\n\n[нет](nowhere.md)\n").Replace('\n', '\r'))),
            ["lines-that-end-in-crlf"] = site =>
                Start(site)
                    .Add(Path, Utf8((Head + "tgas: [кэш]\n---\n\n[нет](nowhere.md)\n").Replace("\n", "\r\n", StringComparison.Ordinal))),

            // Sizes.
            ["quotes-a-hundred-thousand-deep"] = site => Body(site, new string('>', 100_000) + " глубоко"),
            ["lists-ten-thousand-deep"] = site => Body(site, string.Concat(Enumerable.Repeat("- ", 10_000)) + "глубоко"),
            ["brackets-a-hundred-thousand-deep"] = site => Body(site, new string('[', 100_000)),
            ["emphasis-without-end"] = site => Body(site, string.Concat(Enumerable.Repeat("*a _b ", 50_000))),
            ["yaml-a-hundred-thousand-deep"] = site =>
                Start(site).Add(Path, Head + "extra: " + new string('[', 100_000) + "\n---\nТекст.\n"),
            ["yaml-mappings-ten-thousand-deep"] = site =>
                Start(site).Add(Path, Head + "extra: " + string.Concat(Enumerable.Repeat("{a: ", 10_000)) + "\n---\nТекст.\n"),
            ["line-of-a-million-letters"] = site =>
                Body(site, string.Concat(Enumerable.Repeat("слово ", 80_000)) + "[нет](nowhere.md) "
                    + string.Concat(Enumerable.Repeat("слово ", 9_000))),
            ["title-of-a-hundred-thousand-letters"] = site =>
                Start(site).Add(Path, "---\ntitle: " + new string('а', 100_000) + ": конец\ndate: завтра\ntags: [кэш]\n---\nТекст.\n"),
            ["tags-beyond-the-limits"] = site =>
                Start(site)
                    .Add(Path,
                    Head.Replace("[кэш]", "[" + string.Join(", ", Enumerable.Range(0, 100_000).Select(i => $"t{i}"))
                    + "]", StringComparison.Ordinal) + "---\n\nТекст.\n"),
            ["aliases-beyond-the-limits"] = site =>
                Start(site)
                    .Add(Path,
                    Head + "aliases:\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"  - /old/{i}/\n")) + "---\n\nТекст.\n"),
            ["day-beyond-the-limits"] = site => Start(site).Add("content/papers/day.yaml", "date: 2026-11-14\ntags: [кэш]\nentries:\n"
                + string.Concat(Enumerable.Range(0, 501).Select(i => $"  - title: T{i}\n    body: Текст.\n"))),
            ["references-that-expand"] = site =>
                Body(site, string.Concat(Enumerable.Repeat("[a] ", 10_000)) + "\n\n[a]: https://example.org/" + new string('x', 100_000)),
            ["formulas-beyond-the-limits"] = site => Body(site, string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"$x_{{{i}}}$"))),
            ["formula-of-five-thousand-signs"] = site => Body(site, "$" + new string('+', 5_000) + "$"),
            ["lists-indented-without-end"] = site =>
                Body(site, string.Join('\n', Enumerable.Range(0, 1_000).Select(i => new string(' ', 2 * i) + "- x"))),
            ["keys-by-the-thousand"] = site =>
                Start(site).Add(Path, Head + string.Concat(Enumerable.Range(0, 70_000).Select(i => $"key{i}: x\n")) + "---\n\nТекст.\n"),
            ["file-beyond-a-mebibyte"] = site => Body(site, new string('a', 1 << 20)),

            // What only a file system has.
            ["link-in-the-sources"] = site => Link(Link(Start(site), Path, "/etc/hostname"), "content/static/all", "/etc"),
            ["names-that-are-one-to-unicode"] = site => Start(site)
                .Add("content/papers/\u0439.md", Head + "---\nПервый.\n").Add("content/papers/\u0438\u0306.md", Head + "---\nВторой.\n"),

            ["content-is-a-link"] = site =>
            {
                Directory.Delete(System.IO.Path.Combine(site.Root, "content"));
                Link(site, "content", "/etc");
            },
            ["templates-is-a-link"] = site => Link(Body(site, "Текст."), "templates", "/etc"),
            ["static-files-that-differ-only-in-case"] = site => Body(site, "Текст.")
                .Add("content/static/Index.html", "x").Add("content/static/Data/a.txt", "x").Add("content/static/data/b.txt", "x")
                    .Add("content/static/TAGS/x.txt", "x"),
            ["static-files-that-windows-cannot-hold"] = site => Body(site, "Текст.")
                .Add("content/static/aux", "x").Add("content/static/nul.txt", "x").Add("content/static/dot.", "x")
                    .Add("content/static/a:b.txt", "x").Add("content/static/COM1/x.txt", "x"),

            // Over an older build or a stranger's files.
            ["address-that-disappears"] = site =>
            {
                // In the manifest it comes before the assets of the theme, whose number would else show in the expected line.
                Body(site, "Текст.").Add("content/pages/about.md", "---\ntitle: О нас\n---\nТекст.\n").BuildFine();
                site.Remove("content/pages/about.md");
            },
            ["stranger-at-the-address-of-a-page"] = site => Body(site, "Текст.")
                .Add("site-output/papers/cache/index.html", "<p>не наш</p>\n").Add("site-output/tags", "файл на месте папки\n")
                    .Add("site-output/feed.xml/x", "x\n"),
        };

    private static ScratchSite Start(ScratchSite site) => site.Settings(Settings);

    private static ScratchSite Body(ScratchSite site, string body) => Start(site).Add(Path, Head + "---\n\n" + body + "\n");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static ScratchSite Link(ScratchSite site, string path, string target)
    {
        var full = System.IO.Path.Combine(site.Root, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.CreateSymbolicLink(full, target);
        return site;
    }
}
