using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Outputs;

/// <summary>The menu: the owner's lines, or the sections of the site; then every standing page that asks to be in it.</summary>
internal sealed class MenuPlan(PlanContext context, LinkTargets targets, LinkResolver links, AddressBook book, List<Diagnostic> diagnostics)
{
    public ImmutableArray<IView> Items()
    {
        var items = ImmutableArray.CreateBuilder<IView>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in context.Settings.Menu.IsEmpty ? Sections() : context.Settings.Menu)
        {
            if (View(item) is { Url: { } url } view && seen.Add(url))
            {
                items.Add(view);
            }
        }

        foreach (var page in context.Site.PublishedPages.Where(page => page.Page.Menu && context.Has(OutputNames.Pages)))
        {
            var url = context.Addresses.Local(page.Page.Address.Text + "/");
            if (seen.Add(url))
            {
                items.Add(new LinkView(context.Views.Typeset(page.Page.Title.Text), url));
            }
        }

        if (context.Settings.Menu.IsEmpty && context.Feeds("", "").OfType<FeedLinkView>().FirstOrDefault(feed => feed.Type.EndsWith("xml",
            StringComparison.Ordinal)) is { } feed)
        {
            items.Add(new LinkView(context.Strings.Text("footer.feeds"), feed.Url)); // its style sheet tells people what to do with it
        }

        return items.ToImmutable();
    }

    private IEnumerable<MenuItem> Sections()
    {
        yield return new MenuItem(context.Strings.Text("tags.heading"), new Located("/tags/", default));
        yield return new MenuItem(context.Strings.Text("archive.heading"), new Located("/archive/", default));
        yield return new MenuItem(context.Strings.Text("authors.heading"), new Located("/authors/", default));
        yield return new MenuItem(context.Strings.Text("search.heading"), new Located("/search/", default));
    }

    private string Fragment(string address, string written, Located to)
    {
        if (links.AtAddress(address, Uri.UnescapeDataString(written), to.At, out var isSettled) is not { Length: > 0 } fragment)
        {
            return "";
        }

        if (!isSettled)
        {
            links.Pending.Add(new PendingLink(address, fragment, to.Text, to.At));
        }

        return "#" + Uri.EscapeDataString(fragment);
    }

    private LinkView? View(MenuItem item)
    {
        if (!item.To.Text.StartsWith('/'))
        {
            return new LinkView(item.Title, PercentEncoding.OfAddress(item.To.Text), External: true);
        }

        var hash = item.To.Text.IndexOf('#', StringComparison.Ordinal);
        var path = (hash < 0 ? item.To.Text : item.To.Text[..hash])[1..];
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? "" : PercentEncoding.Of(path[mark..]);
        var address = UnicodeForm.Composed(Uri.UnescapeDataString(mark < 0 ? path : path[..mark]));
        if (targets.IsOff(address) || targets.IsSkipped(address))
        {
            return null;
        }

        if (!book.IsMade(Addresses.PathOf(address)))
        {
            diagnostics.Add(
                Diagnostic.At(Catalogue.DeadLink, item.To.At,
                Messages.MenuLeadsNowhere(item.To.Text, book.Near(address))));
            return null;
        }

        return new LinkView(item.Title, context.Addresses.Local(address) + query
            + (hash < 0 ? "" : Fragment(address, item.To.Text[(hash + 1)..], item.To)));
    }
}
