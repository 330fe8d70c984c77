using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site;

/// <summary>Makes diagnostics at places of files that were read long ago; whoever prints them looks the source line up.</summary>
internal static class Finding
{
    public static Diagnostic At(Rule rule, SourceRef at, string message) =>
        new(rule, at.Path, Math.Max(1, at.Line), Math.Max(1, at.Column), Math.Max(1, at.Length), message);

    /// <summary>Of a whole file, none of whose lines would explain it.</summary>
    public static Diagnostic Of(Rule rule, string path, string message) => new(rule, path, 1, 1, 1, message, "");
}
