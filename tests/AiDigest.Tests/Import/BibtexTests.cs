using System.Globalization;
using AiDigest.Core.Import;
using AiDigest.Core.Import.Bibliography;
using Xunit;

namespace AiDigest.Tests.Import;

public class BibtexTests
{
    [Theory]
    [InlineData("Petrova, Anna\n\tand Smith, John\n\tand Li, Ivan", "Anna Petrova|John Smith|Ivan Li")]
    [InlineData("Иванов, И. AND Петров, П.", "И. Иванов|П. Петров")]
    [InlineData("{Barnes and Noble, Inc.} and Doe, Jane", "Barnes and Noble, Inc.|Jane Doe")]
    [InlineData("van der Berg, Jr., Hans", "Hans van der Berg Jr.")]
    [InlineData("Smith, John, Jr.", "John Smith Jr.")]
    [InlineData(
        "{Petrova}, A.~B. and {{\\v C}apek}, J. and {\\\"O}berg, Karl and {von Neumann}, John",
        "A. B. Petrova|J. Čapek|Karl Öberg|John von Neumann")]
    [InlineData(
        "{{National Institute of Standards and Technology}} and Smith, Jr., John",
        "National Institute of Standards and Technology|John Smith Jr.")]
    [InlineData("Erd{\\H{o}}s, P{\\'a}l and M\\\"uller, J. and others", "Pál Erdős|J. Müller")]
    [InlineData("family=Gaulle, given=Charles, prefix=de and Anna Petrova", "Charles de Gaulle|Anna Petrova")]
    [InlineData("Anna Petrova, Ivan Li, John Smith, Karl Oberg", "Anna Petrova|Ivan Li|John Smith|Karl Oberg")]
    [InlineData("Alexander Sandberg", "Alexander Sandberg")]
    [InlineData("Smith, J. & Doe, J.", "J. Smith|J. Doe")]
    [InlineData("John Smith; Jane Doe", "John Smith|Jane Doe")]
    [InlineData("{Ernst & Young} and Marks & Spencer", "Ernst & Young|Marks & Spencer")]
    [InlineData("A B et al.", "A B")]
    [InlineData("Иванов, И. и др.", "И. Иванов")]
    [InlineData("Wei Wang 0001 and Lukasz Kaiser", "Wei Wang|Lukasz Kaiser")]
    [InlineData("{\\O}re, {\\L}ukasz and S{\\o}ren Gro{\\ss}", "Łukasz Øre|Søren Groß")]
    public void Names(string list, string names) =>
        Assert.Equal(names.Split('|'), ImportedText.Bib($"author={{{list}}}, year=2020, abstract={{A.}}").Authors);

    [Theory]
    [InlineData("year=2021, month=jul", "2021-07-01", null)]
    [InlineData("year=2021, month=jun # \"~12\"", "2021-06-12", "2021-06-12")]
    [InlineData("year=2021, month = \"12~\" # jun", "2021-06-12", "2021-06-12")]
    [InlineData("year={2021}, month={June 5}", "2021-06-05", "2021-06-05")]
    [InlineData("year={2021}, month={07}", "2021-07-01", null)]
    [InlineData("year={2021}, month={jul/aug}", "2021-07-01", null)]
    [InlineData("year={c. 2019a}", "2019-01-01", null)]
    [InlineData("date={2021-07-05}", "2021-07-05", "2021-07-05")]
    [InlineData("date={2021-07/2021-09}", "2021-07-01", null)]
    [InlineData("date={2021-07-05/2021-07-08}", "2021-07-05", "2021-07-05")]
    [InlineData("date={2021-07~}", "2021-07-01", null)]
    [InlineData("date={2021-21}", "2021-01-01", null)]
    [InlineData("year=2021, month=feb, day=30", "2021-02-01", null)]
    [InlineData("year={in press}", null, null)]
    public void Dates(string fields, string? day, string? published)
    {
        var draft = ImportedText.Bib(fields + ", abstract={A.}");

        Assert.Equal(
            (day, published),
            (draft.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            draft.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("journal={arXiv preprint arXiv:2205.14135}", "2205.14135")]
    [InlineData("journal={CoRR}, volume={abs/2205.14136}", "2205.14136")]
    [InlineData("journal={CoRR}, volume={abs/hep-th/9901001}", "hep-th/9901001")]
    [InlineData("doi={10.48550/ARXIV.2205.14136}", "2205.14136")]
    [InlineData("eprint={2205.14135v2}, archivePrefix={arXiv}", "2205.14135v2")]
    [InlineData("eprint={arXiv:2205.14135}", "2205.14135")]
    [InlineData("eprint={9901001}, primaryClass={hep-th}", "hep-th/9901001")]
    [InlineData("number={arXiv:2205.14135}, publisher={arXiv}", "2205.14135")]
    [InlineData("note={arXiv: 2205.14135 [cs]}", "2205.14135")]
    [InlineData("pages={arXiv:2205.14135}, journal={arXiv e-prints}", "2205.14135")]
    [InlineData("url={https://arxiv.org/pdf/2205.14135v1.pdf}", "2205.14135v1")]
    [InlineData("howpublished={\\url{https://arxiv.org/abs/2205.14135}}", "2205.14135")]
    [InlineData("journal={arXiv preprint}, number={2205.14135}", "2205.14135")]
    [InlineData("journal={arXiv preprint math.GT/0309136}", "math.GT/0309136")]
    [InlineData("journal={CoRR}, volume={cs.CL/0101001}", "cs.CL/0101001")]
    [InlineData("journal={Nature}, pages={2205.14135}", null)]
    public void Arxiv_ids_wherever_they_are(string fields, string? id)
    {
        var draft = ImportedText.Bib(fields + ", year=2022, abstract={A.}");

        Assert.Equal(id, draft.Arxiv);
        Assert.Equal(id is null ? "Nature" : null, draft.Venue);
        Assert.Null(draft.Url);
    }

    [Theory]
    [InlineData("одно, два; три", "одно|два|три")]
    [InlineData("Algorithms\nHumans and other animals\nNeural Networks", "Algorithms|Humans and other animals|Neural Networks")]
    [InlineData("one, two\nlines, three", "one|two lines|three")]
    [InlineData("Optics · Light • Dark", "Optics|Light|Dark")]
    [InlineData("one", "one")]
    public void Keywords(string text, string tags) =>
        Assert.Equal(tags.Split('|'), ImportedText.Bib($"keywords={{{text}}}, year=2020, abstract={{A.}}").Tags);

    [Fact]
    public void A_parent_gives_what_its_child_lacks()
    {
        var items = ImportedText.Read("x.bib", """
            @inproceedings{a, crossref={P}, title={A}, abstract={A.}}
            @inproceedings{b, crossref={p}, title={B}, year=2019, month=may, abstract={B.}}
            @inproceedings{c, crossref={loop}, title={C}, abstract={C.}}
            @inproceedings{d, crossref={none}, title={D}, abstract={D.}}
            @article{e, xdata={x}, title={E}, abstract={E.}}
            @proceedings{p, title={Proceedings}, booktitle={Proc. X}, year=2021, month=jul}
            @proceedings{loop, title={Loop}, crossref={loop}, year=2020}
            @xdata{x, journal={Journal}, year=2018}
            """);

        Assert.Equal(["2021-07-01", "2019-05-01", "2020-01-01", null, "2018-01-01"], items.Take(5)
            .Select(item => item.Draft!.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Assert.Equal(["Proc. X", "Proc. X", "Loop", null, "Journal"], items.Take(5).Select(item => item.Draft!.Venue));
        Assert.Contains("'none'", Assert.Single(items[3].Notes.Losses).English, StringComparison.Ordinal);
        Assert.Equal([true, true], items.Skip(5).Select(item => item.IsPassed));
    }

    [Fact]
    public void Strings_that_double_are_reported_once_and_the_rest_is_read()
    {
        var bomb = "@string{a=\"x\"}" + string.Concat(Enumerable.Repeat("@string{a=a#a}", 40))
            + "@article{k,title=a,year=2020}@article{l,title={L},year=2020,abstract={A.}}";

        var items = ImportedText.Read("x.bib", bomb);

        Assert.Equal(
            ["the value of @string 'a' is longer than 10000 characters", "it uses a @string that is too long", null],
            items.Select(item => item.Problem?.English));
    }

    [Fact]
    public void What_strings_expand_to_is_bounded_for_the_whole_file()
    {
        var file = $"@string{{a=\"{new string('x', 9_000)}\"}}\n"
            + string.Concat(Enumerable.Range(0, 300)
            .Select(i => $"@article{{k{i},title={{T{i}}},abstract={string.Join('#', Enumerable.Repeat("a", 20))}}}\n"));

        var items = ImportedText.Read("x.bib", file);

        Assert.Equal(300, items.Count);
        Assert.True(items.Sum(item => (long)(item.Draft?.Body.Length ?? 0)) <= 34 << 20);
        Assert.Contains(items, item => item.Problem?.English.Contains("expand to more than", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Broken_entries_cost_themselves_alone_and_no_more_than_their_length()
    {
        var file =
            string.Concat(Enumerable.Range(0, 40_000)
                .Select(i =>
                    i % 3 == 0 ? $"@article{{k{i}, title={{no end\n" : $"@misc{{k{i}, title={{T{i}}}, year=2020, abstract={{A.}}}}\n"));

        var items = ImportedText.Read("x.bib", file);

        Assert.Equal((40_000, 13_334), (items.Count, items.Count(item => item.Problem is not null)));
        Assert.Equal(("x.bib:40000", "a value has no end"), (items[^1].Origin, items[^1].Problem?.English));
    }

    [Theory]
    [InlineData(
        "Запуск стоит \\$5 за штуку. Вода H$_2$O, точность 10$^{-3}$ м.", "Запуск стоит \\$5 за штуку. Вода H$_2$O, точность 10$^{-3}$ м.")]
    [InlineData(
        "Метод \\(\\beta\\)-VAE, \\ensuremath{\\alpha}-устойчивый, 10\\textdegree{}C.", "Метод $\\beta$-VAE, $\\alpha$-устойчивый, 10°C.")]
    [InlineData(
        "Код: \\href{https://example.org/a}{здесь} и https://github.com/user/my--repo.",
        "Код: [здесь](<https://example.org/a>) и <https://github.com/user/my--repo>.")]
    [InlineData("Первый.\n\nВторой.", "Первый.\n\nВторой.")]
    [InlineData("See \\url{https://e.example/a\\_b\\%20c} -- ok", "See <https://e.example/a_b%20c> – ok")]
    [InlineData("{\\em Word} and {\\bf bold}, \\textsc{Small} \\& more", "*Word* and **bold**, Small & more")]
    [InlineData("A \\unknown{thing} stays", "A thing stays")]
    [InlineData("$$E=mc^2$$ inside", "$E=mc^2$ inside")]
    [InlineData("First.\n\n\\[ E = mc^2 \\]\n\nLast.", "First.\n\n$$E = mc^2$$\n\nLast.")]
    [InlineData("costs $5 and 50\\% of $ 10", "costs \\$5 and 50% of \\$ 10")]
    [InlineData("``Quoted'' --- and `single'", "“Quoted” — and ‘single'")]
    public void Tex_in_text_becomes_text(string tex, string markdown) => Assert.Equal(markdown, MarkdownText.OfTex(tex, new ImportNotes()));

    [Theory]
    [InlineData("date={2021-02-30}", "a part of the date '2021-02-30', which cannot be read")]
    [InlineData("year=2021, month={Spring}", "a part of the date 'Spring', which cannot be read")]
    [InlineData("year={in press}", "the date 'in press', which cannot be read")]
    [InlineData("year=2021, journal=unknownmacro", "what 'unknownmacro' stands for: the file has no such @string")]
    [InlineData("year=2021, crossref={none}", "what 'none' has, to which the entry refers: the file has no such entry")]
    public void What_cannot_be_read_is_told(string fields, string lost) =>
        Assert.Equal(lost, Assert.Single(
            Assert.Single(ImportedText.Read("x.bib", $"@article{{k, title={{T}}, {fields}, abstract={{A.}}}}")).Notes.Losses).English);

    [Fact]
    public void What_an_entry_has_no_place_for_is_listed()
    {
        var items = ImportedText.Read("x.bib", """
            @inproceedings{a, title={A}, booktitle={Proc}, year=2020, pages={1--2}, editor={E}, note={Best paper}, timestamp={x}, abstract={A.}}
            @article{b, title={B}, journal={CoRR}, volume={abs/2205.14136}, year=2022, pages={1--2}, abstract={A.}}
            @article{c, crossref={c}, title={C}, year=2022, abstract={A.}}
            """);

        Assert.Equal(["editor note pages", "pages", ""], items.Select(item => string.Join(' ', item.Unmapped)));
        Assert.Null(items[2].Draft!.Venue);
    }

    [Theory]
    [InlineData("?`Que? !`Hola!", "¿Que? ¡Hola!")]
    [InlineData("Code \\verb|a_b| and \\num{5}", "Code `a_b` and 5")]
    [InlineData("We \\begin{itemize}\\item one \\item two\\end{itemize} end", "We\n\n• one\n\n• two\n\nend")]
    public void Environments_and_signs_of_tex(string tex, string markdown) =>
        Assert.Equal(markdown, ImportedText.Bib($"year=2020, abstract={{{tex}}}").Body);

    [Fact]
    public void A_record_of_ris_that_the_next_one_cuts_off_is_read_and_one_at_the_end_is_not()
    {
        var items = ImportedText.Read(
            "x.ris", "TY  - JOUR\nTI  - One\nAB  - Text.\nPB  - House\nTY  - JOUR\nTI  - Two\nAB  - Text.\nER  - \nTY  - JOUR\nTI  - T\n");

        Assert.Equal(["One", "Two", null], items.Select(item => item.Draft?.Title));
        Assert.Equal(["PB"], items[0].Unmapped);
    }

    [Fact]
    public void Ris_with_its_dates_and_ids()
    {
        var draft =
            ImportedText.Draft(
                "x.ris",
                "TY  - JOUR\nTI  - A $x^2$ title\nAU  - Smith, John, Jr.\nAU  - Li, Ivan\nPY  - 2021\nDA  - 2021/06/12/\nDO  - "
                + "https://doi.org/10.1000/ris\nJO  - arXiv\nAN  - arXiv:2106.01234\nKW  - one\ntwo\nAB  - Text\n\nthat goes on.\nUR  - "
                + "not an address\nER  - \n");

        Assert.Equal(
            ("A $x^2$ title", "2106.01234", "10.1000/ris", new DateOnly(2021, 6, 12)),
            (draft.Title, draft.Arxiv, draft.Doi, draft.Day!.Value));
        Assert.Equal(["John Smith Jr.", "Ivan Li"], draft.Authors);
        Assert.Equal(["one", "two"], draft.Tags);
        Assert.Null(draft.Venue);
        Assert.Null(draft.Url);
    }

    [Fact]
    public void A_file_without_entries_is_of_another_format()
    {
        Assert.Throws<UnknownFormatException>(() => ImportedText.Read("x.bib", "{\"title\": \"JSON\"}"));
        Assert.Throws<UnknownFormatException>(() => ImportedText.Read("x.ris", "@article{a, title={T}}"));
        Assert.Empty(BibtexParser.Parse("% only a comment, mail a@b.example"));
    }
}
