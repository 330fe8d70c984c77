using AiDigest.Core.Import;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Import;

/// <summary>
/// Characters that are no text, in every field of every format: noncharacters, controls, halves of surrogate pairs, line separators and
/// marks of direction. No import throws, and what was imported builds.
/// </summary>
public class OddCharacterTests
{
    private static readonly int[] Odd =
    [
        0x0, 0x1, 0x8, 0xB, 0x1B, 0x7F, 0x80, 0x85, 0x9F, 0xAD, 0x200B, 0x200E, 0x2028, 0x2029, 0x202E, 0x2066, 0x2069,
        0xD800, 0xDBFF, 0xDC00,
        0xDFFF, 0xFDD0, 0xFDEF, 0xFEFF, 0xFFF9, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF, 0xE0001, 0xF0000,
    ];

    public static TheoryData<string, string> Formats => new()
    {
        { "x.bib", "@article{k@, title={T@ x}, author={A@ B and C, D@}, year=2020, date={2020@}, keywords={k@, @}, journal={J@}, doi={10.1/@}, "
            + "url={https://e.example/@}, eprint={@}, abstract={A@ b. $x@$ \\url{https://e.example/@}}}" },
        { "x.ris", "TY  - JOUR\nTI  - T@\nAU  - A@, B\nKW  - k@\nPY  - 2020@\nUR  - https://e.example/@\nJO  - J@\nAB  - A@ b\nER  - \n" },
        { "x.json", """[{"title":"T@ x","authors":["A@","@"],"keywords":["k@"],"date":"2020-01-01@","url":"https://e.example/@","abstract":"A@ $x@$","venue":"V@","slug":"s@","k@":"v@"}]""" },
        { "feed.json", """{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"i@","title":"T@","url":"https://e.example/@","content_html":"<p>A@ <a href='x@'>b</a></p>","date_published":"2020@","tags":["t@"],"authors":[{"name":"A@"}],"image":"@"}]}""" },
        { "x.xml", "<rss><channel><item><title>T@</title><link>https://e.example/@</link><guid>g@</guid><category>c@</category><description>A@ &lt;b&gt;b@&lt;/b&gt;</description><pubDate>2020@</pubDate></item></channel></rss>" },
        { "atom.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title type='html'>T@</title><id>i@</id><category term='c@'/><author><name>A@</name></author><updated>2020-01-01T00:00:00Z@</updated><content type='html'>A@ &lt;img src='@' alt='@'&gt;</content></entry></feed>" },
        { "p.md", "---\ntitle: T@\ndate: 2020-01-01@\ntags: [t@]\nslug: s@\naliases: [/a@/]\nimage: i@.png\ndescription: d@\n---\n\nA@ [b](c@.md) ![d@](e@.png) {{< x@ >}}\n" },
        { "q.md", "+++\ntitle = 'T@'\ndate = 2020-01-01\ntags = ['t@']\n+++\n\nA@\n" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public void No_character_of_a_field_ends_an_import(string name, string text)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/");
        var items = new List<ImportedItem>();
        foreach (var odd in Odd)
        {
            foreach (var form in Forms(odd, name))
            {
                try
                {
                    items.AddRange(ImportedText.Read(name, text.Replace("@", form, StringComparison.Ordinal).Replace(
                        form + "article", "@article", StringComparison.Ordinal)));
                }
                catch (ImportException)
                {
                    // A file that is refused as a whole says why.
                }
            }
        }

        var entries = Importer.Import(
            items, new ImportOptions(site.Root, new DateOnly(2026, 11, 14), 2, TagsMap.Empty, ["imported"], false)
            { Time = SiteTime.Find("Europe/Moscow"), Stubs = true }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(entries);
        site.BuildFine();
    }

    /// <summary>The character itself, and as the format may escape it.</summary>
    private static IEnumerable<string> Forms(int odd, string name)
    {
        var text = odd is >= 0xD800 and < 0xE000 ? ((char)odd).ToString() : char.ConvertFromUtf32(odd);
        yield return text;
        if (name.EndsWith(".json", StringComparison.Ordinal))
        {
            yield return string.Concat(text.Select(unit => $"\\u{(int)unit:x4}"));
        }
        else
        {
            yield return $"&#x{odd:X};";
            yield return $"&amp;#{odd};";
        }
    }
}
