using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Outputs;

namespace AiDigest.Core.Site.Links;

/// <summary>
/// Claims the addresses that authors choose: of entries, pages, tags and redirects, published or not, in the order of their sources.
/// </summary>
internal sealed class AddressClaims(AssembledSite site, AddressBook book)
{
    private readonly List<(Located Alias, string Address, string Title, bool Made)> _aliases = [];

    public void All()
    {
        Entries();
        Pages();
        Tags();
    }

    private void Entries()
    {
        var made = site.Settings.Outputs.Has(OutputNames.Papers);
        foreach (var entry in site.InSourceOrder)
        {
            var paper = entry.Paper;
            var at = paper.Slug.At.Line > 0 ? paper.Slug.At : paper.Source;
            if (!book.TryClaim(entry.Path, Messages.TheEntry(paper.Title.Text), at, made && entry.Published, Messages.ChangeASlug))
            {
                continue;
            }

            book.TryClaim(entry.CitationAddress, Messages.TheCitationOf(paper.Title.Text), at, made && entry.Published
                && site.Settings.Outputs.Has(OutputNames.Bibtex));
            if (site.Settings.Outputs.Has(OutputNames.Markdown))
            {
                book.TryClaim(entry.MarkdownAddress, Messages.TheMarkdownOf(paper.Title.Text), at, made && entry.Published);
            }

            foreach (var alias in paper.Aliases)
            {
                _aliases.Add((alias, entry.Address, paper.Title.Text, made && entry.Published));
            }
        }
    }

    private void Pages()
    {
        var made = site.Settings.Outputs.Has(OutputNames.Pages);
        var published = site.PublishedPages.ToHashSet();
        foreach (var entry in site.Pages)
        {
            var page = entry.Page;
            var at = page.Address.At.Line > 0 ? page.Address.At : page.Source;
            var address = page.Address.Text + "/";
            if (!PageMetadata.IsReserved(page.Address.Text)
                && book.TryClaim(
                    Addresses.PathOf(address), Messages.ThePage(page.Title.Text), at,
                    made && published.Contains(entry), Messages.ChangeASlug))
            {
                _aliases.AddRange(page.Aliases.Select(alias => (alias, address, page.Title.Text, made && published.Contains(entry))));
            }
        }
    }

    /// <summary>Two tags of one address are a mistake even while one of them has no published entry.</summary>
    private void Tags()
    {
        var shown = site.Tags.Select(tag => tag.Of.Key).ToHashSet(StringComparer.Ordinal);
        var made = site.Settings.Outputs.Has(OutputNames.Tags);
        foreach (var tag in site.AllTags.OrderBy(tag => tag.At.Path, StringComparer.Ordinal).ThenBy(tag => tag.At.Line)
            .ThenBy(tag => tag.At.Column))
        {
            if (!tag.HasReservedSlug)
            {
                book.TryClaim(
                    Addresses.PathOf(tag.Address), Messages.TheTag(tag.Title), tag.At,
                    made && shown.Contains(tag.Key), Messages.GiveTheTagASlug);
            }
        }
    }

    /// <summary>Old addresses, claimed last, after <see cref="All"/>: no alias can take the place of a page.</summary>
    public IEnumerable<RenderedOutput> Redirects(PlanContext context)
    {
        foreach (var (alias, address, title, made) in _aliases)
        {
            if (book.TryClaim(Addresses.PathOf(alias.Text), Messages.TheAlias(alias.Text), alias.At, made) && made)
            {
                yield return StaticPagePlan.Redirect(context, alias.Text, address, title, alias.At);
            }
        }

        var shown = site.Tags.ToDictionary(tag => tag.Of.Key, StringComparer.Ordinal);
        foreach (var tag in site.AllTags.Where(tag => !tag.Former.IsEmpty && !tag.HasReservedSlug))
        {
            foreach (var redirect in tag.Former.SelectMany(former => Former(context, tag, former, shown.GetValueOrDefault(tag.Key))))
            {
                yield return redirect;
            }
        }
    }

    /// <summary>
    /// The page at an old address of a tag, and its feeds: readers of a feed follow no page, so they get the same feed there.
    /// </summary>
    private IEnumerable<RenderedOutput> Former(PlanContext context, Tag tag, FormerAddress former, Group<Tag>? entries)
    {
        var made = entries is not null && site.Settings.Outputs.Has(OutputNames.Tags);
        var path = Addresses.PathOf(former.Address);
        if ((!former.IsWritten && book.IsClaimed(path)) || !book.TryClaim(path, Messages.TheAlias(former.Address), former.At, made)
            || !made)
        {
            yield break;
        }

        yield return StaticPagePlan.Redirect(context, former.Address, tag.Address, tag.Title, former.At);
        foreach (var format in context.FeedFormats.Where(format => context.Has(format.Kind) && former.Address.EndsWith('/')))
        {
            var feed = FeedPlan.Moved(context, format, entries!, former.Address);
            if (!book.IsClaimed(feed.Path) && book.TryClaim(feed.Path, Messages.TheFeedOfTheAlias(former.Address), former.At))
            {
                yield return feed;
            }
        }
    }
}
