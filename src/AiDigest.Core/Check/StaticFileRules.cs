using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>
/// Files of <c>content/static/</c> that act by themselves: they run script at an address of the site, or tell the host what to do. Anybody
/// who proposes an entry can propose such a file too, so the owner names those that are meant.
/// </summary>
internal static class StaticFileRules
{
    private const string Folder = "content/static/";

    /// <summary>What browsers run, or show as a document that can run script.</summary>
    private static readonly string[] ActiveTypes =
    [
        ".html", ".htm", ".xhtml", ".xht", ".shtml", ".svg", ".svgz", ".xml", ".xsl", ".xslt", ".js", ".mjs", ".cjs", ".wasm", ".swf",
        ".php",
    ];

    /// <summary>What hosts obey. Names that begin with <c>.</c> or <c>_</c> are never published.</summary>
    private static readonly string[] HostFiles = ["CNAME", "web.config", "vercel.json", "netlify.toml", "staticwebapp.config.json"];

    /// <param name="named">Paths below the folder that the owner names; one that ends in <c>/</c> names all below it.</param>
    public static void Check(IEnumerable<CopiedOutput> files, ImmutableArray<string> named, List<Diagnostic> found)
    {
        foreach (var path in files.Select(file => file.SourcePath).Where(path => path.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var name = path[Folder.Length..];
            if (Problem(name) is { } problem && !IsNamed(name, named))
            {
                found.Add(Diagnostic.OfFile(Catalogue.ActiveStatic, path, problem));
            }
        }
    }

    private static bool IsNamed(string name, ImmutableArray<string> named) => named.Any(one =>
        one.EndsWith('/') ? name.StartsWith(one, StringComparison.Ordinal) : string.Equals(name, one, StringComparison.Ordinal));

    private static Message? Problem(string name)
    {
        if (HostFiles.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return Messages.FileForHost(name);
        }

        return ActiveTypes.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? Messages.FileWithScript(name)
            : (Message?)null;
    }
}
