using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Import.Posts;

internal static class PostFolder
{
    public static IReadOnlyList<ImportedItem> Read(string path, string? encoding) =>
        [.. ImportFiles.Posts(path).Select(post => PostImport.Read(new ImportFile(post.Name, post.Bytes, encoding)))];
}
