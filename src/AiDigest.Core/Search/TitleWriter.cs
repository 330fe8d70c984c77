using System.Globalization;
using System.Text;

namespace AiDigest.Core.Search;

/// <summary>
/// Writes what a list of results shows of entries, in blocks of neighbours: title, address, day and tags. A block is text in UTF-8: its
/// first line lists tags, then comes a line an entry.
/// </summary>
internal static class TitleWriter
{
    /// <summary>
    /// Entries of a block. Ten results lie in ten blocks as a rule, so a larger block costs a reader more, and a smaller one the site more
    /// files.
    /// </summary>
    public const int BlockSize = 32;

    private const string Papers = "papers/";

    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    /// <param name="entries">Of one block, from the oldest.</param>
    public static byte[] Write(ReadOnlySpan<SearchEntry> entries)
    {
        var tags = new List<SearchTag>();
        var lines = new StringBuilder();
        foreach (var entry in entries)
        {
            lines.Append('\n').Append(Line(entry.Title)).Append('\t').Append(Short(entry.Address)).Append('\t')
                .Append((entry.Day.DayNumber - Epoch).ToString(CultureInfo.InvariantCulture));
            foreach (var tag in entry.Tags)
            {
                var place = tags.FindIndex(known => known.Slug == tag.Slug);
                if (place < 0)
                {
                    place = tags.Count;
                    tags.Add(tag);
                }

                lines.Append('\t').Append(place.ToString(CultureInfo.InvariantCulture));
            }
        }

        return Encoding.UTF8.GetBytes(string.Join('\t', tags.Select(tag => $"{Line(tag.Slug)}\t{Line(tag.Title)}")) + lines);
    }

    private static string Short(string address) =>
        address.StartsWith(Papers, StringComparison.Ordinal) && address.EndsWith('/')
            && address.IndexOf('/', Papers.Length) == address.Length - 1
            ? address[Papers.Length..^1]
            : "/" + Line(address);

    /// <summary>A text with spaces for what would end a field or a line.</summary>
    private static string Line(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }
    });
}
