using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Model;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build;

/// <summary>Warns of pages of the last build that this one has no more: their addresses may be linked from elsewhere.</summary>
internal static class DisappearingAddresses
{
    public static void Report(BuildOptions options, OutputFolder output, BuildPlan plan, List<Diagnostic> diagnostics)
    {
        // Most builds plan what the last one did.
        if (output.Owned.IsEmpty || output.Owned.SequenceEqual(plan.Outputs.Select(item => item.Path), StringComparer.Ordinal))
        {
            return;
        }

        var planned = plan.Outputs.Select(item => item.Path).ToHashSet(StringComparer.Ordinal);
        var waiting = new WaitingAddresses(plan.Site);
        var manifest = Path.GetRelativePath(options.Root, Path.Combine(options.Output, Manifest.FileName)).Replace('\\', '/');
        manifest = manifest.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(manifest) ? Manifest.FileName : manifest;
        foreach (var (path, line) in output.OwnedLines)
        {
            if (path.EndsWith(".html", StringComparison.Ordinal) && !planned.Contains(path) && !waiting.Holds(path))
            {
                diagnostics.Add(new Diagnostic(Catalogue.AddressGone, manifest, line, 1, path.Length,
                    Messages.AddressGone(Addresses.AddressOf(path), Place(path)), path));
            }
        }
    }

    /// <summary>Where its old address can be noted.</summary>
    private static AliasPlace Place(string path) =>
        path.StartsWith("tags/", StringComparison.Ordinal) ? AliasPlace.Tag
        : path.StartsWith("authors/", StringComparison.Ordinal) || char.IsAsciiDigit(path[0]) ? AliasPlace.None
        : AliasPlace.Source;

    /// <summary>
    /// Addresses that come with the entries left out, drafts and those to come: after a build that showed them there is no need to report
    /// that they are gone.
    /// </summary>
    private sealed class WaitingAddresses
    {
        private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
        private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

        public WaitingAddresses(AssembledSite site)
        {
            foreach (var entry in site.All.Where(entry => !entry.Published))
            {
                _pages.Add(entry.Address);
                _lists.UnionWith(entry.Tags.Select(tag => tag.Address));
                _pages.UnionWith(entry.Paper.Authors.Select(author => new Author(author.Text, Slug.Of(author.Text)).Address));
                var day = DateFormat.Address(entry.Day);
                _pages.UnionWith([day, day[..8], day[..5]]);
                _lists.Add(day);
            }
        }

        public bool Holds(string path)
        {
            var address = Addresses.AddressOf(path);
            var numbered = address.IndexOf("/page/", StringComparison.Ordinal);
            return _pages.Contains(address) || _lists.Contains(numbered < 0 ? address : address[..(numbered + 1)]);
        }
    }
}
