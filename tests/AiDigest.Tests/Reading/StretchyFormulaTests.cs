using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>
/// Signs that grow with what they enclose, measured in pixels of a real Chromium with the fonts of the theme alone. A fault of a font's
/// MATH table shows in pixels only: the page lays out as if the sign had its size, and paints a torn, clipped or far too large one.
/// </summary>
public sealed class StretchyFormulaTests(StretchySite site) : IClassFixture<StretchySite>
{
    /// <summary>For each sign on its own: rows that have ink from the sign, and rows of what it encloses, in pixels.</summary>
    private const string InkOfRows = """
        async ({ png, left, right, top, bottom }) => {
            const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), c => c.charCodeAt(0))]));
            const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(left, top, right - left, bottom - top), rows = [];
            for (let y = 0; y < bottom - top; y++) {
                let dark = 0;
                for (let x = 0; x < right - left; x++) dark = Math.max(dark, 255 - data[4 * (y * (right - left) + x)]);
                rows.push(dark);
            }
            return rows;
        }
        """;

    public static TheoryData<string, string, int> Brackets
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var (open, close) in StretchySite.Pairs)
            {
                // which has no pieces, here and in TeX
                foreach (var lines in StretchySite.Sizes.Where(lines => lines < 3 || open != @"\langle"))
                {
                    data.Add(open, close, lines);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Brackets))]
    public async Task A_bracket_is_as_tall_as_what_it_encloses_and_whole(string open, string close, int lines)
    {
        var rows = await site.RowsAsync($"{open}{lines}{close}", "mo", "mtable", across: false);
        AssertWhole(rows, atMost: 1.35 * rows.Enclosed + 20);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public async Task A_root_is_as_tall_as_what_it_encloses_and_whole(int lines)
    {
        var rows = await site.RowsAsync($"root{lines}", "msqrt", "mtable", across: false);
        AssertWhole(rows, atMost: 1.35 * rows.Enclosed + 20);
    }

    [Theory]
    [InlineData("overbrace")]
    [InlineData("underbrace")]
    [InlineData("overrightarrow")]
    [InlineData("overleftarrow")]
    public async Task A_sign_over_a_long_sum_is_as_wide_as_it_and_whole(string sign)
    {
        var columns = await site.RowsAsync(sign, ":is(mover, munder) > mo", "mrow", across: true);
        AssertWhole(columns, atMost: columns.Enclosed + 60);
    }

    /// <summary>A sign on a separate line is larger than within a line, and not several times as large.</summary>
    [Theory]
    [InlineData("sum", 1.2, 1.8)]
    [InlineData("prod", 1.2, 1.8)]
    [InlineData("int", 1.4, 2.4)]
    [InlineData("bigcup", 1.2, 2.0)]
    [InlineData("bigcap", 1.2, 2.0)]
    public async Task An_operator_on_a_separate_line_is_larger_by_about_half(string sign, double least, double most)
    {
        var display = await site.RowsAsync(sign + "-display", "mo", "mo", across: false);
        var inline = await site.RowsAsync(sign + "-inline", "mo", "mo", across: false);
        Assert.InRange((double)display.Painted / inline.Painted, least, most);
    }

    private static void AssertWhole(Ink ink, double atMost)
    {
        Assert.True(ink.Gaps == 0, $"torn in {ink.Gaps} places: {ink}");
        Assert.InRange(ink.Painted, 0.88 * ink.Enclosed, atMost);
    }

    /// <param name="Painted">Pixels from the first to the last with ink.</param>
    /// <param name="Enclosed">Pixels of what the sign encloses.</param>
    /// <param name="Gaps">Pixels between them that are as good as empty.</param>
    public sealed record Ink(int Painted, double Enclosed, int Gaps);

    internal static async Task<int[]> DarknessAsync(IPage page, byte[] png, Box box) => await page.EvaluateAsync<int[]>(InkOfRows, new
    {
        png = Convert.ToBase64String(png),
        left = (int)Math.Floor(box.Left),
        right = (int)Math.Ceiling(box.Right),
        top = (int)Math.Floor(box.Top),
        bottom = (int)Math.Ceiling(box.Bottom),
    });

    internal sealed record Box(double Left, double Right, double Top, double Bottom);
}

/// <summary>A page with a formula for each stretchy sign, open in a browser that has no other font for formulas.</summary>
public sealed class StretchySite : IAsyncLifetime
{
    public static readonly (string Open, string Close)[] Pairs =
    [
        ("(", ")"), ("[", "]"), (@"\{", @"\}"), ("|", "|"), (@"\|", @"\|"), (@"\lceil", @"\rceil"), (@"\lfloor", @"\rfloor"),
            (@"\langle", @"\rangle"),
    ];

    public static readonly int[] Sizes = [1, 2, 3, 5];

    private readonly Browser _browser = new();
    private readonly Dictionary<string, int> _places = [];
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        using var site = new ScratchSite().Settings("url: https://user.github.io/digest/\n");
        var body = string.Concat(Formulas().Select((formula, i) =>
        {
            _places[formula.Name] = i;
            return formula.Tex + "\n\n";
        }));
        site.AddPaper("stretchy", "2026-11-01", "math", body);
        site.BuildFine();
        var files = site.Tree();
        await _browser.InitializeAsync();
        var context = await _browser.ContextAsync(new() { ViewportSize = new() { Width = 1000, Height = 800 }, DeviceScaleFactor = 1 });
        _page = await context.NewPageAsync();
        await context.RouteAsync("**/*", async route =>
        {
            var path = new Uri(route.Request.Url).AbsolutePath["/digest/".Length..];
            await route.FulfillAsync(
                new()
                {
                    BodyBytes = files[path.EndsWith('/') ? path + "index.html" : path],
                    ContentType = AiDigest.Preview.ContentTypes.Of(path.EndsWith('/') ? "index.html" : path)
                });
        });
        await _page.GotoAsync("https://user.github.io/digest/papers/stretchy/");
        await _page.EvaluateAsync(
            "() => { document.documentElement.dataset.theme = 'light'; for (const e of document.querySelectorAll('.prose > *')) "
            + "e.style.padding = '5em 4em'; return document.fonts.ready.then(() => 0); }");
    }

    public async ValueTask DisposeAsync() => await _browser.DisposeAsync();

    /// <summary>Measures the ink of the sign along the way that it stretches.</summary>
    /// <param name="across">The sign stretches from left to right.</param>
    public async Task<StretchyFormulaTests.Ink> RowsAsync(string name, string sign, string enclosed, bool across)
    {
        var math = _page.Locator(".prose math").Nth(_places[name]);
        await math.EvaluateAsync("e => e.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var png = await _page.ScreenshotAsync();
        var s = await Box(math.Locator(sign).First);
        var e = await Box(math.Locator(enclosed).First);
        var box = across ? new StretchyFormulaTests.Box(e.X - 30, e.X + e.Width + 30, s.Y - 6, s.Y + s.Height + 3)
            : new StretchyFormulaTests.Box(s.X - 1, (sign == "msqrt" ? e.X - 1 : s.X + s.Width)
                + 1, Math.Min(s.Y, e.Y) - 25, Math.Max(s.Y + s.Height, e.Y + e.Height) + 25);
        var dark = across ? await Columns(png, box) : await StretchyFormulaTests.DarknessAsync(_page, png, box);
        var first = Array.FindIndex(dark, d => d > 60);
        var last = Array.FindLastIndex(dark, d => d > 60);
        Assert.True(first >= 0, $"{name}: no ink");
        return new(last - first + 1, across ? e.Width : e.Height, dark[first..last].Count(d => d < 30));
    }

    private static async Task<ElementHandleBoundingBoxResult> Box(ILocator element)
    {
        var box = (await element.BoundingBoxAsync())!;
        return new() { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height };
    }

    /// <summary>Turns the picture so that columns are rows.</summary>
    private async Task<int[]> Columns(byte[] png, StretchyFormulaTests.Box box) => await _page.EvaluateAsync<int[]>("""
        async ({ png, left, right, top, bottom }) => {
            const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), c => c.charCodeAt(0))]));
            const canvas = new OffscreenCanvas(image.width, image.height), context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { data } = context.getImageData(left, top, right - left, bottom - top), columns = [];
            for (let x = 0; x < right - left; x++) {
                let dark = 0;
                for (let y = 0; y < bottom - top; y++) dark = Math.max(dark, 255 - data[4 * (y * (right - left) + x)]);
                columns.push(dark);
            }
            return columns;
        }
        """,
        new
        {
            png = Convert.ToBase64String(png),
            left = (int)box.Left,
            right = (int)box.Right,
            top = (int)box.Top,
            bottom = (int)box.Bottom
        });

    private static IEnumerable<(string Name, string Tex)> Formulas()
    {
        foreach (var (open, close) in Pairs)
        {
            foreach (var lines in Sizes)
            {
                yield return ($"{open}{lines}{close}", $"$$\\left{open} {Matrix(lines)} \\right{close}$$");
            }
        }

        foreach (var lines in new[] { 2, 3, 7 })
        {
            yield return ($"root{lines}", $"$$\\sqrt{{{Matrix(lines)}}}$$");
        }

        foreach (var sign in new[] { "overbrace", "underbrace", "overrightarrow", "overleftarrow" })
        {
            yield return (sign, $"$$\\{sign}{{{string.Join(" + ", Enumerable.Repeat("x", 11))}}}$$");
        }

        foreach (var sign in new[] { "sum", "prod", "int", "bigcup", "bigcap" })
        {
            yield return (sign + "-display", $"$$\\{sign} x$$");
            yield return (sign + "-inline", $"Знак $\\{sign} x$ в строке.");
        }
    }

    private static string Matrix(int lines) => $@"\begin{{matrix}} {string.Join(@" \\ ", Enumerable.Repeat("x", lines))} \end{{matrix}}";
}
