using System.Text;

namespace AiDigest.Core.Rendering.Themes;

/// <summary>A file of a theme.</summary>
/// <param name="Name">Below <c>templates/</c>, with <c>/</c>.</param>
public sealed record ThemeFile(string Name, byte[] Bytes)
{
    /// <summary>As diagnostics name it.</summary>
    public string Path => "templates/" + Name;

    public string Text()
    {
        var span = Bytes.AsSpan();
        return Encoding.UTF8.GetString(span.StartsWith(Encoding.UTF8.Preamble) ? span[3..] : span).ReplaceLineEndings("\n");
    }

    /// <summary>The theme that the tool carries, by name.</summary>
    public static IReadOnlyDictionary<string, ThemeFile> Default { get; } = Load();

    private static Dictionary<string, ThemeFile> Load()
    {
        const string Prefix = "theme/";
        var assembly = typeof(ThemeFile).Assembly;
        var files = new Dictionary<string, ThemeFile>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            if (resource.StartsWith(Prefix, StringComparison.Ordinal))
            {
                using var stream = assembly.GetManifestResourceStream(resource)!;
                var bytes = new byte[stream.Length];
                stream.ReadExactly(bytes);
                var name = resource[Prefix.Length..];
                files.Add(name, new ThemeFile(name, bytes));
            }
        }

        return files;
    }
}
