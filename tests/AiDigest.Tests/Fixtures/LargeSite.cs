using Xunit;

[assembly: AssemblyFixture(typeof(AiDigest.Tests.Fixtures.LargeSite))]

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// 2,000 entries with a page each and little else, so that a build takes a second or two, and their clean build. Made once, when the first
/// test asks; each test builds into a separate folder.
/// </summary>
public sealed class LargeSite : IDisposable
{
    private readonly Lazy<(ScratchSite Site, SortedDictionary<string, byte[]> Clean)> _made = new(Make);

    public string Root => _made.Value.Site.Root;

    internal SortedDictionary<string, byte[]> Clean => _made.Value.Clean;

    public void Dispose()
    {
        if (_made.IsValueCreated)
        {
            _made.Value.Site.Dispose();
        }
    }

    private static (ScratchSite, SortedDictionary<string, byte[]>) Make()
    {
        var site = new ScratchSite();
        site.Settings("url: https://a.example/\nfeed_size: 5\npage_size: 10\noutputs: [home, papers, sitemap]\n");
        for (var i = 0; i < 2000; i++)
        {
            site.Add(
                $"content/papers/p{i:0000}.md",
                $"---\ntitle: Заметка {i}\ndate: {new DateOnly(2020, 1, 1).AddDays(i / 2):yyyy-MM-dd}\ntags: [t]\n---\n\nТекст {i}.\n");
        }

        site.BuildFine();
        return (site, site.Tree());
    }
}
