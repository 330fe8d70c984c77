using Microsoft.Playwright;
using Xunit;

namespace AiDigest.Tests.Fixtures;

internal static class PageWaiting
{
    /// <summary>
    /// Asks until a script is true. Playwright's own <c>WaitForFunctionAsync</c> evaluates in the page, which the policy forbids.
    /// </summary>
    public static async Task UntilAsync(this IPage page, string condition, object? argument = null)
    {
        while (!await page.EvaluateAsync<bool>(condition, argument))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
