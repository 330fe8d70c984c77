using AiDigest.Core.Build;
using AiDigest.Core.Check;
using AiDigest.Core.Diagnostics;
using AiDigest.Tests.Fixtures;
using Xunit;

namespace AiDigest.Tests.Sites;

/// <summary>
/// Whatever <c>build</c> refuses, <c>check</c> refuses too, at the same place and in the same words: for every broken site.
/// </summary>
public class CheckAgreesTests
{
    // Only a build looks at what is in the output folder.
    private static readonly string[] OfTheOutput = ["AD0701"];

    public static TheoryData<string> Names => [.. BrokenSite.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_a_build_refuses_check_refuses_at_its_source(string name)
    {
        using var site = new ScratchSite();
        BrokenSite.Make(name, site);
        var options =
            new BuildOptions(site.Root, Path.Combine(site.Root, "elsewhere"), ScratchSite.Now, 2, null, false, false, NoCache: true);

        var built = SiteBuilder.Build(options, () => { }, TestContext.Current.CancellationToken).Diagnostics;
        var checkedToo = SiteChecker.Check(options, TestContext.Current.CancellationToken).Diagnostics;

        Assert.Equal([], Errors(built).Except(Errors(checkedToo)));
    }

    private static IEnumerable<string> Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(diagnostic => diagnostic.Rule.Severity == Severity.Error && !OfTheOutput.Contains(diagnostic.Rule.Id))
        .Select(diagnostic =>
            FormattableString.Invariant(
                $"{diagnostic.Path}:{diagnostic.Line}:{diagnostic.Column} {diagnostic.Rule.Id} {diagnostic.Message}"));
}
