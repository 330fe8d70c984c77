using System.IO.Compression;
using System.Text;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>
/// Exports that somebody made to do harm, or that a disk has: an import ends well or says what is wrong, and writes nowhere but below
/// <c>content/papers</c>.
/// </summary>
public class HostileImportTests
{
    private const int Deep = 200_000;

    private static readonly Dictionary<string, byte[]> Files = new()
    {
        ["deep.json"] = Utf8(string.Concat(Enumerable.Repeat("[", Deep))),
        ["deep-closed.json"] = Utf8(string.Concat(Enumerable.Repeat("[", Deep)) + string.Concat(Enumerable.Repeat("]", Deep))),
        ["deep-object.jsonl"] =
            Utf8("{\"title\":\"А\",\"abstract\":\"Текст.\",\"x\":" + string.Concat(Enumerable.Repeat("{\"x\":", Deep))
                + "\n{\"title\":\"Б\",\"abstract\":\"Текст.\"}\n"),
        ["nul.jsonl"] = Utf8("{\"title\":\"А\\u0000Б\\u0007\\u202E\",\"abstract\":\"Те\\u0000кст.\",\"id\":\"\\u0000\"}\n"),
        ["raw-nul.bib"] = Utf8("@article{a\0b, title = {А\0Б}, abstract = {Текст\0.}, year = 2025}\n"),
        ["half.jsonl"] = [.. "{\"title\":\"\\ud800\",\"abstract\":\"\\udc00 Текст.\"}\n"u8, 0xFF, 0xFE, 0xC3, (byte)'\n'],
        ["half-name.jsonl"] = Utf8("{\"title\":\"А\",\"abstract\":\"Текст.\",\"\\ud800\":\"x\"}\n{\"\\udc00\":1}\n"),
        ["half.json"] = Utf8("{\"title\":\"\\ud800\",\"abstract\":\"\\udc00 Текст.\"}"),
        ["ways-out.jsonl"] =
            Utf8(
                "{\"title\":\"../../../../etc/passwd\",\"slug\":\"../../outside\",\"id\":\"../../../x\",\"abstract\":\"Текст.\",\"tags\":[\"../../t\"]}\n{\"title\":\"C:\\\\Windows\\\\x\",\"slug\":\"/etc/x\",\"abstract\":\"Текст.\"}\n"),
        ["huge-title.jsonl"] = Utf8("{\"title\":\"" + new string('я', 2_000_000) + "\",\"abstract\":\"Текст.\"}\n"),
        ["braces.bib"] = Utf8("@article{a, title = " + new string('{', Deep)),
        ["braces-closed.bib"] =
            Utf8("@article{a, title = " + new string('{', Deep) + "x" + new string('}', Deep) + ", abstract = {Текст.}}\n"),
        ["too-many-closed.bib"] =
            Utf8(
                "@article{a, title = {x}}}}}}}}}, abstract = {Текст.}}\n@article{b, title = {Заглавие}, abstract = {Текст.}, year=2025}\n"),
        ["at-signs.bib"] = Utf8(string.Concat(Enumerable.Repeat("@a{", Deep))),
        ["macros.bib"] = Utf8("@string{a = b}\n@string{b = a # a}\n@article{x, title = a # b # a, abstract = {Текст.}}\n"),
        ["no-end.ris"] = Utf8("TY  - JOUR\nTI  - " + new string('x', 1_000_000) + "\0\nAB  - Текст."),
        ["laughs.xml"] =
            Utf8("<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY a \"aaaaaaaaaa\">"
                + string.Concat(Enumerable.Range(1, 20)
                .Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat(i == 1 ? "&a;" : $"&a{i - 1};", 10))}\">"))
            + "]><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>&a20;</title><summary>x</summary></entry></feed>"),
        ["file-of-another.xml"] =
            Utf8(
                "<?xml version=\"1.0\"?><!DOCTYPE feed [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>http://arxiv.org/abs/2411.19108</id><title>Заглавие</title><summary>&x;</summary></entry></feed>"),
        ["deep.xml"] = Utf8("<feed xmlns=\"http://www.w3.org/2005/Atom\">" + string.Concat(Enumerable.Repeat("<a>", Deep))),
        ["bomb.md"] =
            Utf8("---\ntitle: Заглавие\ndate: 2025-01-01\na0: &a0 [x, x]\n"
                + string.Concat(Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n")) + "---\n\nТекст.\n"),
        ["deep-yaml.md"] = Utf8("---\ntitle: Заглавие\nx: " + new string('[', Deep) + "\n---\n\nТекст.\n"),
        ["deep-toml.md"] = Utf8("+++\ntitle = 'Заглавие'\nx = " + new string('[', 5_000) + "\n+++\n\nТекст.\n"),
        ["deep-quotes.md"] = Utf8("---\ntitle: Заглавие\ndate: 2025-01-01\n---\n\n" + new string('>', 50_000) + " Текст.\n"),
        ["way-out.md"] =
            Utf8(
                "---\ntitle: Заглавие\nslug: ../../../outside\nurl: /../../outside/\naliases: [/../x/]\ndate: 2025-01-01\n---\n\nТекст.\n"),
        ["zeros.json"] = new byte[1_000_000],
        ["not.gz"] = [.. "{\"title\":\"А\"}\n"u8],
        ["zeros.json.gz"] = Packed(64 << 20),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_ends_well_or_says_what_is_wrong(string name)
    {
        using var site = new ScratchSite().Settings("url: https://a.example/\n").Add("exports/" + name, Files[name]);
        var above = Directory.GetFileSystemEntries(Path.GetTempPath(), "outside*").Length;

        var run = Executable.Run(site, "import", "exports/" + name);

        Assert.InRange(run.Code, 0, 3);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", run.Out + run.Error, StringComparison.Ordinal);
        Assert.All(
            ScratchSite.Tree(site.Root).Keys.Where(path => path != "content/site.yaml" && path != "exports/" + name),
            path => Assert.Matches("^content/papers/[0-9]{4}/[0-9]{2}/[0-9]{2}/[a-z0-9-]{1,120}\\.md$", path));
        Assert.All(ScratchSite.Tree(Path.Combine(site.Root, "content/papers")).Values, bytes => Assert.DoesNotContain((byte)0, bytes));
        Assert.Equal(above, Directory.GetFileSystemEntries(Path.GetTempPath(), "outside*").Length);
        if (run.Code == 0)
        {
            Assert.InRange(Executable.Run(site, "build", "--quiet").Code, 0, 1);
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Packed(int zeros)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(new byte[zeros]);
        }

        return bytes.ToArray();
    }
}
