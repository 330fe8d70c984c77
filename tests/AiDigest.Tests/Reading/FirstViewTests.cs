using System.IO.Compression;
using AiDigest.Preview;
using AiDigest.Tests.Fixtures;
using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Reading;

/// <summary>What a phone waits for at the first view of this repository's own site: text by gzip, fonts and pictures as they are.</summary>
[Collection(nameof(PublishedSite))]
public class FirstViewTests(PublishedSite site, RichSite sites)
{
    private const string Address = "https://ai-digest.example/";

    /// <summary>Home has twenty whole summaries and formulas, whose font is a sixth of it.</summary>
    [Theory]
    [InlineData("", 75_000)]
    [InlineData("tags/acceleration/", 75_000)]
    [InlineData("papers/teacache/", 50_000)]
    public async Task Home_a_tag_and_an_entry_are_light(string path, int mostBytes)
    {
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        await using var context = await site.ContextAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await context.RouteAsync("**/*", async route =>
        {
            var file = new Uri(route.Request.Url).AbsolutePath[1..];
            file = file.Length == 0 || file.EndsWith('/') ? file + "index.html" : file;
            var bytes = sites.Sample[file];
            lock (sizes)
            {
                sizes[file] = file.EndsWith(".woff2", StringComparison.Ordinal) || file.EndsWith(".png", StringComparison.Ordinal)
                    ? bytes.Length
                    : Gzip(bytes);
            }

            await route.FulfillAsync(new() { BodyBytes = bytes, ContentType = ContentTypes.Of(file) });
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(Address + path);
        await page.EvaluateAsync("document.fonts.ready");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        KeyValuePair<string, int>[] asked;
        lock (sizes)
        {
            asked = [.. sizes];
        }

        var list = string.Join("\n", asked.Select(size => $"{size.Value} {size.Key}"));
        Assert.True(asked.Sum(size => size.Value) <= mostBytes, $"{asked.Sum(size => size.Value)}:\n{list}");
        Assert.Contains("fonts/serif-cyrillic.", list, StringComparison.Ordinal);
    }

    private static int Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)packed.Length;
    }
}
