using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import.Posts;

/// <summary>
/// Links between posts. Where a post's entry will be is known only when all items have their paths, so a link is written with marks first:
/// noncharacters of Unicode, which no text of an import holds.
/// </summary>
internal static partial class PostMarks
{
    private const char Start = '\uFDD0';
    private const char Middle = '\uFDD1';
    private const char End = '\uFDD2';

    public static string Link(string post, string words) => $"{Start}{post}{Middle}{words}{End}";

    public static bool AreIn(string text) => text.Contains(Start, StringComparison.Ordinal);

    /// <summary>Writes the links of a body as links to Markdown files.</summary>
    /// <param name="folder">The folder of the entry: <c>content/papers/2026/01/08</c>.</param>
    /// <param name="pathOf">The path of the entry of a post; null where it was not imported.</param>
    public static string Resolve(string body, string folder, Func<string, string?> pathOf, ImportNotes notes) =>
        Mark().Replace(body, match =>
    {
        var words = match.Groups[2].Value;
        if (pathOf(match.Groups[1].Value) is not { } path)
        {
            notes.Lost(Messages.LostLinkToPost(match.Groups[1].Value));
            return words;
        }

        return words.Length == 0 ? $"<{Relative(folder, path)}>" : $"[{words}](<{Relative(folder, path)}>)";
    });

    private static string Relative(string folder, string path)
    {
        var (from, to) = (folder.Split('/'), path.Split('/'));
        var same = 0;
        while (same < from.Length && same < to.Length - 1 && from[same] == to[same])
        {
            same++;
        }

        return new StringBuilder().Insert(0, "../", from.Length - same).AppendJoin('/', to[same..]).ToString();
    }

    [GeneratedRegex("\uFDD0([^\uFDD1]*)\uFDD1([^\uFDD2]*)\uFDD2")]
    private static partial Regex Mark();
}
