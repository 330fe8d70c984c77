using Deque.AxeCore.Commons;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// The rules of axe for WCAG 2.2, levels A and AA. A page gets the engine once, by <see cref="Engine"/>: the package's own bindings add it
/// at each call, which takes longer than the check.
/// </summary>
internal static class Axe
{
    /// <summary>A script that returns the violations of the page as it is now, one string each.</summary>
    public const string Judge = """
        async () => (await axe.run({
            runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
            resultTypes: ['violations'],
        })).violations.map(one => one.id + ': ' + one.nodes.slice(0, 3).map(node => node.html + ' ' + node.any.map(check => check.message)).join(' | '))
        """;

    public static readonly string Engine = new BundledAxeScriptProvider().GetScript();
}
