using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>
/// A file of the theme that pages refer to. Its address holds the first 8 hex digits of the SHA-256 of its bytes, so that it may be kept by
/// browsers forever; scripts and style sheets are minified, and sheets are fingerprinted last, with the addresses of what they name put
/// in.
/// </summary>
/// <param name="Name">Below <c>templates/assets/</c>.</param>
/// <param name="Address">Below the site's root: <c>assets/style.1f2e3d4c.css</c>.</param>
public sealed partial record Asset(string Name, string Address, byte[] Bytes)
{
    private const string Folder = "assets/";
    private const string Manifest = ".webmanifest";

    public static ImmutableDictionary<string, Asset> Fingerprint(
        IEnumerable<ThemeFile> files, Minifier minifier, List<Diagnostic> diagnostics)
    {
        var assets = ImmutableDictionary.CreateBuilder<string, Asset>(StringComparer.Ordinal);
        var sheets = new List<ThemeFile>();
        foreach (var file in files.Where(file => file.Name.StartsWith(Folder, StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Name.EndsWith(".css", StringComparison.Ordinal) || file.Name.EndsWith(Manifest, StringComparison.Ordinal))
            {
                sheets.Add(file);
            }
            else
            {
                var script = file.Name.EndsWith(".js", StringComparison.Ordinal) || file.Name.EndsWith(".mjs", StringComparison.Ordinal);
                var asset = Of(file.Name[Folder.Length..], script ? Minified(file.Bytes, minifier) : file.Bytes);
                assets.Add(asset.Name, asset);
            }
        }

        foreach (var sheet in sheets)
        {
            var name = sheet.Name[Folder.Length..];
            var text = name.EndsWith(Manifest, StringComparison.Ordinal)
                ? Icons(sheet, assets, diagnostics)
                : minifier.StyleSheet(Rewrite(sheet, assets, diagnostics));
            assets.Add(name, Of(name, Encoding.UTF8.GetBytes(text)));
        }

        return assets.ToImmutable();
    }

    /// <summary>The same assets, but that a web manifest without a name says <paramref name="title"/>.</summary>
    public static ImmutableDictionary<string, Asset> Named(ImmutableDictionary<string, Asset> assets, string title) => assets.SetItems(
        from asset in assets.Values
        where asset.Name.EndsWith(Manifest, StringComparison.Ordinal)
        let text = Encoding.UTF8.GetString(asset.Bytes)
        where !ManifestName().IsMatch(text)
        let name = $"{{\n  \"name\": \"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(title)}\","
        select KeyValuePair.Create(asset.Name, Of(asset.Name, Encoding.UTF8.GetBytes(ManifestStart().Replace(text, _ => name, 1)))));

    [GeneratedRegex("\"name\"\\s*:")]
    private static partial Regex ManifestName();

    [GeneratedRegex("^\\s*\\{")]
    private static partial Regex ManifestStart();

    private static Asset Of(string name, byte[] bytes)
    {
        var dot = name.LastIndexOf('.');
        var (stem, type) = dot > name.LastIndexOf('/') ? (name[..dot], name[dot..]) : (name, "");
        return new Asset(name, $"{Folder}{stem}.{Convert.ToHexStringLower(SHA256.HashData(bytes))[..8]}{type}", bytes);
    }

    /// <summary>The script without what only its author reads; one that is not in UTF-8 stays as it is.</summary>
    private static byte[] Minified(byte[] script, Minifier minifier) =>
        Utf8.IsValid(script) ? Encoding.UTF8.GetBytes(minifier.Script(Encoding.UTF8.GetString(script))) : script;

    /// <summary>Puts fingerprinted addresses, relative to the style sheet, into its <c>url(...)</c>.</summary>
    private static string Rewrite(ThemeFile sheet, ImmutableDictionary<string, Asset>.Builder assets, List<Diagnostic> diagnostics)
    {
        var text = sheet.Text();
        var source = new SourceText(sheet.Path, text);
        StyleSheet.Check(source, diagnostics);
        CheckImports(source, diagnostics);
        var result = new StringBuilder(text.Length);
        var done = 0;
        for (var at = Next(text, 0); at >= 0; at = Next(text, at))
        {
            var end = text.IndexOf(')', at);
            if (end < 0)
            {
                break;
            }

            var reference = text[at..end].Trim().Trim('"', '\'');
            result.Append(text, done, at - done);
            done = end;
            if (reference.StartsWith('#'))
            {
                result.Append(reference);
            }
            else if (assets.TryGetValue(Combine(sheet.Name[Folder.Length..], reference), out var asset))
            {
                result.Append('"').Append(Seen(asset, sheet)).Append('"');
            }
            else
            {
                var (line, column) = source.Position(at);
                var message = reference.StartsWith("//", StringComparison.Ordinal) || reference.Contains(':', StringComparison.Ordinal)
                    ? Messages.NotInTheme(reference)
                    : Messages.NoAsset(reference, NearestName.Of(reference, assets.Keys));
                diagnostics.Add(source.Report(Catalogue.AssetReference, line, column, end - at, message));
            }

            at = end;
        }

        return result.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Puts fingerprinted addresses into the <c>"src"</c> of a web manifest's icons, which are beside it.</summary>
    private static string Icons(ThemeFile manifest, ImmutableDictionary<string, Asset>.Builder assets, List<Diagnostic> diagnostics)
    {
        var text = manifest.Text();
        var source = new SourceText(manifest.Path, text);
        return IconSource().Replace(text, match =>
        {
            var written = match.Groups[1];
            if (assets.TryGetValue(Combine(manifest.Name[Folder.Length..], written.Value), out var icon))
            {
                return match.Value.Replace(written.Value, Seen(icon, manifest), StringComparison.Ordinal);
            }

            var (line, column) = source.Position(written.Index);
            diagnostics.Add(
                source.Report(Catalogue.AssetReference, line, column, written.Length,
                Messages.NoAsset(written.Value, NearestName.Of(written.Value, assets.Keys))));
            return match.Value;
        });
    }

    [GeneratedRegex("\"src\"\\s*:\\s*\"([^\"]*)\"")]
    private static partial Regex IconSource();

    /// <summary>An import without <c>url(...)</c> would keep an address that no file has.</summary>
    private static void CheckImports(SourceText source, List<Diagnostic> diagnostics)
    {
        const string Import = "@import";
        for (var at = source.Text.IndexOf(Import, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = source.Text.IndexOf(Import, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var rest = source.Text.AsSpan(at + Import.Length).TrimStart();
            if (!rest.IsEmpty && rest[0] is '"' or '\'')
            {
                var (line, column) = source.Position(at);
                diagnostics.Add(source.Report(Catalogue.AssetReference, line, column, Import.Length, Messages.ImportNeedsUrl));
            }
        }
    }

    /// <summary>The address of an asset relative to another file of the theme's assets.</summary>
    private static string Seen(Asset asset, ThemeFile from) =>
        string.Concat(Enumerable.Repeat("../", from.Name.Count(c => c == '/') - 1)) + asset.Address[Folder.Length..];

    private static int Next(string text, int from)
    {
        var at = text.IndexOf("url(", from, StringComparison.Ordinal);
        return at < 0 ? -1 : at + 4;
    }

    private static string Combine(string sheet, string reference)
    {
        var parts = new List<string>(sheet.Split('/')[..^1]);
        foreach (var part in reference.Split('/'))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("." or ".."))
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
