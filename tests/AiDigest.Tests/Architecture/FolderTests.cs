using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>
/// Holds the table of folders in docs/architecture.md against the code: who may use whom, and which library belongs to which folder.
/// </summary>
public partial class FolderTests
{
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Diagnostics"] = [],
        ["Model"] = [],
        ["FileSystem"] = [],
        ["Threading"] = [],
        ["Compression"] = [],
        ["Content"] = ["Model"],
        ["Language"] = [],
        ["Markdown"] = ["Model", "Markdown/Formulas", "Markdown/Typography", "Markdown/Highlighting"],
        ["Markdown/Formulas"] = ["Threading"],
        ["Markdown/Typography"] = [],
        ["Markdown/Highlighting"] = [],
        ["Site"] = ["Model", "Language", "Markdown/Typography"],
        ["Search"] = ["Model", "Language"],
        ["Rendering"] = ["Model", "Site", "Threading"],
        ["Build"] = ["Model", "FileSystem", "Content", "Markdown", "Markdown/Formulas", "Site", "Rendering", "Search", "Compression"],
        ["Explain"] = ["Model", "FileSystem", "Site", "Rendering", "Build"],
        ["Check"] = ["Model", "FileSystem", "Content", "Markdown", "Markdown/Formulas", "Site", "Rendering", "Build"],
        ["Import"] = ["Model", "FileSystem", "Content", "Site", "Build", "Check"],
        ["Starter"] = ["FileSystem", "Rendering", "Import"],
        ["Deploy"] = ["FileSystem", "Build"],
        ["Announce"] = ["Model", "FileSystem", "Content", "Site", "Build"],
    };

    private const string CacheFolder = "Build/Cache";

    /// <summary>The records and enumerations that the cache hands out.</summary>
    private static readonly string[] CacheValues =
    [
        "ChangeScope", "ContentChange", "Decision", "KeyParts", "LastOutput", "OutputKey", "PageContents", "PageContentsSnapshot",
        "RenderReason", "SharedInput", "TemplateKey",
    ];

    private static readonly Dictionary<string, string[]> Libraries = new()
    {
        ["YamlDotNet"] = ["Content"],
        ["Markdig"] = ["Markdown"],
        ["Jint"] = ["Markdown/Formulas"],
        ["Acornima"] = ["Markdown/Formulas", "Rendering"],
        ["Scriban"] = ["Rendering"],
        ["NUglify"] = ["Rendering"],
        ["NodaTime"] = ["Site"],
        ["Tomlyn"] = ["Import"],
        ["AngleSharp"] = ["Import"],
        ["System.IO.Hashing"] = ["FileSystem", "Build", "Compression"],
    };

    [Fact]
    public void Every_folder_uses_only_what_its_row_allows()
    {
        var found =
            from pair in SourceGraph.Uses
            where IsCore(pair.Key)
            from used in pair.Value
            let folder = Row(pair.Key.Folder)
            let other = Row(used.Folder)
            where other != folder && other != "Diagnostics" && !May[folder].Contains(other)
            select $"{pair.Key.Path} uses {used.Path}";
        Assert.Equal([], found);
    }

    /// <summary>
    /// Files of one folder with its sub-folders, by their row's first part, form no circle; nor do the files of the other projects.
    /// </summary>
    [Fact]
    public void Files_of_one_folder_form_no_circle()
    {
        var units = SourceGraph.Uses.GroupBy(pair => pair.Key.Unit).ToDictionary(
            unit => unit.Key,
            unit => unit.SelectMany(pair => pair.Value.Where(used => Capability(used) == Capability(pair.Key)).Select(used => used.Unit))
                .Distinct().ToArray());
        Assert.True(Circles(units) is [], string.Join("\n", Circles(units).Select(circle => string.Join(" -> ", circle))));
    }

    /// <summary>
    /// Other folders ask the cache through its one class and get values back. So a change of how the cache works touches this folder alone.
    /// </summary>
    [Fact]
    public void The_cache_has_one_door()
    {
        var named = SourceGraph.Uses.Where(pair => pair.Key.Folder != CacheFolder)
            .SelectMany(pair => pair.Value).Where(used => used.Folder == CacheFolder).Select(used => used.Unit.Split('/')[^1])
            .Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(CacheValues.Append("BuildCache").Order(StringComparer.Ordinal), named);
        var classes = SourceGraph.Files.Where(file => file.Folder == CacheFolder && CacheValues.Contains(file.Unit.Split('/')[^1]))
            .Where(file => Regex.IsMatch(
                Checkout.ReadText("src/" + file.Path), "^(public|internal) [a-z ]*(class|interface) ", RegexOptions.Multiline))
            .Select(file => file.Path);
        Assert.Equal([], classes);
    }

    /// <summary>
    /// A use counts through a using, from an enclosing namespace and relative to one, but not in a comment or between quotes.
    /// </summary>
    [Theory]
    [InlineData("using AiDigest.Core.Site;\nnamespace AiDigest.Core.Model;\nclass A { Entry B; }", true)]
    [InlineData("namespace AiDigest.Core.Model;\nclass A { Site.Entry B; }", true)]
    [InlineData("namespace AiDigest.Core.Model;\nclass A { void B() => Site.Entry.Make(); }", true)]
    [InlineData("namespace AiDigest.Core.Site.Tags;\nclass A { Entry B; }", true)]
    [InlineData("namespace AiDigest.Core.Model;\nclass A { Entry B; }", false)]
    [InlineData("namespace AiDigest.Core.Site;\nclass A { string B = \"Entry\"; } // Entry", false)]
    [InlineData("namespace AiDigest.Core.Site;\nclass A { string B = $\"{Entry.Name}\"; }", true)]
    public void A_use_is_found_however_it_is_written(string text, bool uses)
    {
        var used = SourceGraph.Parse("AiDigest.Core/Site/Entry.cs", "namespace AiDigest.Core.Site;\nclass Entry { }");
        Assert.Equal(uses, SourceGraph.UsedBy(SourceGraph.Parse("AiDigest.Core/Model/A.cs", text), [used]).Count == 1);
    }

    private static bool IsCore(ProductFile file) => file.Path.StartsWith("AiDigest.Core/", StringComparison.Ordinal);

    private static string Capability(ProductFile file) => IsCore(file) ? file.Folder.Split('/')[0] : file.Path.Split('/')[0];

    /// <summary>
    /// The groups of units that reach one another: the strongly connected components with more than one member (Tarjan 1972).
    /// </summary>
    private static List<List<string>> Circles(Dictionary<string, string[]> uses)
    {
        var (number, low, stack, circles) =
            (new Dictionary<string, int>(), new Dictionary<string, int>(), new Stack<string>(), new List<List<string>>());
        void Visit(string unit)
        {
            number[unit] = low[unit] = number.Count;
            stack.Push(unit);
            foreach (var used in uses[unit])
            {
                if (!number.TryGetValue(used, out var seen))
                {
                    Visit(used);
                    low[unit] = Math.Min(low[unit], low[used]);
                }
                else if (stack.Contains(used))
                {
                    low[unit] = Math.Min(low[unit], seen);
                }
            }

            if (low[unit] == number[unit])
            {
                var circle = new List<string>();
                do
                {
                    circle.Add(stack.Pop());
                }
                while (circle[^1] != unit);
                if (circle.Count > 1)
                {
                    circles.Add(circle);
                }
            }
        }

        foreach (var unit in uses.Keys.Order(StringComparer.Ordinal))
        {
            if (!number.ContainsKey(unit))
            {
                Visit(unit);
            }
        }

        return circles;
    }

    [Fact]
    public void Every_folder_is_in_the_table() =>
        Assert.Equal(May.Keys.Order(), Sources().Select(source => source.Folder).Distinct().Order());

    [Fact]
    public void A_library_stays_behind_its_folder()
    {
        var found =
            from source in Sources()
            from library in Libraries
            where Regex.IsMatch(source.Text, $@"\b(using |global::){Regex.Escape(library.Key)}\b|\b{Regex.Escape(library.Key)}\.[A-Z]")
                && !library.Value.Contains(source.Folder)
            select $"{source.Folder}/{source.Name} uses {library.Key}";
        Assert.Equal([], found);
    }

    [Fact]
    public void Only_the_file_system_folder_touches_files()
    {
        var found = Sources().Where(source => source.Folder != "FileSystem" && Files().IsMatch(source.Text))
            .Select(source => $"{source.Folder}/{source.Name}");
        Assert.Equal([], found);
    }

    [Fact]
    public void No_bytes_depend_on_clock_culture_or_chance()
    {
        // The secret is random by its purpose, and no byte of a site depends on it.
        var found = Sources().Where(source => source.Name != "UserSecret.cs" && Chance().IsMatch(source.Text))
            .Select(source => $"{source.Folder}/{source.Name}");
        Assert.Equal([], found);
    }

    [Fact]
    public void The_table_in_the_document_is_this_table()
    {
        var document = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "architecture.md"));
        foreach (var (folder, may) in May)
        {
            var row = Regex.Match(document, $@"^\| `{folder}` \|.*\| ([^|]*) \|$", RegexOptions.Multiline);
            Assert.True(row.Success, $"docs/architecture.md has no row for {folder}");
            var named = Regex.Matches(row.Groups[1].Value, "`([A-Za-z/]+)`").Select(name => name.Groups[1].Value).Order();
            Assert.Equal(may.Order(), named);
        }
    }

    [Fact]
    public void Only_the_preview_knows_the_web_server()
    {
        var names = typeof(AiDigest.Core.Build.SiteBuilder).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name ?? "");
        Assert.Equal(
            [], names.Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)));
        var used = SourceGraph.Uses.Where(pair => pair.Key.Path.StartsWith("AiDigest.Preview/", StringComparison.Ordinal))
            .SelectMany(pair => pair.Value).Where(IsCore).Select(file => Row(file.Folder)).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            ["Build", "Content", "Diagnostics", "FileSystem", "Markdown", "Markdown/Formulas", "Model", "Rendering", "Search", "Site"],
            used);
    }

    private static IEnumerable<(string Folder, string Name, string Text)> Sources()
    {
        var core = Path.Combine(Checkout.Root, "src", "AiDigest.Core");
        return Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(core, file).Replace('\\', '/').Split('/'))
            .Where(parts => parts[0] is not ("bin" or "obj") && parts.Length > 1)
            .Select(parts => (Row(string.Join('/', parts)), parts[^1], File.ReadAllText(Path.Combine([core, .. parts]))));
    }

    /// <summary>
    /// The row of the table that a path or namespace below AiDigest.Core belongs to: the longest that it begins with, or its first part.
    /// </summary>
    private static string Row(string path) =>
        May.Keys.Where(row => path == row || path.StartsWith(row + "/", StringComparison.Ordinal)).MaxBy(row => row.Length)
            ?? path.Split('/')[0];

    [GeneratedRegex(
        @"(?<![A-Za-z.])(File|Directory)\.(Read|Write|Open|Exists|Delete|Move|Copy|Create|Append|Replace|Set|Get|Enumerate)|new (FileStream|FileInfo|DirectoryInfo)\(")]
    private static partial Regex Files();

    [GeneratedRegex(
        @"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|new Random\(|Random\.Shared|CultureInfo\.Current|Guid\.NewGuid|Environment\.NewLine")]
    private static partial Regex Chance();
}
