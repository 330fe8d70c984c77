using System.Globalization;
using System.Text;

namespace AiDigest.Benchmarks.Site;

/// <summary>
/// A made-up digest: the same number of entries gives the same bytes everywhere. 5 to 25 entries a day, going back from a fixed day; from
/// one to six of 300 tags each, chosen as tags of real digests are: the first is on about two entries of five, the last on a few of a
/// thousand.
/// </summary>
internal static class Corpus
{
    private const int Tags = 300;

    private static readonly DateOnly Newest = new(2026, 11, 1);

    private static readonly string[] ModelStarts =
        ["Neuro", "Flash", "Sparse", "Deep", "Hyper", "Meta", "Long", "Flow", "Graph", "Quant", "Nova", "Terra", "Echo", "Swift"];

    private static readonly string[] ModelEnds =
        ["Former", "Net", "LM", "Diff", "Bench", "Mamba", "Tune", "Coder", "Judge", "Router", "Cache", "Prune", "World"];

    private static readonly string[] Topics =
        ["генерация видео", "поиск ошибок", "сжатие моделей", "оценка рассуждений", "разметка изображений", "синтез речи",
            "проверка фактов"];

    private static readonly string[] People =
        ["Anna Ivanova", "Wei Zhang", "Maria Garcia", "Yuki Tanaka", "Pavel Smirnov", "Priya Singh", "Jun Chen", "Lucas Silva",
            "Olga Petrova", "David Müller"];

    /// <param name="sourceKey">The key of the paper's address: peers take <c>source</c>, since <c>url</c> means the page's own address to
    /// some.</param>
    /// <returns>Bytes written.</returns>
    public static long Write(string folder, int entries, string sourceKey)
    {
        var chance = new Chance(1);
        var prose = new Prose(chance);
        var weights = Weights();
        var (bytes, written) = (0L, 0);
        for (var day = Newest; written < entries; day = day.AddDays(-1))
        {
            var folderOfDay = Path.Combine(folder, day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture));
            Directory.CreateDirectory(folderOfDay);
            for (var count = chance.Between(5, 25); count > 0 && written < entries; count--, written++)
            {
                var model = chance.Of(ModelStarts) + chance.Of(ModelEnds);
                var text = Encoding.UTF8.GetBytes(Entry(chance, prose, weights, model, day, count, written, sourceKey));
                File.WriteAllBytes(Path.Combine(folderOfDay, $"{model.ToLowerInvariant()}-{entries - written}.md"), text);
                bytes += text.Length;
            }
        }

        return bytes;
    }

    /// <summary>One more entry, newer than all others, with this word in its body.</summary>
    public static string Added(string word, string sourceKey) =>
        $"---\ntitle: \"Добавленная запись {word}\"\ndate: {Newest:yyyy-MM-dd}T23:00:00Z\ntags: [tag-001, tag-002, tag-030]\narxiv: "
        + $"\"2611.09999\"\nauthors: [\"Anna Ivanova\"]\n" +
        $"{sourceKey}: https://arxiv.org/abs/2611.09999\n---\n\nВ этой записи есть слово {word}.\n";

    /// <summary>The first entry on the site.</summary>
    public static string NewestFile(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, Newest.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), "*.md")
            .MaxBy(file => (File.ReadLines(file).First(line => line.StartsWith("date:", StringComparison.Ordinal)), file))!;

    public static int TagsOf(string file) =>
        File.ReadLines(file).First(line => line.StartsWith("tags:", StringComparison.Ordinal)).Count(c => c == ',') + 1;

    private static string Entry(
        Chance chance, Prose prose, int[] weights, string model, DateOnly day, int count, int number, string sourceKey)
    {
        var arxiv = string.Create(CultureInfo.InvariantCulture, $"{day:yyMM}.{1 + number % 99999:00000}");
        var people = Enumerable.Range(0, chance.Between(1, 8)).Select(_ => chance.Of(People)).Distinct().ToList();
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"---\ntitle: \"{model}-{number}: {chance.Of(Topics)} и {chance.Of(Topics)} без потери качества\"\n");
        text.Append(CultureInfo.InvariantCulture, $"date: {day:yyyy-MM-dd}T{6 + count / 2:00}:{count % 2 * 30:00}:00Z\n");
        text.Append(CultureInfo.InvariantCulture, $"tags: [{string.Join(", ", Chosen(chance, weights))}]\narxiv: \"{arxiv}\"\nauthors:\n");
        foreach (var person in people)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - \"{person}\"\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{sourceKey}: https://arxiv.org/abs/{arxiv}\n");
        text.Append(chance.Percent(40) ? $"code: https://github.com/example/{model.ToLowerInvariant()}\n" : "");
        return text.Append(CultureInfo.InvariantCulture, $"---\n\n{prose.Body(model)}\n").ToString();
    }

    private static List<string> Chosen(Chance chance, int[] weights)
    {
        var want = chance.Below(100) switch { < 8 => 1, < 26 => 2, < 54 => 3, < 78 => 4, < 92 => 5, _ => 6 };
        var chosen = new List<string>();
        while (chosen.Count < want)
        {
            var at = Array.BinarySearch(weights, chance.Below(weights[^1]));
            var tag = string.Create(CultureInfo.InvariantCulture, $"tag-{(at < 0 ? ~at : at + 1) + 1:000}");
            if (!chosen.Contains(tag))
            {
                chosen.Add(tag);
            }
        }

        return chosen;
    }

    /// <summary>Sums of 1/rank: a tag is the rarer the later it comes (Zipf).</summary>
    private static int[] Weights()
    {
        var sums = new int[Tags];
        var sum = 0;
        for (var rank = 1; rank <= Tags; rank++)
        {
            sums[rank - 1] = sum += 1_000_000 / rank;
        }

        return sums;
    }
}
