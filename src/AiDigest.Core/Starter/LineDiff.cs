using System.Globalization;
using System.Text;

namespace AiDigest.Core.Starter;

/// <summary>
/// The difference of two texts in the unified format. The shortest edit script is found by the algorithm of Eugene Myers,
/// "An O(ND) Difference Algorithm and Its Variations" (1986).
/// </summary>
internal static class LineDiff
{
    private const int Context = 3;

    /// <returns>The difference with its heading; empty where the texts are equal.</returns>
    public static string Unified(string oldName, string oldText, string newName, string newText)
    {
        if (oldText == newText)
        {
            return "";
        }

        var edits = Edits(Lines(oldText), Lines(newText));
        var text = new StringBuilder($"--- {oldName}\n+++ {newName}\n");
        for (var at = 0; at < edits.Count;)
        {
            var first = edits.FindIndex(at, edit => edit.Sign != ' ');
            if (first < 0)
            {
                break;
            }

            var start = Math.Max(at, first - Context);
            at = End(edits, first);
            Hunk(text, edits, start, at);
        }

        return text.ToString();
    }

    /// <summary>Where a hunk ends: after the last change that has no more than two contexts of equal lines before it.</summary>
    private static int End(List<(char Sign, string Line)> edits, int first)
    {
        var last = first;
        for (var next = first + 1; next < edits.Count && next - last <= 2 * Context; next++)
        {
            last = edits[next].Sign == ' ' ? last : next;
        }

        return Math.Min(edits.Count, last + Context + 1);
    }

    private static void Hunk(StringBuilder text, List<(char Sign, string Line)> edits, int start, int end)
    {
        int Count(int from, int to, char other) => edits.GetRange(from, to - from).Count(edit => edit.Sign != other);
        var (oldCount, newCount) = (Count(start, end, '+'), Count(start, end, '-'));
        var (oldStart, newStart) = (Count(0, start, '+') + (oldCount > 0 ? 1 : 0), Count(0, start, '-') + (newCount > 0 ? 1 : 0));
        text.Append(CultureInfo.InvariantCulture, $"@@ -{oldStart},{oldCount} +{newStart},{newCount} @@\n");
        foreach (var (sign, line) in edits.GetRange(start, end - start))
        {
            text.Append(sign).Append(line).Append('\n');
        }
    }

    private static string[] Lines(string text) => (text.EndsWith('\n') ? text[..^1] : text).Split('\n');

    private static List<(char Sign, string Line)> Edits(string[] before, string[] after)
    {
        var rounds = new List<int[]>();
        var offset = before.Length + after.Length + 1;
        var reached = new int[(2 * offset) + 1];
        for (var distance = 0; ; distance++)
        {
            rounds.Add((int[])reached.Clone());
            for (var diagonal = -distance; diagonal <= distance; diagonal += 2)
            {
                var x = IsDown(reached, offset, diagonal, distance) ? reached[offset + diagonal + 1] : reached[offset + diagonal - 1] + 1;
                while (x < before.Length && x - diagonal < after.Length && before[x] == after[x - diagonal])
                {
                    x++;
                }

                reached[offset + diagonal] = x;
                if (x >= before.Length && x - diagonal >= after.Length)
                {
                    return Path(rounds, offset, before, after);
                }
            }
        }
    }

    private static bool IsDown(int[] reached, int offset, int diagonal, int distance) =>
        diagonal == -distance || (diagonal != distance && reached[offset + diagonal - 1] < reached[offset + diagonal + 1]);

    /// <summary>Walks back from the end to the beginning through the rounds.</summary>
    private static List<(char Sign, string Line)> Path(List<int[]> rounds, int offset, string[] before, string[] after)
    {
        var edits = new List<(char Sign, string Line)>();
        var (x, y) = (before.Length, after.Length);
        for (var distance = rounds.Count - 1; distance >= 0; distance--)
        {
            var diagonal = x - y;
            var from = IsDown(rounds[distance], offset, diagonal, distance) ? diagonal + 1 : diagonal - 1;
            var fromX = distance == 0 ? 0 : rounds[distance][offset + from];
            var fromY = distance == 0 ? 0 : fromX - from;
            while (x > fromX && y > fromY)
            {
                edits.Add((' ', before[x - 1]));
                (x, y) = (x - 1, y - 1);
            }

            if (distance > 0)
            {
                edits.Add(x == fromX ? ('+', after[y - 1]) : ('-', before[x - 1]));
                (x, y) = (fromX, fromY);
            }
        }

        edits.Reverse();
        return edits;
    }
}
