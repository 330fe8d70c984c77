using System.Collections.Immutable;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Site;
using Xunit;
using static AiDigest.Tests.Fixtures.SourceTexts;

namespace AiDigest.Tests.Content;

public class SampleContentTests
{
    [Fact]
    public void The_sample_content_has_no_mistakes()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "AiDigest.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        var files = Directory.GetFiles(Path.Combine(root, "content"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            Assert.Empty(Found(Parse(path, File.ReadAllBytes(file))));
        }
    }

    private static ImmutableArray<Diagnostic> Parse(string path, byte[] bytes) => path switch
    {
        "content/site.yaml" => SettingsParser.Parse(path, bytes, OutputKind.Names).Diagnostics,
        "content/tags.yaml" => TagsParser.Parse(path, bytes).Diagnostics,
        _ when path.StartsWith("content/pages/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) =>
            PageParser.Parse(path, bytes, Bounds).Diagnostics,
        _ when path.StartsWith("content/papers/", StringComparison.Ordinal) && path.EndsWith(".md", StringComparison.Ordinal) =>
            EntryParser.Markdown(path, bytes, Bounds).Diagnostics,
        _ when path.StartsWith("content/papers/", StringComparison.Ordinal) && path.EndsWith(".yaml", StringComparison.Ordinal) =>
            EntryParser.Yaml(path, bytes, Bounds).Diagnostics,
        _ => [],
    };
}
