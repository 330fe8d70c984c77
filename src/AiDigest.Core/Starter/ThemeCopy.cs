using System.Text;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Rendering.Themes;

namespace AiDigest.Core.Starter;

/// <summary>The theme of the tool beside a copy of it in the site's <c>templates/</c>.</summary>
public static class ThemeCopy
{
    /// <summary>Copies each file of the theme that the site does not have.</summary>
    /// <param name="root">The site root.</param>
    /// <exception cref="IOException">The disk failed, or a folder on the way is a symbolic link.</exception>
    public static StarterReport Write(string root, CancellationToken cancellation)
    {
        var (made, kept) = (new List<string>(), new List<string>());
        foreach (var file in Files())
        {
            cancellation.ThrowIfCancellationRequested();
            (NewFiles.Create(root, file.Path, file.Bytes) ? made : kept).Add(file.Path);
        }

        return new StarterReport([.. made], [.. kept]);
    }

    /// <summary>
    /// How the site's files differ from those of the tool, file by file, in the unified format. Files that the site has not copied are the
    /// tool's anyway.
    /// </summary>
    /// <param name="root">The site root.</param>
    /// <returns>Empty where nothing differs.</returns>
    public static string Diff(string root)
    {
        var text = new StringBuilder();
        foreach (var file in Files())
        {
            if (NewFiles.Read(Path.Combine(root, file.Path)) is not { } own || own.AsSpan().SequenceEqual(file.Bytes))
            {
                continue;
            }

            text.Append(IsBinary(own) || IsBinary(file.Bytes)
                ? $"Binary files built-in/{file.Name} and {file.Path} differ\n"
                : LineDiff.Unified("built-in/" + file.Name, file.Text(), file.Path, new ThemeFile(file.Name, own).Text()));
        }

        return text.ToString();
    }

    private static IEnumerable<ThemeFile> Files() => ThemeFile.Default.Values.OrderBy(file => file.Name, StringComparer.Ordinal);

    private static bool IsBinary(byte[] bytes) => bytes.AsSpan().Contains((byte)0);
}
