using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Import;

namespace AiDigest.Core.Starter;

/// <summary>What the owner of a new site has said of it.</summary>
/// <param name="Url">Where it will be published; null: not known yet.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Day">The day of the first entry.</param>
public sealed record StarterAnswers(string Title, string? Url, string Language, DateOnly Day);

/// <param name="Made">Paths of the files that were written.</param>
/// <param name="Kept">Paths at which there was a file already; it was left alone.</param>
public sealed record StarterReport(ImmutableArray<string> Made, ImmutableArray<string> Kept);

/// <summary>
/// The files of a new site: settings with comments, one entry, a page, the publishing workflow, schemas for editors. They are templates
/// with <c>{{name}}</c>, carried in the tool. No file that exists is touched.
/// </summary>
public static class StarterSite
{
    /// <summary>Where each file goes. <c>*</c> stands for the language; the second name is that of the resource.</summary>
    private static readonly (string Path, string Resource)[] Files =
    [
        ("content/site.yaml", "starter/site.*.yaml"),
        ("content/tags.yaml", "starter/tags.*.yaml"),
        ("content/pages/about.md", "starter/about.*.md"),
        ("content/papers/{{folder}}/teacache.md", "starter/entry.*.md"),
        (".github/workflows/publish.yml", "starter/publish.yml"),
        (".gitignore", "starter/gitignore"),
        (".vscode/settings.json", "starter/settings.json"),
        (".vscode/schemas/day.json", "schemas/day.json"),
        (".vscode/schemas/entry.json", "schemas/entry.json"),
        (".vscode/schemas/papers.json", "schemas/papers.json"),
        (".vscode/schemas/site.json", "schemas/site.json"),
        (".vscode/schemas/tags.json", "schemas/tags.json"),
        ("README.md", "starter/README.*.md"),
    ];

    /// <summary>The files with their texts, by path in the site.</summary>
    public static IEnumerable<(string Path, byte[] Bytes)> Make(StarterAnswers answers)
    {
        (string Name, string Value)[] values =
        [
            ("title", YamlScalars.Scalar(answers.Title)),
            ("name", YamlScalars.Line(answers.Title)),
            ("url", answers.Url is { } url ? $"url: {url}" : "# url: https://user.github.io/digest/"),
            ("date", answers.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("folder", answers.Day.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)),
            ("time_zone", answers.Language == "ru" ? "Europe/Moscow" : "Etc/UTC"),
        ];
        foreach (var (path, resource) in Files)
        {
            yield return (
                Fill(path, values),
                Encoding.UTF8.GetBytes(Fill(Resource(resource.Replace("*", answers.Language, StringComparison.Ordinal)), values)));
        }
    }

    /// <summary>Writes the files into a folder that exists or not.</summary>
    /// <exception cref="IOException">The disk failed, or a folder on the way is a symbolic link.</exception>
    public static StarterReport Write(string folder, StarterAnswers answers, CancellationToken cancellation)
    {
        var (made, kept) = (new List<string>(), new List<string>());
        foreach (var (path, bytes) in Make(answers))
        {
            cancellation.ThrowIfCancellationRequested();
            (NewFiles.Create(folder, path, bytes) ? made : kept).Add(path);
        }

        return new StarterReport([.. made], [.. kept]);
    }

    // One pass, so that a title such as "{{date}}" stays a title.
    private static string Fill(string text, (string Name, string Value)[] values)
    {
        var filled = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var (name, value) =
                values.FirstOrDefault(value => text.AsSpan(at).StartsWith($"{{{{{value.Name}}}}}", StringComparison.Ordinal));
            filled.Append(name is null ? text[at].ToString() : value);
            at += name is null ? 1 : name.Length + 4;
        }

        return filled.ToString();
    }

    private static string Resource(string name)
    {
        using var stream = typeof(StarterSite).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The tool lacks {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
