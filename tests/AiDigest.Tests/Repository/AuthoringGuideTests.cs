using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Content;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>
/// What the author's guide shows is true: its examples build, its mistakes are told as it tells them, its tables are complete. A fence
/// whose first line names a path behind the language is a whole file; any other is a part of an entry, or what the tool prints.
/// </summary>
public partial class AuthoringGuideTests
{
    private const string Mistaken = "content/papers/2026/09/18/longformer.md";

    private const string Sound =
        """
        ---
        title: "Longformer: внимание в окне"
        date: 2026-09-18
        tags: [attention, acceleration]
        by: Анна Петрова
        ---

        Окно скользит по тексту.

        """;

    private static readonly string Guide = Checkout.ReadText("docs/authoring.ru.md");

    private static readonly List<Fence> Fences = [.. FencesOf(Guide)];

    [Fact]
    public void Whole_files_build_together_as_they_are()
    {
        using var site = WholeFiles();

        var report = site.Build();

        Assert.Equal([], report.Diagnostics.Where(found => found.Rule != Catalogue.NoSiteUrl).Select(Printed));
        Assert.Empty(report.Skipped);
        string[] promised =
        [
            "papers/flash-attention/index.html", "papers/linformer/index.html", "papers/performer/index.html",
                "papers/flash-attention-2/index.html",
            "papers/flash-attention-2/speed.png", "papers/flash-attention-2/runs.csv", "papers/fa2/index.html", "tags/cpp/index.html",
                "about/index.html",
        ];
        Assert.All(promised, path => Assert.True(site.Has(path), path));
    }

    [Fact]
    public void Every_fence_that_begins_as_a_file_says_which()
    {
        var files = Fences.FindAll(fence => fence.Text.StartsWith("---\n", StringComparison.Ordinal));
        Assert.NotEmpty(files);
        Assert.All(files, fence => Assert.StartsWith("content/", fence.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Parts_of_an_entry_have_no_mistake()
    {
        var parts = Fences.Where(fence => fence.Path.Length == 0 && fence.Language is "yaml" or "markdown").ToList();
        Assert.NotEmpty(parts);
        foreach (var part in parts)
        {
            var source = part.Language == "yaml"
                ? Sound.Replace("by: ", part.Text + "by: ", StringComparison.Ordinal)
                : Sound + "\n" + part.Text;
            using var site = new ScratchSite().Settings("url: https://example.org/").Add(Mistaken, source);
            Assert.Equal([], site.Build().Diagnostics.Select(Printed));
        }
    }

    [Fact]
    public void Mistakes_are_reported_as_the_guide_shows_them()
    {
        const string Title = "title: \"Longformer: внимание в окне\"";
        (string From, string To)[] mistakes =
        [
            (Title, "title: Longformer: внимание в окне"),
            (Title, "title: Longformer — наш #1 за неделю"),
            ("by: Анна Петрова", "arxive: 2004.05150"),
            ("date: 2026-09-18\n", ""),
            ("[attention, acceleration]", "attention, acceleration"),
            ("Окно скользит по тексту.", "[FlashAttention](flash-attention.md) считает внимание точно."),
            ("Окно скользит по тексту.", "![Окно](https://example.org/window.png)"),
        ];
        var told = mistakes.Select(mistake => Told(Mistaken, Sound.Replace(mistake.From, mistake.To, StringComparison.Ordinal))).ToList();
        told.Add(Told("content/papers/2026/09/21/longformer.md", Sound.Replace("внимание в окне", "ещё раз", StringComparison.Ordinal)));

        var shown = Fences.Where(fence => fence.Path.Length == 0 && fence.Text.Contains(": error AD", StringComparison.Ordinal))
            .Select(fence => fence.Text.TrimEnd());

        Assert.Equal(told.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_left_side_is_wrong_and_the_right_side_is_not()
    {
        var rows = CodePair().Matches(Section("Типичные ошибки"));
        Assert.True(rows.Count >= 8);
        foreach (var row in rows.AsEnumerable())
        {
            Assert.NotEmpty(Parsed(row.Groups[1].Value).Diagnostics);
            Assert.Empty(Parsed(row.Groups[2].Value).Diagnostics);
        }
    }

    [Fact]
    public void File_names_give_the_addresses_that_the_guide_says()
    {
        var rows = CodePair().Matches(Section("Имя файла и адрес"));
        Assert.NotEmpty(rows);
        foreach (var row in rows.AsEnumerable())
        {
            Assert.Equal(row.Groups[2].Value, $"/papers/{DefaultSlug.OfEntry("content/papers/" + row.Groups[1].Value)}/");
        }
    }

    [Fact]
    public void Every_key_is_in_its_table()
    {
        AssertListed("Поля записи", ValueFormats.Paper);
        AssertListed("Теги", ValueFormats.Tag);
        AssertListed("Страницы", ValueFormats.Page);
        AssertListed("Настройки сайта", ValueFormats.Settings);
        AssertNamed("День одним файлом", "entries:");
        AssertNamed("Поля записи", [.. ValueFormats.Correction.Select(field => $"`{field.Name}`")]);
        AssertNamed(
            "Настройки сайта",
            [.. ValueFormats.Limits.Concat(ValueFormats.MenuItem).Select(field => $"`{field.Name}`"),
            .. OutputKind.Names.Select(name => $"`{name}`")]);
    }

    [Fact]
    public void Required_keys_are_marked()
    {
        foreach (var (section, fields) in new[] { ("Поля записи", ValueFormats.Paper), ("Страницы", ValueFormats.Page) })
        {
            var marked = Row().Matches(Section(section)).Where(row => row.Groups[2].Value.Split('|')[1].Trim() == "да")
                .Select(row => row.Groups[1].Value);
            Assert.Equal(fields.Where(field => field.Presence == Presence.Required && field.Name != "body")
                .Select(field => field.Name), marked);
        }
    }

    [Fact]
    public void Every_id_is_in_the_catalogue_and_those_of_warnings_are_warnings()
    {
        var rules = Catalogue.All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        Assert.All(Id().Matches(Guide), id => Assert.Contains(id.Value, rules.Keys));
        Assert.All(Id().Matches(Section("Предупреждения")), id => Assert.Equal(Severity.Warning, rules[id.Value].Severity));
    }

    [Fact]
    public void Links_within_the_guide_lead_to_its_headings()
    {
        var text = Fences.Aggregate(Guide, (guide, fence) => guide.Replace(fence.Text, "", StringComparison.Ordinal));
        var headings = HeadingLine().Matches(text)
            .Select(heading => NotOfAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-')).ToHashSet();
        Assert.All(CodeSpan().Replace(text, "").Split("](#").Skip(1), link =>
            Assert.Contains(link[..link.IndexOf(')', StringComparison.Ordinal)], headings));
    }

    private static ScratchSite WholeFiles()
    {
        var site = new ScratchSite();
        foreach (var fence in Fences.Where(fence => fence.Path.Length > 0))
        {
            site.Add(fence.Path, fence.Text);
        }

        foreach (var name in (string[])["speed.png", "runs.csv"])
        {
            site.Add("content/papers/2026/09/16/flash-attention-2/" + name, name);
        }

        return site;
    }

    /// <summary>What the tool prints of a file in the company of those of the guide.</summary>
    private static string Told(string path, string source)
    {
        using var site = WholeFiles().Add(Mistaken, Sound).Add(path, source);
        return string.Join('\n', site.Build().Diagnostics.Select(Printed));
    }

    private static string Printed(Diagnostic found)
    {
        var severity = found.Rule.Severity == Severity.Error ? "error" : "warning";
        var line = found.SourceLine ?? "";
        var caret = new string(' ', found.Column - 1)
            + new string('^', Math.Max(1, Math.Min(found.Length, line.Length - found.Column + 1)));
        return FormattableString.Invariant($"{found.Path}:{found.Line}:{found.Column}: {severity} {found.Rule.Id}: {found.Text.Russian}")
            + (line.Length > 0 ? $"\n  {line}\n  {caret}" : "")
            + (found.Fixed is { } fixedText ? $"\n  правильно: {fixedText}" : "");
    }

    /// <summary>An entry with this line in the place of that with the same key.</summary>
    private static Parsed<IReadOnlyList<ParsedEntry>> Parsed(string line)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var lines = Sound.Split('\n').ToList();
        var old = lines.FindIndex(other => other.StartsWith(key + ":", StringComparison.Ordinal));
        if (old > 0)
        {
            lines[old] = line;
        }
        else
        {
            lines.Insert(1, line);
        }

        return EntryParser.Markdown(Mistaken, Encoding.UTF8.GetBytes(string.Join('\n', lines)), new Limits());
    }

    private static void AssertListed(string section, IReadOnlyList<Field> fields) =>
        Assert.Equal(fields.Select(field => field.Name), Row().Matches(Section(section)).Select(row => row.Groups[1].Value));

    private static void AssertNamed(string section, params string[] names) =>
        Assert.All(names, name => Assert.Contains(name, Section(section), StringComparison.Ordinal));

    private static string Section(string heading)
    {
        var start = Guide.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"the guide has no section '{heading}'");
        var end = NextSection().Match(Guide, start + 4);
        return Guide[start..(end.Success ? end.Index : Guide.Length)];
    }

    private static IEnumerable<Fence> FencesOf(string markdown)
    {
        var lines = markdown.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (FenceLine().Match(lines[i]) is { Success: true } fence)
            {
                var end = Array.IndexOf(lines, fence.Groups[1].Value, i + 1);
                yield return new Fence(
                    fence.Groups[2].Value, fence.Groups[3].Value, string.Concat(lines[(i + 1)..end].Select(line => line + "\n")));
                i = end;
            }
        }
    }

    [GeneratedRegex("^(```+)([a-z]*) ?(.*)$")]
    private static partial Regex FenceLine();

    [GeneratedRegex(@"^\| `([^`]+)` \|(.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| `([^`]+)` \| `([^`]+)`", RegexOptions.Multiline)]
    private static partial Regex CodePair();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex HeadingLine();

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex NextSection();

    [GeneratedRegex(@"[^\w -]")]
    private static partial Regex NotOfAnchor();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\bAD\d{4}\b")]
    private static partial Regex Id();

    private sealed record Fence(string Language, string Path, string Text);
}
