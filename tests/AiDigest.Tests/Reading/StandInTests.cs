using System.Globalization;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>
/// The faces of the system that replace our fonts take as much room on average, so nearly nothing moves when ours come late. Which
/// fonts this machine has is not asked: <c>advances.txt</c> has the widths of theirs, the browser measures ours, and the style sheet says
/// by how much theirs are stretched.
/// </summary>
[Collection(nameof(PublishedSite))]
public class StandInTests(PublishedSite site)
{
    private static readonly Dictionary<char, int[]> Advances = Checkout.ReadText("tests/AiDigest.Tests/Reading/advances.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#').Select(line => line.Split(' '))
        .ToDictionary(words => (char)int.Parse(words[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture), words =>
            words[1..].Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray());

    /// <param name="column">Of <c>advances.txt</c>.</param>
    [Theory]
    [InlineData("Literata", "Like Literata", "normal", "400", 0)]
    [InlineData("Literata", "Like Literata", "normal", "700", 1)]
    [InlineData("Literata", "Like Literata", "italic", "400", 2)]
    [InlineData("Golos Text", "Like Golos", "normal", "400", 3)]
    public async Task Is_as_wide_and_as_high_as_ours(string ours, string theirs, string style, string weight, int column)
    {
        foreach (var path in new[] { "index.html", "tags/dense/index.html", "2026/09/index.html" })
        {
            await using var visit = await site.OpenAsync(path);
            var text =
                new string(
                    [.. (await visit.Page.EvaluateAsync<string>("document.querySelector('main').innerText")).Where(Advances.ContainsKey)]);
            Assert.True(text.Length > 500, path);
            var (widths, ascent, descent) = await MeasureAsync(visit, $"{style} {weight} 1000px \"{ours}\"", text);
            var faces = (await FacesAsync(visit))
                .Where(face => face.Family == theirs && face.Style == style && face.Covers(int.Parse(weight, CultureInfo.InvariantCulture)))
                .ToList();
            Assert.NotEmpty(faces);
            Assert.All(faces, face => Assert.InRange(face.Size * face.Ascent * 1000, ascent - 5, ascent + 5));
            Assert.All(faces, face => Assert.InRange(face.Size * face.Descent * 1000, descent - 5, descent + 5));

            var expected = text.Sum(c => widths[c]);
            var found = text.Sum(c => Advances[c][column] / 2048.0 * 1000 * faces.Last(face => face.Has(c)).Size);
            Assert.InRange(found / expected, 0.98, 1.02);
        }
    }

    private static async Task<(
        Dictionary<char, double> Widths, double Ascent, double Descent)> MeasureAsync(Visit visit, string font, string text)
    {
        var characters = new string([.. text.Distinct()]);
        var found = await visit.Page.EvaluateAsync<double[]>("""
            async ([font, characters]) => {
                await document.fonts.load(font, characters);
                if (!document.fonts.check(font, characters)) throw new Error(font + ' did not come');
                const context = document.createElement('canvas').getContext('2d');
                context.font = font;
                const one = context.measureText(characters);
                return [one.fontBoundingBoxAscent, one.fontBoundingBoxDescent, ...[...characters].map(c => context.measureText(c).width)];
            }
            """, new[] { font, characters });
        return (characters.Zip(found[2..]).ToDictionary(pair => pair.First, pair => pair.Second), found[0], found[1]);
    }

    private static async Task<List<Face>> FacesAsync(Visit visit)
    {
        var found = await visit.Page.EvaluateAsync<string[][]>("""
            [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).filter(rule => rule instanceof CSSFontFaceRule)
                .map(rule => ['font-family', 'font-style', 'font-weight', 'size-adjust', 'ascent-override', 'descent-override', 'unicode-range'].map(name => rule.style.getPropertyValue(name)))
            """);
        return [.. found.Where(face => face[3].Length > 0).Select(face => new Face(
            face[0].Trim('"'), face[1].Length == 0
                ? "normal"
                : face[1], face[2], Percent(face[3]), Percent(face[4]), Percent(face[5]), face[6]))];
    }

    private static double Percent(string text) => double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture) / 100;

    private sealed record Face(string Family, string Style, string Weight, double Size, double Ascent, double Descent, string Range)
    {
        public bool Covers(int weight)
        {
            var ends = Weight.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(end => int.Parse(end, CultureInfo.InvariantCulture))
                .ToList();
            return ends.Count == 0 || (ends[0] <= weight && weight <= ends[^1]);
        }

        public bool Has(char c) => Range.Length == 0 || Range.Split(',').Any(part =>
        {
            var ends = part.Trim()[2..].Split('-').Select(end => int.Parse(end, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                .ToList();
            return ends[0] <= c && c <= ends[^1];
        });
    }
}
