using System.Text;

namespace AiDigest.Tests.Fixtures;

/// <summary>A folder of one test, removed with it; paths are relative with <c>/</c>.</summary>
internal sealed class TempFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("aidigest-test-").FullName;

    public string At(string path) => Path.Combine(Root, path);

    public string Write(string path, string text = "")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
        return At(path);
    }

    public string MakeFolder(string path) => Directory.CreateDirectory(At(path)).FullName;

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Everything in a folder, one a line, sorted: <c>path=text</c>, <c>path/</c>, <c>path->target</c>.</summary>
    public string Show(string folder = "")
    {
        var start = At(folder);
        var lines = new List<string>();
        Collect(new DirectoryInfo(start), start, lines);
        lines.Sort(StringComparer.Ordinal);
        return string.Join('\n', lines);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Collect(DirectoryInfo folder, string start, List<string> lines)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var name = Path.GetRelativePath(start, entry.FullName).Replace('\\', '/');
            if (entry.LinkTarget is { } target)
            {
                lines.Add($"{name}->{target}");
            }
            else if (entry is DirectoryInfo below)
            {
                lines.Add(name + "/");
                Collect(below, start, lines);
            }
            else
            {
                lines.Add($"{name}={File.ReadAllText(entry.FullName, Encoding.UTF8).Replace("\n", "|", StringComparison.Ordinal)}");
            }
        }
    }
}
