using System.Globalization;
using System.Text;

namespace AiDigest.Tests.Fixtures;

/// <summary>Changes a site at random, in every way that an incremental build must notice.</summary>
internal sealed class RandomEdits
{
    private static readonly string[] Tags = ["rl", "RL", "diffusion", "agents", "обучение с подкреплением", "C++", "новый тег"];

    private readonly SampleSite _site;
    private readonly Random _random;
    private readonly (string Name, Action Do)[] _kinds;
    private Dictionary<string, byte[]> _before = [];
    private int _number;

    public RandomEdits(SampleSite site, Random random)
    {
        _site = site;
        _random = random;
        _kinds =
        [
            ("text", () => Change(Paper(), text => text + $"\nАбзац {_number}.\n")),
            ("same text", () => Change(Paper(), text => text.TrimEnd() + "\n")),
            ("heading", () =>
                Change(Paper(), text =>
                    text.Contains("## Глава", StringComparison.Ordinal)
                        ? text.Replace("## Глава", "## Раздел", StringComparison.Ordinal)
                        : text + "\n## Глава\n")),
            ("first words", () => Change(Paper(), text => text.Replace("---\n\n", $"---\n\nНачало {_number}. ", StringComparison.Ordinal))),
            ("title", () => Change(Paper(), text => Line(text, "title", $"\"Имя {_number}\""))),
            ("tags", () => Change(Paper(), text => Line(text, "tags", $"[{string.Join(", ", Some(Tags))}]"))),
            ("date", () => Change(Paper(), text => Line(text, "date", Date()))),
            ("slug", () => Change(Paper(), text => Line(text, "slug", $"slug-{_number}"))),
            ("draft", () => Change(Paper(), text => Line(text, "draft", _random.Next(2) == 0 ? "true" : "false"))),
            ("authors", () => Change(Paper(), text => Line(text, "authors", _random.Next(2) == 0 ? "[Anna Bell]" : "[Carl Dow, Eve]"))),
            ("image", () => Change(Paper(), text => Line(Line(text, "image", "img.png"), "image_alt", $"рисунок {_number}"))),
            ("link", () => Change(Paper(), text => text + $"\n[Ссылка](one.md) и [файл](img.png).\n")),
            ("warning", () => Change(Paper(), text => text + "\n[x](javascript:1)\n")),
            ("add", () =>
                _site.Site.AddPaper($"new-{_number}", Date(), string.Join(", ", Some(Tags)), $"Новый {_number}, [один](one.md).")),
            ("delete", () => File.Delete(Full(Paper()))),
            ("rename", Rename),
            ("picture", () => Write("content/papers/img.png", [.. SampleSite.Picture, (byte)_number])),
            ("static", () => Write("content/static/deep/file.txt", Encoding.UTF8.GetBytes($"{_number}"))),
            ("page", () => Change("content/pages/about.md", text => text + $"\n{_number}\n")),
            ("settings", () =>
                Change("content/site.yaml", text =>
                    Line(text, Some(["page_size", "feed_size", "author_min"])[0], _random.Next(1, 4)
                        .ToString(CultureInfo.InvariantCulture)))),
            ("site title", () => Change("content/site.yaml", text => Line(text, "tagline", $"\"Слова {_number}\""))),
            ("markdown", () =>
                Change("content/site.yaml", text =>
                    Line(text, Some(["math", "highlight", "typography"])[0], _random.Next(2) == 0 ? "true" : "false"))),
            ("outputs", () =>
                Change("content/site.yaml", text => Line(
                    text, "outputs",
                    $"[{string.Join(", ", Some(["home", "papers", "tags", "archive", "pages", "search", "atom", "json", "bibtex"]))}]"))),
            ("registry", () =>
                Write("content/tags.yaml",
                    Encoding.UTF8.GetBytes(
                        $"rl:\n  title: RL {_number}\n  aliases: [обучение с подкреплением]\nagents:\n  description: Агенты {_number}\n"))),
            ("words", () =>
                Write("templates/strings.ru.yaml",
                    Encoding.UTF8.GetBytes($"not_found.text: Нет {_number}\ntags.heading: Теги {_number % 3}\n"))),
            ("layout", () =>
                Write("templates/layouts/opml.xml", Encoding.UTF8.GetBytes($"<opml version=\"2.0\"><!-- {_number} --></opml>\n"))),
            ("partial", () =>
                Write($"templates/partials/{Some(["ways", "foot", "tags", "head-extra"])[0]}.html",
                    Encoding.UTF8.GetBytes($"<!-- {_number % 4} -->\n"))),
            ("including", () =>
                Write("templates/partials/head-extra.html",
                    Encoding.UTF8.GetBytes("{{ $name = 'ways' }}{{ include ('partials/' + $name + '.html') }}"))),
            ("asset", () => Write("templates/assets/style.css", Encoding.UTF8.GetBytes($"body {{ margin: {_number}px }}\n"))),
            ("own theme gone", () => Delete(Full("templates"))),
            ("same size and time", SameSizeAndTime),
            ("base url", () => _site.BaseUrl = Some([null, "https://a.example/", "https://b.example/sub/"])[0]),
            ("drafts", () => _site.Drafts = !_site.Drafts),
            ("future", () => _site.Future = !_site.Future),
            ("now", () => _site.Now = _site.Now.AddDays(_random.Next(-8, 9))),
            ("output changed", DamageOutput),
            ("output deleted", () => File.Delete(Output())),
            ("cache lost", () => Delete(Path.Combine(_site.Site.Root, ".aidigest"))),
            ("nothing", () => { }),
        ];
    }

    /// <summary>Makes one change and tells which.</summary>
    public string Next()
    {
        _number++;
        _before = Sources();
        var (name, change) = _kinds[_random.Next(_kinds.Length)];
        change();
        return name;
    }

    /// <summary>Restores the sources as they were before the last change.</summary>
    public void TakeBack()
    {
        Delete(Full("content"));
        Delete(Full("templates"));
        foreach (var (path, bytes) in _before)
        {
            Write(path, bytes);
        }
    }

    private Dictionary<string, byte[]> Sources() => new[] { "content", "templates" }
        .Where(folder => Directory.Exists(Full(folder)))
        .SelectMany(folder => Directory.GetFiles(Full(folder), "*", SearchOption.AllDirectories))
        .ToDictionary(file => Path.GetRelativePath(_site.Site.Root, file).Replace('\\', '/'), File.ReadAllBytes);

    private string Full(string path) => Path.Combine(_site.Site.Root, path);

    private void Write(string path, byte[] bytes) => _site.Site.Add(path, bytes);

    private void Change(string path, Func<string, string> change) =>
        Write(path, Encoding.UTF8.GetBytes(change(File.ReadAllText(Full(path)))));

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private T[] Some<T>(T[] items)
    {
        var shuffled = items.ToArray();
        _random.Shuffle(shuffled);
        return shuffled[..Math.Max(1, _random.Next(Math.Min(4, items.Length)))];
    }

    private string Paper() =>
        Some(Directory.GetFiles(Full("content/papers"), "*.md").Order(StringComparer.Ordinal).ToArray())[0][(_site.Site.Root.Length + 1)..]
            .Replace('\\', '/');

    private string Output() => Some(Directory.GetFiles(_site.Site.Output, "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith("manifest", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray())[0];

    private string Date() => new DateOnly(2026, 11, 20).AddDays(_random.Next(-12, 12)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Sets a key of front matter or settings, instead of what it was.</summary>
    private static string Line(string text, string key, string value)
    {
        var lines = text.Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        if (at >= 0)
        {
            lines[at] = $"{key}: {value}";
        }
        else
        {
            lines.Insert(1, $"{key}: {value}");
        }

        return string.Join('\n', lines);
    }

    private void Rename()
    {
        var old = Path.GetFileName(Paper());
        var name = $"renamed-{_number}.md";
        File.Move(Full("content/papers/" + old), Full("content/papers/" + name));
        foreach (var path in Sources().Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal)))
        {
            Change(path, text =>
                text.Replace($"({old}", $"({name}", StringComparison.Ordinal).Replace($"/{old})", $"/{name})", StringComparison.Ordinal));
        }
    }

    private void SameSizeAndTime()
    {
        var path = Paper();
        var time = File.GetLastWriteTimeUtc(Full(path));
        Change(path, text => text.Replace('о', (char)('а' + (_number % 20))));
        File.SetLastWriteTimeUtc(Full(path), time);
    }

    private void DamageOutput()
    {
        var file = Output();
        var bytes = File.ReadAllBytes(file);
        if (bytes.Length > 0)
        {
            bytes[_random.Next(bytes.Length)] ^= 1;
        }

        File.WriteAllBytes(file, bytes);
    }
}
