using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>Reads <c>content/site.yaml</c>; an empty file gives the defaults, and so does a value with a mistake.</summary>
public static class SettingsParser
{
    /// <param name="outputs">The kinds of output that there are, by name.</param>
    public static Parsed<Settings> Parse(string path, ReadOnlySpan<byte> bytes, IReadOnlyList<string> outputs)
    {
        var limits = new Limits();
        Settings? settings = null;
        if (SourceDecoder.Read(path, bytes, limits, out var findings) is { } source)
        {
            var root = YamlFile.Root(source, YamlFile.Whole(source), limits, findings);
            settings =
                root is not null ? FieldBinder.Bind(
                    root, SettingsFields.Site, new Settings(), new ValueReader(findings, trustedNames: true) { OutputNames = outputs })
                : findings.Count == 0 ? new Settings() : null;
        }

        return new Parsed<Settings>(settings, findings.Sorted());
    }
}
