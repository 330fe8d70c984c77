using Microsoft.Playwright;

namespace AiDigest.Tests.Fixtures;

/// <summary>Opens pages of a preview under the strictest policy that the site promises to work under.</summary>
internal static class PreviewedPage
{
    /// <summary>Starts a preview and waits until the page at a path listens.</summary>
    public static async Task<RunningPreview> OpenAsync(IPage page, ScratchSite site, string path)
    {
        var preview = await RunningPreview.StartAsync(site.Root);
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            var response = await route.FetchAsync();
            var policy = response.Status == 500 ? "default-src 'self'; style-src 'unsafe-inline'" : "default-src 'self'";
            await route.FulfillAsync(
                new()
                {
                    Response = response,
                    Headers = new Dictionary<string, string>(response.Headers) { ["content-security-policy"] = policy }
                });
        });
        var listening = page.WaitForRequestAsync(request => request.Url.EndsWith("/_aidigest/events", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(preview.Address, path).AbsoluteUri);
        await listening;
        return preview;
    }
}
