using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Check;

/// <summary>
/// Renders every output into nothing and follows the links of its finished HTML: what a body links to is settled by the plan, what a
/// template links to is known only here. A large site has ten million links, nearly all of which lead to a page that the plan has. So a
/// link is kept only where it leads nowhere, or to an id of another page; ids are kept as hashes.
/// </summary>
internal sealed class PageRehearsal(BuildPlan plan, SiteRenderer renderer, BuildOptions options)
{
    /// <summary>Pages after which the process is asked to collect what they left.</summary>
    private const int CollectEach = 32_768;

    private readonly Dictionary<string, int> _slots = plan.Outputs.Select((output, slot) => (output.Path, slot))
        .ToDictionary(pair => pair.Path, pair => pair.slot, StringComparer.Ordinal);
    private readonly long[] _sizes = new long[plan.Outputs.Length];
    private readonly ulong[]?[] _ids = new ulong[]?[plan.Outputs.Length];

    public void Run(List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var failures = new TemplateFailures(plan.Outputs.Length);
        var links = new PageLink[]?[plan.Outputs.Length];
        for (var start = 0; start < plan.Outputs.Length; start += CollectEach)
        {
            var first = start;
            ParallelRun.Run(Math.Min(CollectEach, plan.Outputs.Length - first), options.Jobs, () =>
                new Rehearsing(renderer.NewWorker(cancellation), new PageLinks(plan.Addresses)), (worker, at) =>
                    Render(worker, first + at, failures, links), cancellation);
            options.Collect?.Invoke();
        }

        diagnostics.AddRange(failures.Found());
        diagnostics.AddRange(Dead(links));
    }

    private void Render(Rehearsing worker, int slot, TemplateFailures failures, PageLink[]?[] links)
    {
        if (plan.Outputs[slot] is not RenderedOutput page || failures.IsPast(page, slot))
        {
            return;
        }

        try
        {
            var bytes = worker.Renderer.Render(page);
            _sizes[slot] = bytes.Length;
            if (page.Path.EndsWith(".html", StringComparison.Ordinal))
            {
                (var found, _ids[slot]) = worker.Links.Of(bytes.Span, Addresses.AddressOf(page.Path));
                found.RemoveWhere(link => IsSettled(link, slot));
                links[slot] = found.Count == 0 ? null : [.. found];
            }
        }
        catch (TemplateException failure)
        {
            failures.Add(page, slot, failure);
        }
    }

    /// <summary>The page that it leads to is there, and so is the id, as far as that is known while pages are still being made.</summary>
    private bool IsSettled(PageLink link, int slot) =>
        _slots.TryGetValue(Addresses.PathOf(link.Address), out var target)
            && (link.Fragment is null or "top" || (target == slot && Array.IndexOf(_ids[slot]!, PageLinks.Hash(link.Fragment)) >= 0));

    /// <summary>Bytes of a rendered output, after <see cref="Run"/>.</summary>
    public long SizeOf(int slot) => _sizes[slot];

    /// <summary>Each dead address where the source wrote it; one of a template once, with the first page that has it.</summary>
    private IEnumerable<Diagnostic> Dead(PageLink[]?[] links)
    {
        var written = plan.LateLinks.ToLookup(link => new PageLink(link.Address, link.Fragment));
        var seen = new HashSet<(string, PageLink)>();
        for (var slot = 0; slot < links.Length; slot++)
        {
            var page = plan.Outputs[slot] as RenderedOutput;
            foreach (var link in links[slot] ?? [])
            {
                if (Problem(link) is not { } problem)
                {
                    continue;
                }

                var places = written[link].DistinctBy(place => place.At).ToList();
                if (!seen.Add((places.Count > 0 ? "" : page!.Template, link)))
                {
                    continue;
                }

                foreach (var place in places)
                {
                    yield return Diagnostic.At(
                        Catalogue.DeadAddress, place.At, Messages.LeadsToNothing(place.Written, link.Address, problem));
                }

                if (places.Count == 0)
                {
                    yield return new Diagnostic(
                        Catalogue.DeadAddress, "templates/layouts/" + page!.Template, 1, 1, 1,
                        Messages.PageLinksToNothing(
                            Addresses.AddressOf(page!.Path), link.Address + (link.Fragment is null ? "" : "#" + link.Fragment), problem),
                                "");
                }
            }
        }
    }

    private Message? Problem(PageLink link)
    {
        if (!_slots.TryGetValue(Addresses.PathOf(link.Address), out var slot))
        {
            return _slots.ContainsKey(link.Address + "/index.html") ? Messages.AddressEndsInSlash : Messages.SiteHasNoSuchAddress;
        }

        return link.Fragment is null or "top" || _ids[slot] is not { } ids
            || Array.IndexOf(ids, PageLinks.Hash(link.Fragment)) >= 0 ? null : Messages.PageHasNoSuchId;
    }

    private sealed record Rehearsing(RenderWorker Renderer, PageLinks Links);
}
