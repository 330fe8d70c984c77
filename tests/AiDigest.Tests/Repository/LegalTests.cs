using System.Text.RegularExpressions;
using AiDigest.Tests.Fixtures;
using AiDigest.Tests.Sites;
using Xunit;

namespace AiDigest.Tests.Repository;

/// <summary>Licences, and the files by which strangers find their way into the project.</summary>
public partial class LegalTests
{
    [Fact]
    public void Notices_name_exactly_the_packages_of_the_lock_file()
    {
        var named = Heading().Matches(Checkout.ReadText(ThirdPartyNotices.Path))
            .Select(match => (match.Groups[1].Value, match.Groups[2].Value));
        Assert.Equal(ThirdPartyNotices.Packages(), named);
    }

    [Fact]
    public void Notices_are_what_the_packages_say() => ExpectedText.Check(ThirdPartyNotices.Path, ThirdPartyNotices.Make());

    [Fact]
    public void Only_permissive_licences_are_carried()
    {
        string[] permissive = ["Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MIT", "as follows"];
        var licences = LicenceLine().Matches(Checkout.ReadText(ThirdPartyNotices.Path)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Empty(licences.Except(permissive));
    }

    [Fact]
    public void Changelog_begins_with_what_is_not_released_yet()
    {
        var headings = Checkout.ReadText("CHANGELOG.md").Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .ToList();
        Assert.Equal("## [Unreleased]", headings[0]);
        Assert.All(headings.Skip(1), heading => Assert.Matches(@"^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$", heading));
    }

    [GeneratedRegex(@"^={100}\n(\S+) (\d\S*)\n-{100}$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("^License: (.+)$", RegexOptions.Multiline)]
    private static partial Regex LicenceLine();
}
