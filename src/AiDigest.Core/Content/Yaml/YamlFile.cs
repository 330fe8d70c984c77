using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.Yaml;

/// <summary>Reads a stretch of YAML that must be one mapping of keys.</summary>
internal static class YamlFile
{
    public static YamlText Whole(SourceText source) => new(source.Text, 0, source.Text.Length, 0);

    /// <returns>The mapping; null where there is none, which the findings explain.</returns>
    public static YamlNode? Mapping(SourceText source, YamlText text, Limits limits, DiagnosticBag findings)
    {
        var errors = findings.Count;
        var root = Root(source, text, limits, findings);
        if (root is null && findings.Count == errors)
        {
            findings.Add(Catalogue.NoKeys, 1, 1, int.MaxValue / 2, Messages.NoKeys);
        }

        return root;
    }

    /// <returns>The mapping; null where there is none, which is no mistake where nothing was found.</returns>
    public static YamlNode? Root(SourceText source, YamlText text, Limits limits, DiagnosticBag findings)
    {
        if (Unprintable.IsIn(text.Span))
        {
            text = new YamlText(Unprintable.Marked(text.Span), 0, text.Length, text.LinesBefore);
        }

        var root = YamlRepair.Read(source, text, limits.Nesting, findings);
        switch (root)
        {
            case null or { IsPlain: true, Text.Length: 0 }:
                return null;
            case { Kind: YamlKind.Mapping }:
                return root;
            case { Kind: YamlKind.Broken }:
                return null;
        }

        foreach (var suspect in YamlSuspects.Of(source.Line(root.Line), []))
        {
            if (suspect.Rule == Catalogue.MissingSpace && root.IsPlain)
            {
                findings.Add(suspect.Rule, root.Line, suspect.Column, suspect.Length, suspect.Message, suspect.Fixed);
                return null;
            }
        }

        findings.Add(Catalogue.NotAMapping, root, Messages.KeysWanted(root.Noun));
        return null;
    }
}
