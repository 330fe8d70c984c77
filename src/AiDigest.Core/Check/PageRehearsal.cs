using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Check;

/// <summary>
/// Renders every output into nothing and follows the links of its finished HTML: what a body links to is settled by the plan,
/// what a template links to is known only here.
/// </summary>
internal sealed class PageRehearsal(BuildPlan plan, SiteRenderer renderer, int jobs)
{
    private readonly Dictionary<string, int> _slots = plan.Outputs.Select((output, slot) => (output.Path, slot)).ToDictionary(pair => pair.Path, pair => pair.slot, StringComparer.Ordinal);
    private readonly string[]?[] _ids = new string[]?[plan.Outputs.Length];

    public void Run(List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var failures = new TemplateFailures(plan.Outputs.Length);
        var links = new PageLink[]?[plan.Outputs.Length];
        ParallelRun.Run(plan.Outputs.Length, jobs, () => new Rehearsing(renderer.NewWorker(), new PageLinks(plan.Addresses)), (worker, slot) =>
        {
            if (plan.Outputs[slot] is RenderedOutput page && !failures.IsPast(page, slot))
            {
                try
                {
                    var bytes = worker.Renderer.Render(page);
                    if (page.Path.EndsWith(".html", StringComparison.Ordinal))
                    {
                        (links[slot], _ids[slot]) = worker.Links.Of(bytes.Span, Addresses.AddressOf(page.Path));
                    }
                }
                catch (TemplateException failure)
                {
                    failures.Add(page, slot, failure.Diagnostic);
                }
            }
        }, cancellation);
        diagnostics.AddRange(failures.Found());
        diagnostics.AddRange(Dead(links));
    }

    /// <summary>Each dead address where the source wrote it; one of a template once, with the page on which it stands first.</summary>
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
                    yield return Diagnostic.At(Catalogue.DeadAddress, place.At, $"'{place.Written}' leads to '/{link.Address}': {problem}");
                }

                if (places.Count == 0)
                {
                    yield return new Diagnostic(
                        Catalogue.DeadAddress, "templates/layouts/" + page!.Template, 1, 1, 1,
                        $"/{Addresses.AddressOf(page!.Path)} links to '/{link.Address}{(link.Fragment is null ? "" : "#" + link.Fragment)}': {problem}", "");
                }
            }
        }
    }

    private string? Problem(PageLink link)
    {
        if (!_slots.TryGetValue(Addresses.PathOf(link.Address), out var slot))
        {
            return _slots.ContainsKey(link.Address + "/index.html") ? "its address ends in '/'" : "the site has no such address";
        }

        return link.Fragment is null or "top" || _ids[slot] is not { } ids || ids.Contains(link.Fragment, StringComparer.Ordinal) ? null : "the page has no such id";
    }

    private sealed record Rehearsing(RenderWorker Renderer, PageLinks Links);
}
