using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Architecture;

/// <summary>Holds the table of folders in docs/architecture.md against the code: who may use whom, and which library belongs to which folder.</summary>
public partial class FolderTests
{
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Diagnostics"] = [],
        ["Model"] = [],
        ["FileSystem"] = [],
        ["Threading"] = [],
        ["Content"] = ["Model"],
        ["Language"] = [],
        ["Markdown"] = ["Model", "Markdown/Formulas", "Markdown/Typography", "Markdown/Highlighting"],
        ["Markdown/Formulas"] = ["Threading"],
        ["Markdown/Typography"] = [],
        ["Markdown/Highlighting"] = [],
        ["Site"] = ["Model", "Markdown/Typography"],
        ["Search"] = ["Model", "Language"],
        ["Rendering"] = ["Model", "Site", "Threading"],
        ["Build"] = ["Model", "FileSystem", "Content", "Markdown", "Markdown/Formulas", "Site", "Rendering", "Search"],
        ["Explain"] = ["Model", "FileSystem", "Site", "Rendering", "Build"],
        ["Check"] = ["Model", "FileSystem", "Content", "Markdown", "Markdown/Formulas", "Site", "Rendering", "Build"],
        ["Import"] = ["Model", "FileSystem", "Content", "Site", "Build", "Check"],
        ["Starter"] = ["FileSystem", "Rendering", "Import"],
        ["Deploy"] = ["FileSystem", "Build"],
    };

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
        ["System.IO.Hashing"] = ["FileSystem", "Build"],
    };

    [Fact]
    public void Every_folder_uses_only_what_stands_in_its_row()
    {
        var found = Sources()
            .SelectMany(source => Uses().Matches(source.Text).Select(use => (source.Folder, source.Name, Uses: Row(use.Groups[1].Value.Replace('.', '/')))))
            .Where(use => use.Uses != use.Folder && use.Uses != "Diagnostics" && !May[use.Folder].Contains(use.Uses))
            .Select(use => $"{use.Folder}/{use.Name} uses {use.Uses}");
        Assert.Equal([], found);
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
            where Regex.IsMatch(source.Text, $@"\b(using |global::){Regex.Escape(library.Key)}\b|\b{Regex.Escape(library.Key)}\.[A-Z]") && !library.Value.Contains(source.Folder)
            select $"{source.Folder}/{source.Name} uses {library.Key}";
        Assert.Equal([], found);
    }

    [Fact]
    public void Only_the_file_system_folder_touches_files()
    {
        var found = Sources().Where(source => source.Folder != "FileSystem" && Files().IsMatch(source.Text)).Select(source => $"{source.Folder}/{source.Name}");
        Assert.Equal([], found);
    }

    [Fact]
    public void No_bytes_depend_on_clock_culture_or_chance()
    {
        // The secret is random by its purpose, and no byte of a site depends on it.
        var found = Sources().Where(source => source.Name != "UserSecret.cs" && Chance().IsMatch(source.Text)).Select(source => $"{source.Folder}/{source.Name}");
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
        Assert.Equal([], names.Where(name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)));
        var used = Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src", "AiDigest.Preview"), "*.cs")
            .SelectMany(file => Uses().Matches(File.ReadAllText(file)))
            .Select(use => Row(use.Groups[1].Value.Replace('.', '/'))).Distinct().Order();
        Assert.Equal(["Build", "Content", "Diagnostics", "FileSystem", "Markdown", "Markdown/Formulas", "Model", "Rendering", "Site"], used);
    }

    private static IEnumerable<(string Folder, string Name, string Text)> Sources()
    {
        var core = Path.Combine(Checkout.Root, "src", "AiDigest.Core");
        return Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(core, file).Replace('\\', '/').Split('/'))
            .Where(parts => parts[0] is not ("bin" or "obj") && parts.Length > 1)
            .Select(parts => (Row(string.Join('/', parts)), parts[^1], File.ReadAllText(Path.Combine([core, .. parts]))));
    }

    /// <summary>The row of the table that a path or namespace below AiDigest.Core belongs to: the longest that it begins with, or its first part.</summary>
    private static string Row(string path) =>
        May.Keys.Where(row => path == row || path.StartsWith(row + "/", StringComparison.Ordinal)).MaxBy(row => row.Length) ?? path.Split('/')[0];

    [GeneratedRegex(@"AiDigest\.Core\.([A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)*)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"(?<![A-Za-z.])(File|Directory)\.(Read|Write|Open|Exists|Delete|Move|Copy|Create|Append|Replace|Set|Get|Enumerate)|new (FileStream|FileInfo|DirectoryInfo)\(")]
    private static partial Regex Files();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|new Random\(|Random\.Shared|CultureInfo\.Current|Guid\.NewGuid|Environment\.NewLine")]
    private static partial Regex Chance();
}
