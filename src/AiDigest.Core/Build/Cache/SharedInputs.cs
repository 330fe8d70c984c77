using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>Names all that outputs share: templates, words, settings, tags of the registry, assets, addresses, the tool.</summary>
internal static class SharedInputs
{
    private const KeyParts Everywhere = KeyParts.View | KeyParts.Site | KeyParts.Strings | KeyParts.Place;

    // A setting that is here reaches no other part; check, limits, static and host reach none.
    private static readonly Dictionary<string, KeyParts> Settings = new(StringComparer.Ordinal)
    {
        ["title"] = KeyParts.View | KeyParts.Site | KeyParts.Assets,
        ["tagline"] = KeyParts.View | KeyParts.Site,
        ["description"] = KeyParts.View | KeyParts.Site,
        ["url"] = KeyParts.View | KeyParts.Site | KeyParts.Place,
        ["language"] = Everywhere,
        ["time_zone"] = KeyParts.View,
        ["author"] = KeyParts.View | KeyParts.Site,
        ["page_size"] = KeyParts.View,
        ["day_max"] = KeyParts.View,
        ["feed_size"] = KeyParts.View,
        ["author_min"] = KeyParts.View,
        ["pair_min"] = KeyParts.View,
        ["menu"] = KeyParts.View | KeyParts.Site,
        ["edit_url"] = KeyParts.View,
        ["math"] = KeyParts.View,
        ["highlight"] = KeyParts.View,
        ["typography"] = KeyParts.View | KeyParts.Site,
        ["check"] = KeyParts.None,
        ["limits"] = KeyParts.None,
        ["static"] = KeyParts.None,
        ["host"] = KeyParts.None,
        ["hub"] = KeyParts.View,
        ["outputs"] = KeyParts.View | KeyParts.Site,
        ["extra"] = KeyParts.View | KeyParts.Site,
    };

    public static ImmutableArray<SharedInput> Of(Theme theme, BuildPlan plan, SourceList sources, Digest tool)
    {
        var all = new List<SharedInput>();
        foreach (var file in theme.Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal)
            .Where(file => !file.Name.StartsWith("assets/", StringComparison.Ordinal)))
        {
            var isWords = file.Name.StartsWith("strings.", StringComparison.Ordinal);
            all.Add(SharedInput.Make(isWords ? KeyParts.Strings : KeyParts.Template, file.Path, "", 0, file.Bytes));
        }

        foreach (var (name, asset) in theme.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            all.Add(SharedInput.Make(KeyParts.Assets, "templates/assets/" + name, "", 0, asset.Address));
        }

        // What the site's own file says comes after what the tool's says, and replaces it.
        var words = new Dictionary<string, SharedInput>(StringComparer.Ordinal);
        foreach (var file in theme.StringFiles(plan.Site.Settings.Language))
        {
            foreach (var key in SourceKeys.Innermost(file.Path, file.Bytes))
            {
                words[key.Name] = SharedInput.Make(KeyParts.Strings, file.Path, key.Name, key.Line, key.Value);
            }
        }

        all.AddRange(words.Values.OrderBy(word => word.Name, StringComparer.Ordinal));
        AddKeys(all, sources, sources.Settings?.Path, name => Settings.GetValueOrDefault(name));
        AddKeys(all, sources, sources.Tags?.Path, static _ => KeyParts.View);
        all.AddRange(FieldHashes.Of(plan.SiteView)
            .Select(field => SharedInput.Make(KeyParts.Site, "", "site." + field.Name, 0, field.Digest.ToString())));
        all.Add(SharedInput.Make(KeyParts.Place, "", "path of the site", 0, plan.Addresses.BasePath));
        all.Add(SharedInput.Make(KeyParts.Place, "", "address of the site", 0, plan.Addresses.AbsoluteBase));
        all.Add(SharedInput.Make(KeyParts.Place, "", "address that ids begin with", 0, plan.Addresses.IdBase));
        all.Add(SharedInput.Make(KeyParts.Tool, "", "version of the tool", 0, tool.ToString()));
        return [.. all];
    }

    private static void AddKeys(List<SharedInput> all, SourceList sources, string? path, Func<string, KeyParts> reach)
    {
        if (path is not null)
        {
            // Not by way of what is read and remembered: this explains, and must not change what the next build takes for known.
            all.AddRange(SourceKeys.Of(path, sources.Read(path))
                .Select(key => SharedInput.Make(reach(key.Name), path, key.Name, key.Line, key.Value)));
        }
    }
}
