using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Links;

/// <summary>A source that a link may lead to: an entry or a standing page.</summary>
public sealed record LinkTarget(string SourcePath, string Slug, string Address, RenderedBody? Body, bool Published)
{
    /// <summary>Its kind of page is among the outputs.</summary>
    public bool HasPage { get; init; } = true;

    /// <summary>One of several entries of a day file, named by the fragment.</summary>
    public bool IsItem { get; init; }

    /// <summary>A day file was named without saying which of its entries is meant.</summary>
    public bool NeedsItem { get; init; }
}

/// <summary>What links can lead to, by source path and by address.</summary>
public sealed class LinkTargets
{
    // Only links within the site ask for them.
    private readonly Lazy<List<LinkTarget>> _all;
    private readonly Lazy<Dictionary<string, LinkTarget>> _addresses;

    // Only a link by a relative path asks for them.
    private readonly Lazy<Dictionary<string, List<LinkTarget>>> _sources;
    private readonly Lazy<HashSet<string>> _files;

    // Only a mistake asks for it.
    private readonly Lazy<Dictionary<string, string>> _names;

    private int _searches = 50;
    private readonly OutputSelection _kinds;
    private readonly Func<string, string?> _kindOf;
    private readonly IReadOnlySet<string> _broken;

    /// <param name="kindOf">The name of the kind that makes an address; null where only the list of static pages can tell.</param>
    public LinkTargets(AssembledSite site, IReadOnlyList<string> files, IReadOnlySet<string> broken, Func<string, string?> kindOf)
    {
        _kindOf = kindOf;
        _broken = broken;
        _kinds = site.Settings.Outputs;
        _files = new(() => new HashSet<string>(files, StringComparer.Ordinal));
        _all = new(() => Collect(site));
        _addresses = new(() =>
        {
            var addresses = new Dictionary<string, LinkTarget>(_all.Value.Count, StringComparer.Ordinal);
            foreach (var target in _all.Value)
            {
                addresses.TryAdd(target.Address, target);
            }

            return addresses;
        });
        _sources = new(() =>
        {
            var sources = new Dictionary<string, List<LinkTarget>>(StringComparer.Ordinal);
            foreach (var target in _all.Value)
            {
                if (!sources.TryGetValue(target.SourcePath, out var targets))
                {
                    sources.Add(target.SourcePath, targets = []);
                }

                targets.Add(target);
            }

            return sources;
        });
        _names = new(() =>
        {
            var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var file in files)
            {
                names.TryAdd(file[(file.LastIndexOf('/') + 1)..], file);
            }

            return names;
        });
    }

    /// <summary>The source could not be read: what a link to it means is not known, and its own mistake is reported already.</summary>
    public bool IsBroken(string path) => _broken.Contains(path);

    public bool HasFile(string path) => _files.Value.Contains(path);

    /// <summary>The target of a source file; for a day file the entry that the fragment names.</summary>
    public LinkTarget? Find(string path, string? fragment)
    {
        if (!_sources.Value.TryGetValue(path, out var targets))
        {
            return null;
        }

        return !targets[0].IsItem ? targets[0]
            : targets.Find(target => target.Slug == fragment) ?? targets[0] with { NeedsItem = true };
    }

    /// <summary>The slugs of the entries of one source.</summary>
    public IEnumerable<string> Slugs(string path) => _sources.Value[path].Select(target => target.Slug);

    /// <summary>The very target that stands for a paper or page, for links from it.</summary>
    public LinkTarget Of(string address) => _addresses.Value[address];

    public LinkTarget? ByAddress(string address) => _addresses.Value.GetValueOrDefault(address);

    /// <summary>The address is that of an entry or page which this build leaves out.</summary>
    public bool IsSkipped(string address) => _addresses.Value.TryGetValue(address, out var target) && !target.Published;

    /// <summary>The address belongs to a kind of output that is switched off.</summary>
    public bool IsOff(string address) => KindOf(address) is { } kind && !_kinds.Has(kind);

    /// <summary>
    /// Names a file of the same name elsewhere, or of a similar name in the folder, as the author would have to write it.
    /// </summary>
    public string? Near(string from, string missing)
    {
        var name = missing.LastIndexOf('/') + 1;
        if (!_names.Value.TryGetValue(missing[name..], out var found))
        {
            // To look through a folder for each of a hostile file's thousands of dead links would take forever.
            if (--_searches < 0)
            {
                return null;
            }

            var folder = missing[..name];
            var beside = _files.Value.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.IndexOf('/', name) < 0)
                .Select(file => file[name..]);
            if (NearestName.Of(missing[name..], beside) is not { } near)
            {
                return null;
            }

            found = folder + near;
        }

        var (here, there) = (from.Split('/')[..^1], found.Split('/'));
        var common = 0;
        while (common < here.Length && common < there.Length - 1 && here[common] == there[common])
        {
            common++;
        }

        var steps = Enumerable.Repeat("..", here.Length - common).Concat(there[common..]);
        return string.Join('/', steps);
    }

    private List<LinkTarget> Collect(AssembledSite site)
    {
        var all = new List<LinkTarget>(site.All.Length + site.Pages.Length);
        foreach (var entry in site.InSourceOrder)
        {
            all.Add(new LinkTarget(entry.Paper.Source.Path, entry.Paper.Slug.Text, entry.Address, entry.Entry.Body, entry.Published)
            {
                HasPage = _kinds.Has(OutputNames.Papers),
                IsItem = entry.Paper.Item > 0,
            });
        }

        var published = site.PublishedPages.ToHashSet();
        foreach (var page in site.Pages)
        {
            var address = page.Page.Address.Text;
            all.Add(
                new LinkTarget(page.Page.Source.Path, address[(address.LastIndexOf('/') + 1)..], address + "/", page.Body,
                published.Contains(page))
                {
                    HasPage = _kinds.Has(OutputNames.Pages),
                });
        }

        return all;
    }

    private string? KindOf(string address) =>
        _kindOf(address) ?? (_addresses.Value.TryGetValue(address, out _) ? OutputNames.Pages : null);
}
