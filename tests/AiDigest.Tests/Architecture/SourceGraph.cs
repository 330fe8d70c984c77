using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;

namespace AiDigest.Tests.Architecture;

/// <summary>One source file of the product with the types that it declares and the names that its code mentions.</summary>
/// <param name="Path">Below <c>src/</c>, with <c>/</c>.</param>
/// <param name="Names">Names that are not part of a longer name.</param>
/// <param name="Paths">Names joined by dots, which may begin with a namespace.</param>
internal sealed record ProductFile(
    string Path, string Namespace, IReadOnlyList<string> Usings, IReadOnlyList<string> Types, IReadOnlySet<string> Names,
    IReadOnlySet<string> Paths)
{
    /// <summary>Parts of one partial type count as one file: <c>Parser.Links.cs</c> is a part of <c>Parser.cs</c>.</summary>
    public string Unit => Path[..(Path.LastIndexOf('/') + 1)] + Path[(Path.LastIndexOf('/') + 1)..].Split('.')[0];

    /// <summary>The folder below its project; empty at its top.</summary>
    public string Folder => string.Join('/', Path.Split('/')[1..^1]);
}

/// <summary>
/// Which file of the product uses which. The main idea: a name in the code that is a type's, and that the file can see by its own namespace
/// or by a using, is a use of that type. So a use counts however it is written: through a using, or relative to the own namespace.
/// Alternative: ask the compiler. It knows more, but it is a package of 20 MB and takes as long as all these tests together.
/// </summary>
internal static partial class SourceGraph
{
    public static IReadOnlyList<ProductFile> Files { get; } = [.. Read()];

    /// <summary>Each file with the files that it uses.</summary>
    public static IReadOnlyDictionary<ProductFile, IReadOnlyList<ProductFile>> Uses { get; } = Link();

    private static IEnumerable<ProductFile> Read()
    {
        var src = Checkout.PathOf("src");
        foreach (var file in Directory.EnumerateFiles(src, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(src, file).Replace('\\', '/');
            if (path.Split('/')[1] is not ("bin" or "obj"))
            {
                yield return Parse(path, File.ReadAllText(file));
            }
        }
    }

    internal static ProductFile Parse(string path, string text)
    {
        var code = Code(text);
        return new ProductFile(
            path,
            NamespaceLine().Match(code) is { Success: true } found ? found.Groups[1].Value : "",
            [.. UsingLine().Matches(code).Select(match => match.Groups[1].Value)],
            [.. Declaration().Matches(code).Select(match => match.Groups[1].Value).Distinct()],
            Name().Matches(code).Select(match => match.Value).ToHashSet(),
            DottedName().Matches(code).Select(match => match.Value).ToHashSet());
    }

    /// <summary>
    /// The text without comments and without what is written between quotes; the code in holes of interpolated strings stays.
    /// </summary>
    private static string Code(string text) =>
        Aside().Replace(text, match => match.Groups["string"].Success && match.Value.StartsWith('$')
            ? " " + string.Join(' ', Hole().Matches(match.Value).Select(hole => hole.Groups[1].Value)) + " "
            : " ");

    private static Dictionary<ProductFile, IReadOnlyList<ProductFile>> Link() =>
        Files.ToDictionary(file => file, file => UsedBy(file, Files));

    internal static IReadOnlyList<ProductFile> UsedBy(ProductFile file, IReadOnlyList<ProductFile> files)
    {
        var types = files.SelectMany(other => other.Types.Select(type => (Type: type, File: other)))
            .ToLookup(pair => pair.Type, pair => pair.File);
        var alone = file.Names.SelectMany(name => types[name]).Where(other => Sees(file, other));
        var dotted = file.Paths.SelectMany(path => Qualified(file, path.Split('.'), types));
        return [.. alone.Concat(dotted).Distinct().Where(other => other.Unit != file.Unit)];
    }

    /// <summary>The types of <c>A.B.C</c>, where <c>A.B</c> is a namespace by its full name or as seen from the file's own.</summary>
    private static IEnumerable<ProductFile> Qualified(ProductFile file, string[] parts, ILookup<string, ProductFile> types) =>
        from count in Enumerable.Range(1, parts.Length - 1)
        let prefix = string.Join('.', parts[..count])
        from other in types[parts[count]]
        where Enclosing(file.Namespace).Any(outer => other.Namespace == (outer.Length == 0 ? prefix : outer + "." + prefix))
        select other;

    private static IEnumerable<string> Enclosing(string name)
    {
        for (; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('.'))])
        {
            yield return name;
        }

        yield return "";
    }

    private static bool Sees(ProductFile file, ProductFile other) =>
        file.Namespace == other.Namespace || file.Namespace.StartsWith(other.Namespace + ".", StringComparison.Ordinal)
            || file.Usings.Contains(other.Namespace);

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|static|sealed|abstract|partial|readonly|ref|unsafe) )*(?:class|record struct|record|struct|interface|enum|delegate [^\s(]+(?:<[^(]*>)?) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*\b(?!\(|\s*(?:=[^=]|\{\s*(?:get|init)\b))|(?<=\bnew |: |\[|\bis |\bor )[A-Z]\w*(?=\()")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?<![\w.])[A-Z]\w*(?:\.[A-Z]\w*)+")]
    private static partial Regex DottedName();

    [GeneratedRegex(
        @"//[^\n]*|/\*.*?\*/|(?<string>[$@]*""""""+.*?""""""+|[$]*@[$]*""(?:[^""]|"""")*""|\$?""(?:[^""\\\n]|\\.)*""(?:u8)?)|'(?:[^'\\\n]|\\.)+'", RegexOptions.Singleline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\{([^{}""]*)")]
    private static partial Regex Hole();
}
