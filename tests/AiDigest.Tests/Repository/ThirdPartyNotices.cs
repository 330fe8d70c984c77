using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AiDigest.Tests.Fixtures;

namespace AiDigest.Tests.Repository;

/// <summary>
/// Writes <c>THIRD-PARTY-NOTICES</c>: the licences of all that the tool carries. The packages come from the lock file of the executable,
/// their terms from the package cache, the rest (a script, fonts) from the files beside them in this repository.
/// </summary>
internal static class ThirdPartyNotices
{
    public const string Path = "THIRD-PARTY-NOTICES";

    private const string LockFile = "src/AiDigest.Cli/packages.lock.json";

    private const string Opening =
        """
        The AI Digest tool is distributed under the MIT license (see LICENSE). It carries the packages, the script and the fonts below, each under
        its own terms. Self-contained packages also carry the .NET runtime (MIT, (c) .NET Foundation and contributors); its own notices are at
        https://github.com/dotnet/runtime/blob/main/THIRD-PARTY-NOTICES.TXT.

        This file is generated from src/AiDigest.Cli/packages.lock.json. A test compares the two.
        `AIDIGEST_UPDATE_EXPECTED=1 dotnet test` writes it again.

        """;

    /// <summary>Packages that only take part in the compilation; nothing of them is distributed.</summary>
    private static readonly string[] BuildOnly = ["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Microsoft.NET.ILLink.Tasks", "MinVer"];

    public static string Make()
    {
        var text = new StringBuilder(Opening.ReplaceLineEndings("\n"));
        var used = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (name, version) in Packages())
        {
            AddPackage(text, name, version, used);
        }

        foreach (var path in Checkout.TrackedFiles().Where(IsLicenceOfFile).Order(StringComparer.Ordinal))
        {
            Heading(text, string.Join('/', path.Split('/')[^2..]));
            text.Append(Clean(Checkout.ReadText(path)));
        }

        foreach (var licence in used)
        {
            Heading(text, "Text of " + licence);
            text.Append(Clean(Checkout.ReadText($"docs/licenses/{licence}.txt")));
        }

        return text.ToString();
    }

    /// <summary>The packages that are compiled into the tool, by name.</summary>
    public static IReadOnlyList<(string Name, string Version)> Packages()
    {
        using var locked = JsonDocument.Parse(Checkout.ReadText(LockFile));
        return [.. locked.RootElement.GetProperty("dependencies").EnumerateObject()
            .SelectMany(framework => framework.Value.EnumerateObject())
            .Where(package => package.Value.GetProperty("type").GetString() != "Project" && !BuildOnly.Contains(package.Name))
            .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!))
            .Distinct()
            .OrderBy(package => package.Name, StringComparer.Ordinal)];
    }

    private static void AddPackage(StringBuilder text, string name, string version, SortedSet<string> used)
    {
        var folder = System.IO.Path.Combine(PackageRoot(), name.ToLowerInvariant(), version);
        var metadata = XDocument.Load(System.IO.Path.Combine(folder, name.ToLowerInvariant() + ".nuspec")).Root!.Elements().First();
        string? Value(string key) => metadata.Elements().FirstOrDefault(element => element.Name.LocalName == key)?.Value.Trim();

        var licence = metadata.Elements().First(element => element.Name.LocalName == "license");
        var isFile = licence.Attribute("type")?.Value == "file";
        Heading(text, $"{name} {version}");
        text.Append("Copyright: ").Append(Value("copyright") is { Length: > 0 } copyright ? copyright : Value("authors")).Append('\n');
        text.Append("Home: ").Append(Value("projectUrl")).Append('\n');
        text.Append("License: ").Append(isFile ? "as follows" : licence.Value).Append('\n');
        if (isFile)
        {
            text.Append('\n').Append(Clean(File.ReadAllText(System.IO.Path.Combine(folder, licence.Value))));
        }
        else
        {
            used.Add(licence.Value);
        }
    }

    private static bool IsLicenceOfFile(string path) =>
        path.EndsWith("/temml/LICENSE", StringComparison.Ordinal) || path.EndsWith("-OFL.txt", StringComparison.Ordinal)
        || path.EndsWith("/hunspell-ru.txt", StringComparison.Ordinal);

    private static string PackageRoot() =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Heading(StringBuilder text, string title) =>
        text.Append('\n').Append('=', 100).Append('\n').Append(title).Append('\n').Append('-', 100).Append('\n');

    private static string Clean(string licence) =>
        string.Join('\n', licence.TrimStart('\uFEFF').ReplaceLineEndings("\n").Trim('\n', ' ').Split('\n').Select(line => line.TrimEnd()))
            + "\n";
}
