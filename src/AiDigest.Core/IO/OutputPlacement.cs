namespace AiDigest.Core.IO;

/// <summary>Holds the output folder away from the sources: a build writes and deletes there, so it must never meet an author's file.</summary>
public static class OutputPlacement
{
    private static readonly string[] Refused = ["content", "templates", CacheFiles.FolderName];

    /// <summary>
    /// Why this folder cannot take the output of the site in <paramref name="root"/>, in a few words (<c>it is the site root</c>);
    /// null where it can. Links are resolved on both sides, and the folder need not exist.
    /// </summary>
    public static string? Refusal(string root, string output)
    {
        try
        {
            return Reason(RealPath.Of(root), RealPath.Of(output));
        }
        catch (IOException e)
        {
            return e.Message;
        }
    }

    private static string? Reason(string root, string output)
    {
        if (Path.GetDirectoryName(output) is null)
        {
            return "it is the root of the file system";
        }

        if (output.Equals(root, RealPath.Comparison))
        {
            return "it is the site root";
        }

        if (RealPath.IsWithin(root, output))
        {
            return "the site root lies in it";
        }

        foreach (var name in Refused)
        {
            var source = RealPath.Of(Path.Combine(root, name));
            if (RealPath.IsWithin(output, source))
            {
                return output.Equals(source, RealPath.Comparison) ? $"it is {name}/" : $"it lies in {name}/";
            }

            if (RealPath.IsWithin(source, output))
            {
                return $"{name}/ lies in it";
            }
        }

        return File.Exists(output) ? "it is a file" : null;
    }
}
