using System.Runtime.CompilerServices;

namespace AiDigest.Fuzz;

/// <summary>Real files to begin with: the golden and the broken sites of the tests, and the content of this repository.</summary>
internal static class Seeds
{
    private const int Longest = 6_000;

    public static string Root { get; } = FindRoot();

    public static string FindsOf(string target) => Path.Combine(Root, "tests", "AiDigest.Fuzz", "finds", target);

    /// <summary>Paths, with <c>/</c>, and bytes.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Read()
    {
        var files = new List<(string, byte[])>();
        foreach (var folder in (string[])["tests/AiDigest.Tests/Sites", "content", "templates", "tests/AiDigest.Fuzz/seeds"])
        {
            var full = Path.Combine(Root, folder);
            foreach (var file in Directory.Exists(full) ? Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories) : [])
            {
                if (new FileInfo(file).Length <= Longest)
                {
                    files.Add((Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllBytes(file)));
                }
            }
        }

        files.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return files;
    }

    /// <summary>The repository: the folder above that has the solution.</summary>
    private static string FindRoot([CallerFilePath] string here = "")
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "AiDigest.sln")))
            {
                return folder;
            }
        }

        return Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
    }
}
