namespace AiDigest.Tests.Fixtures;

/// <summary>
/// A site whose every text is as long as it can be: titles, names and addresses of hundreds of letters without a space, 40 tags and 60
/// authors an entry, formulas, tables and code wider than any screen.
/// </summary>
internal static class HostileSite
{
    private const int Tags = 40;
    private const int Authors = 60;

    private static readonly string Word = Repeat("сверхдлинноеслово", 18)[..300];
    private static readonly string Link = "https://example.org/" + new string('a', 280);
    private static readonly string Name = Repeat("Александрийскопетербуржский", 4)[..80];

    public static ScratchSite Make(string url)
    {
        var site = new ScratchSite().Settings($$"""
            title: {{Repeat("Дайджест", 10)}}
            tagline: {{Repeat("подзаголовок", 12)}}
            url: {{url}}
            author: {{Name}}
            page_size: 3
            day_max: 3
            pair_min: 7
            outputs: [home, papers, tags, pairs, related, archive, authors, pages, search, atom, rss, bibtex]
            menu:
              - {title: {{Repeat("Раздел", 13)}}, to: /tags/}
              - {title: Архив, to: /archive/}
              - {title: Авторы, to: /authors/}
              - {title: Поиск, to: /search/}
              - {title: О проекте, to: /about/}
            """);
        site.Add("content/tags.yaml", $"wide:\n  title: {Repeat("Ж", 80)}\n  description: {Word}\n");
        site.Add("content/pages/about.md", $"---\ntitle: {Word}\n---\n\n{Body}");
        site.Add("content/papers/tall.png", Png.Transparent(300, 3000));
        string[] titles = [Word, Link, new string('W', 300), Repeat("Обычный заголовок ", 12).Trim()];
        for (var i = 0; i < 8; i++)
        {
            // Three days: one that needs a page more, and two with long neighbours.
            var day = i < 5 ? 10 : 10 + i;
            site.Add($"content/papers/{i}.md", $"""
                ---
                title: "{titles[i % titles.Length]}"
                date: 2026-09-{day}
                slug: {(i == 0 ? "all" : $"{i}-" + new string('s', 98))}
                tags: [wide, pair, {Listed(i == 0 ? Tags - 2 : 3, Tag)}]
                {(i % 2 == 0 ? Facts : $"authors: [{Listed(3, Author)}]")}
                ---

                {(i == 0 ? Body + "\n\n![Высокий рисунок](tall.png \"Подпись\")" : Word)}
                """);
        }

        return site;
    }

    private static string Facts => $"""
        takeaway: "{Word}"
        authors: [{Listed(Authors, Author)}]
        paper_title: "{Word}"
        venue: {new string('V', 120)}
        arxiv: 2609.10000
        doi: 10.1000/{new string('d', 100)}
        url: {Link}
        code: [https://example.org/1, https://example.org/2, https://example.org/3]
        project: https://example.org/project
        model: https://example.org/model
        dataset: https://example.org/data
        by: "{Name}"
        reviewed_by: "{Name}"
        corrections: [{"{"}date: 2026-10-01, text: "{Word}"{"}"}]
        """;

    private static string Body => $"""
        {Word} и {Link} стоят в тексте, `{new string('c', 150)}` тоже,
        [ссылка {new string('w', 200)}](https://example.org/{new string('b', 200)}).

        ## {Word[..120]}

        ### {Link}

        | {string.Join(" | ", Enumerable.Range(1, 14).Select(i => $"Колонка{i}"))} |
        |{Repeat(":-:|", 14)}
        | {string.Join(" | ", Enumerable.Range(1, 14).Select(i => $"значение{i}"))} |

        | Метод | {Repeat("Показатель", 10)} |
        |---|---|
        | {Repeat("Название", 15)} | 1 |

        ```python
        {string.Join(" + ", Enumerable.Range(1, 80).Select(i => $"value_{i}"))}
        ```

        $$\sum_{"{i=1}"}^n {Sum("x", 50)} = 0$$

        Внутри строки ${Sum("y", 40)}$ тоже.

        1. раз
           - два
             - три
               > цитата {Word}

        Термин{Repeat("термин", 20)}
        :   Определение{Repeat("определение", 20)}

        Сноска[^1].

        [^1]: {Link} {Word}
        """;

    private static string Tag(int i) => i % 2 == 0 ? $"{i}{Repeat("тегсочень", 9)}"[..80] : $"{i} обычный тег";

    private static string Author(int i) => i % 2 == 0 ? $"{i}{Name}"[..80] : $"Имя Фамилия {i}";

    private static string Sum(string letter, int most) => string.Join(" + ", Enumerable.Range(1, most).Select(i => $"{letter}_{{{i}}}"));

    private static string Listed(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(0, count).Select(i => $"\"{item(i)}\""));

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
