using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Outputs;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site;

/// <summary>
/// Turns the settled site into the list of every file to come. It reads no disk and makes no HTML: the same site gives the same
/// plan. Mistakes are collected, not thrown; a plan with errors must not be built.
/// </summary>
public static class Planner
{
    /// <summary>The address of a site that names none.</summary>
    public const string DefaultUrl = "http://localhost:4000/";

    /// <summary>The outputs that follow from the site alone, in the order in which they claim their addresses.</summary>
    private static readonly (string Kind, OutputPlan Outputs)[] Plans =
        [.. OutputKind.All.SelectMany(kind => kind.Plans.Select(plan => (kind.Name, plan)))];

    /// <returns>The plan; null where not even the days of entries can be told.</returns>
    public static BuildPlan? Plan(SiteInput input, List<Diagnostic> diagnostics)
    {
        if (SiteAssembler.Assemble(input, diagnostics) is not { } site)
        {
            return null;
        }

        if (input.Settings.Url is null)
        {
            diagnostics.Add(
                Diagnostic.OfFile(Catalogue.NoSiteUrl, "content/site.yaml",
                Messages.NoSiteUrl(DefaultUrl)));
        }

        var url = input.Settings.Url ?? DefaultUrl;
        var addresses = new Addresses(url, input.BaseUrl ?? url);
        var targets = new LinkTargets(site, input.Files, input.Broken, address => OutputKind.Of(address)?.Name);
        var links = new LinkResolver(targets, input.PictureSize, diagnostics);
        var views = new EntryViews(site, addresses, input.Strings, targets, links);
        var context = new PlanContext(site, addresses, input.Strings, views, OutputKind.Feeds);
        var outputs = Collect(context, input, targets, links, diagnostics, out var book);
        var menu = new MenuPlan(context, targets, links, book, diagnostics).Items();
        if (!input.Partial)
        {
            CheckPending(links, book, targets, diagnostics);
        }

        outputs.Sort((left, right) => string.CompareOrdinal(left.Path, right.Path));
        var shown = new SiteView(
            Shown(site.Settings, views), addresses, menu, context.Feeds("", site.Settings.Title), Starts(context));
        return new BuildPlan(site, shown, addresses, [.. outputs])
        {
            Views = views,
            LateLinks = [.. links.Pending.Where(link => link.Fragment is not null)],
        };
    }

    /// <summary>Where kinds begin, by their names in templates; null for those that are off.</summary>
    private static ImmutableArray<(string Name, string? Url)> Starts(PlanContext context) =>
        [.. OutputKind.All.Where(kind => kind.Start is not null).Select(kind => (kind.Name + "_url", context.Url(kind.Name, kind.Start!)))];

    /// <summary>The owner's sentences with their typography; the name of the site stays as written.</summary>
    private static Settings Shown(Settings settings, EntryViews views) =>
        settings with { Tagline = views.Typeset(settings.Tagline), Description = views.Typeset(settings.Description) };

    private static List<PlannedOutput> Collect(
        PlanContext context, SiteInput input, LinkTargets targets, LinkResolver links, List<Diagnostic> diagnostics, out AddressBook book)
    {
        var claimed = new AddressBook(diagnostics, expected: 3 * context.Site.All.Length);
        var claims = new AddressClaims(context.Site, claimed);
        var rendered = Rendered(context, targets, links, input.SideBySide, claims.All);
        book = claimed;
        var outputs = new List<PlannedOutput>(rendered.Count);
        foreach (var page in rendered)
        {
            if (page.Owner is not null || IsTagPage(page)
                || book.TryClaim(page.Path, Messages.ThePageOfTheSite(Path.GetFileNameWithoutExtension(page.Template)), null))
            {
                outputs.Add(page);
            }
        }

        outputs.AddRange(claims.Redirects(context));
        foreach (var file in links.Files)
        {
            if (book.TryClaim(file.Address, Messages.TheFile(file.SourcePath), file.At, file.Made) && file.Made)
            {
                outputs.Add(new CopiedOutput(file.Address, file.SourcePath));
            }
        }

        foreach (var (name, address) in input.Assets.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            if (book.TryClaim(address, Messages.TheAsset(name), null))
            {
                outputs.Add(new AssetOutput(address, name));
            }
        }

        if (context.Has(OutputNames.Search) && input.Search is { } search)
        {
            outputs.AddRange(search(context.Site).Where(file => claimed.TryClaim(file.Path, Messages.TheSearchIndex, null)));
        }

        outputs.AddRange(Static(input, book));
        var redirects = outputs.OfType<PageOutput>().Where(page => page.LeadsTo is not null)
            .Select(page => (Addresses.AddressOf(page.Path), page.LeadsTo!));
        outputs.AddRange(HostPlan.Outputs(context, outputs, redirects).Where(file => !claimed.IsClaimed(file.Path)).ToList());
        return outputs;
    }

    private static bool IsTagPage(RenderedOutput page) =>
        page.Template == "tag.html" && !page.Path.Contains("/page/", StringComparison.Ordinal);

    /// <param name="meanwhile">Done at the same time.</param>
    private static List<RenderedOutput> Rendered(
        PlanContext context, LinkTargets targets, LinkResolver links, Action<int, Action<int>> sideBySide, Action meanwhile)
    {
        var byKind = new List<RenderedOutput>?[Plans.Length];
        var isDone = false;
        DeterministicParallel.Run(sideBySide, Plans.Length + 1, slot =>
        {
            if (slot < Plans.Length)
            {
                byKind[slot] ??= context.Has(Plans[slot].Kind) ? [.. Plans[slot].Outputs(context)] : [];
            }
            else if (!isDone)
            {
                isDone = true;
                meanwhile();
            }
        });
        var outputs = new List<RenderedOutput>(byKind.Sum(planned => planned!.Count) + 16);
        foreach (var planned in byKind)
        {
            outputs.AddRange(planned!);
        }

        // Also pages that are left out or off have their links checked.
        var bodies = context.Site.Pages.ToDictionary(page => page, page =>
        {
            var from = targets.Of(page.Page.Address.Text + "/");
            return new PlacedBody(page.Body, from.Slug, from.Address, links.Resolve(from, page.Body));
        });
        if (context.Has(OutputNames.Pages))
        {
            outputs.AddRange(StaticPagePlan.Outputs(context, page => bodies[page]));
        }

        if (context.Has(OutputNames.Papers))
        {
            outputs.Add(StaticPagePlan.Saved(context));
        }

        outputs.Add(StaticPagePlan.NotFound(context));
        if (context.Has(OutputNames.Sitemap))
        {
            outputs.AddRange(SitemapPlan.Outputs(context, outputs.ToList()));
        }

        return outputs;
    }

    /// <summary>The owner's files, copied to the root as they are.</summary>
    private static IEnumerable<CopiedOutput> Static(SiteInput input, AddressBook book)
    {
        const string Folder = "content/static/";
        foreach (var file in input.Files.Where(file => file.StartsWith(Folder, StringComparison.Ordinal)))
        {
            var path = file[Folder.Length..];
            if (book.TryClaim(path, Messages.TheFile(file), new SourceRef(file, 1, 1)))
            {
                yield return new CopiedOutput(path, file);
            }
        }
    }

    private static void CheckPending(LinkResolver links, AddressBook book, LinkTargets targets, List<Diagnostic> diagnostics)
    {
        foreach (var link in links.Pending)
        {
            if (!book.IsMade(Addresses.PathOf(link.Address)) && targets.ByAddress(link.Address) is null)
            {
                diagnostics.Add(
                    Diagnostic.At(Catalogue.DeadLink, link.At, Messages.NoSuchAddress(link.Written, book.Near(link.Address))));
            }
        }
    }
}
