using AiDigest.Core.FileSystem;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Build.Cache;

/// <summary>Makes the parts of keys that all outputs of one template share. They are made before any output, and then only read.</summary>
internal sealed class TemplateKeys
{
    private readonly Dictionary<string, TemplateKey> _templates = new(StringComparer.Ordinal);

    public TemplateKeys(Theme theme, BuildPlan plan, HashViewWriter hash, Digest tool)
    {
        var site = hash.Of(plan.SiteView);
        var strings = StringsOf(theme, plan.Site.Settings.Language);
        var assets = AssetsOf(theme);
        var place = PlaceOf(plan.Addresses);
        foreach (var name in plan.Outputs.OfType<RenderedOutput>().Select(output => output.Template).Distinct(StringComparer.Ordinal))
        {
            var uses = theme.DependenciesOfLayout(name);
            _templates.Add(name, new TemplateKey(
                name, TextOf(theme, name, uses), uses.Site ? site : default, uses.Strings ? strings : default,
                    uses.Assets ? assets : default, place, tool));
        }
    }

    public TemplateKey Of(string template) => _templates[template];

    private static Digest TextOf(Theme theme, string template, TemplateDependencies uses)
    {
        var bytes = new ByteWriter();
        foreach (var name in uses.Includes.Prepend("layouts/" + template))
        {
            bytes.Text(name);
            bytes.Bytes(theme.Files.TryGetValue(name, out var file) ? file.Bytes : []);
        }

        return Digest.Of(bytes.Written);
    }

    private static Digest StringsOf(Theme theme, string language)
    {
        var bytes = new ByteWriter();
        bytes.Text(language);
        foreach (var file in theme.StringFiles(language))
        {
            bytes.Bytes(file.Bytes);
        }

        return Digest.Of(bytes.Written);
    }

    private static Digest AssetsOf(Theme theme)
    {
        var bytes = new ByteWriter();
        foreach (var (name, asset) in theme.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            bytes.Text(name);
            bytes.Text(asset.Address);
        }

        return Digest.Of(bytes.Written);
    }

    private static Digest PlaceOf(Addresses addresses)
    {
        var bytes = new ByteWriter();
        bytes.Text(addresses.BasePath);
        bytes.Text(addresses.AbsoluteBase);
        bytes.Text(addresses.IdBase);
        return Digest.Of(bytes.Written);
    }
}
