using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Site.Links;

/// <summary>A file of <c>content/</c> that an entry or page names, and the address it is copied to.</summary>
public sealed record NamedFile(string SourcePath, string Address, SourceRef At, bool Made);

/// <summary>A link by address whose target is known only when the plan is whole.</summary>
/// <param name="Fragment">Without <c>#</c>, where only the finished page tells whether it has such an id; else null.</param>
public sealed record PendingLink(string Address, string? Fragment, string Written, SourceRef At);

/// <summary>
/// Settles where the links of bodies lead: to the page of another source file, to a file that is copied beside the entry, to an
/// address of the site, or to a heading. What leads nowhere is an error; what leads to something not yet published is a warning
/// and is shown as text. It reads no disk: the list of files, and how large their pictures are, is all it knows.
/// </summary>
public sealed class LinkResolver
{
    private static readonly string[] Pictures = ["png", "jpg", "jpeg", "webp", "avif", "gif"];
    private static readonly string[] Publishable = [.. Pictures, "pdf", "csv", "txt", "bib", "zip"];

    private readonly LinkTargets _targets;
    private readonly Func<string, PictureSize?> _sizes;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Dictionary<string, NamedFile> _files = new(StringComparer.Ordinal);

    /// <param name="sizes">The size of the picture at a path.</param>
    public LinkResolver(LinkTargets targets, Func<string, PictureSize?> sizes, List<Diagnostic> diagnostics)
    {
        _targets = targets;
        _sizes = sizes;
        _diagnostics = diagnostics;
    }

    /// <summary>Files to copy, by address.</summary>
    public IEnumerable<NamedFile> Files => _files.Values.OrderBy(file => file.Address, StringComparer.Ordinal);

    public List<PendingLink> Pending { get; } = [];

    /// <summary>Resolves every link of one body, in order.</summary>
    public IReadOnlyList<ResolvedLink> Resolve(LinkTarget from, RenderedBody body)
    {
        if (body.Links.IsEmpty)
        {
            return [];
        }

        var resolved = new ResolvedLink[body.Links.Length];
        for (var i = 0; i < resolved.Length; i++)
        {
            resolved[i] = Resolve(from, body.Links[i].Target, body.Links[i].IsImage, body.Links[i].At);
        }

        return resolved;
    }

    /// <summary>Resolves the <c>image</c> of an entry; without an address where it is not there.</summary>
    public ResolvedLink ResolveImage(LinkTarget from, Located image) => Resolve(from, image.Text, true, image.At);

    private ResolvedLink Resolve(LinkTarget from, string target, bool isImage, SourceRef at)
    {
        var (path, query, fragment) = Split(target);
        var link = Resolve(from, path, fragment, target, isImage, at);
        return query is null || link.Address is null ? link : link with { Query = query };
    }

    private ResolvedLink Resolve(LinkTarget from, string path, string? fragment, string target, bool isImage, SourceRef at)
    {
        if (path.Length == 0 && !isImage)
        {
            return new ResolvedLink("", Fragment(from, fragment, at)) { IsSelf = true };
        }

        if (path.StartsWith('/'))
        {
            return isImage ? Dead(Catalogue.MissingImage, at, Messages.PictureByAddress(target))
                : ByAddress(path[1..], fragment, target, at);
        }

        if (Combine(from.SourcePath, path) is not { } source)
        {
            return Dead(Catalogue.LeavesContent, at, Messages.LeavesContent(target));
        }

        if (_targets.IsBroken(source))
        {
            return default;
        }

        return !isImage && _targets.Find(source, fragment) is { } found
            ? BySource(from, found, fragment, target, at)
            : ByFile(from, source, isImage, target, at);
    }

    private ResolvedLink BySource(LinkTarget from, LinkTarget found, string? fragment, string target, SourceRef at)
    {
        if (found.NeedsItem)
        {
            var file = target.Split('#')[0];
            return Dead(Catalogue.DeadLink, at, string.IsNullOrEmpty(fragment)
                ? Messages.SeveralEntries(target, $"{file}#{found.Slug}")
                : Messages.NoEntryOfSlug(file, fragment, NearestName.Of(fragment, _targets.Slugs(found.SourcePath))));
        }

        if (!found.Published)
        {
            if (from.Published)
            {
                WarnOfSkipped(target, at);
            }

            return default;
        }

        if (!found.HasPage)
        {
            return default;
        }

        return new ResolvedLink(found.Address, found.IsItem ? null : Fragment(found, fragment, at))
        {
            IsSelf = ReferenceEquals(found, from),
        };
    }

    private ResolvedLink ByAddress(string path, string? fragment, string target, SourceRef at)
    {
        var address = path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal) ? Addresses.AddressOf(path) : path;
        if (_targets.IsSkipped(address))
        {
            WarnOfSkipped(target, at);
            return default;
        }

        if (_targets.IsOff(address))
        {
            return default;
        }

        var settled = AtAddress(address, fragment, at, out var isSettled);
        Pending.Add(new PendingLink(address, isSettled || string.IsNullOrEmpty(settled) ? null : settled, target, at));
        return new ResolvedLink(address, settled);
    }

    /// <summary>The fragment of a link by address: a heading of an entry or page with the slug before it, or as written.</summary>
    /// <param name="isSettled">False where only the finished page tells its ids.</param>
    public string? AtAddress(string address, string? fragment, SourceRef at, out bool isSettled)
    {
        var page = _targets.ByAddress(address);
        isSettled = page is not null;
        return page is null ? fragment : Fragment(page, fragment, at);
    }

    private ResolvedLink ByFile(LinkTarget from, string source, bool isImage, string target, SourceRef at)
    {
        if (!_targets.HasFile(source))
        {
            return isImage
                ? Dead(Catalogue.MissingImage, at, Messages.NoPicture(source))
                : Dead(Catalogue.DeadLink, at, Messages.NothingAt(source, _targets.Near(from.SourcePath, source)));
        }

        var dot = source.LastIndexOf('.');
        var type = dot < 0 ? "" : source[(dot + 1)..];
        var allowed = isImage ? Pictures : Publishable;
        if (!allowed.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return Dead(Catalogue.FileType, at, Messages.FileType(target, type, string.Join(", ", allowed)));
        }

        var folder = from.SourcePath[..(from.SourcePath.LastIndexOf('/') + 1)];
        var name = source.StartsWith(folder, StringComparison.Ordinal) ? source[folder.Length..] : source[(source.LastIndexOf('/') + 1)..];
        var address = from.Address + name;
        if (_files.TryGetValue(address, out var other) && other.SourcePath != source)
        {
            return Dead(Catalogue.AddressTaken, at, Messages.FileTakesAddress(target, address, other.SourcePath));
        }

        _files[address] = new NamedFile(source, address, other?.At ?? at, from.Published || (other?.Made ?? false));
        return new ResolvedLink(address, null) { Size = isImage ? _sizes(source) : null };
    }

    private string? Fragment(LinkTarget page, string? fragment, SourceRef at)
    {
        if (string.IsNullOrEmpty(fragment) || page.Body is null)
        {
            return null;
        }

        var bare = fragment.StartsWith(page.Slug + "--", StringComparison.Ordinal) ? fragment[(page.Slug.Length + 2)..] : fragment;
        var id = page.Body.Anchors.Ids.Contains(bare) ? bare : Slug.Of(bare);
        if (page.Body.Anchors.Ids.Contains(id))
        {
            return $"{page.Slug}--{id}";
        }

        _diagnostics.Add(Diagnostic.At(Catalogue.DeadLink, at,
            Messages.NoSuchHeading(
                fragment, page.SourcePath, NearestName.Of("#" + id, page.Body.Anchors.Headings.Select(heading => "#" + heading.Id)))));
        return null;
    }

    private ResolvedLink Dead(Rule rule, SourceRef at, Message message)
    {
        _diagnostics.Add(Diagnostic.At(rule, at, message));
        return default;
    }

    /// <returns>The query with its <c>?</c>, as written; path and fragment decoded.</returns>
    private static (string Path, string? Query, string? Fragment) Split(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? target : target[..hash];
        var query = path.IndexOf('?', StringComparison.Ordinal);
        return (
            Decode(query < 0 ? path : path[..query]),
            query < 0 || query == path.Length - 1 ? null : path[query..],
            hash < 0 ? null : Decode(target[(hash + 1)..]));
    }

    private static string Decode(string text) =>
        UnicodeForm.Composed(text.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(text) : text);

    /// <summary>The path in <c>content/</c> that a relative path means in a file; null where it leads out.</summary>
    private static string? Combine(string file, string path)
    {
        var parts = new List<string>(file.Split('/')[..^1]);
        foreach (var part in path.Replace('\\', '/').Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 1)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                return null;
            }
        }

        return parts.Count > 1 && parts[0] == "content" ? string.Join('/', parts) : null;
    }

    private void WarnOfSkipped(string target, SourceRef at) => _diagnostics.Add(Diagnostic.At(
        Catalogue.LinkToSkipped, at,
        Messages.NotPublishedYet(target)));
}
