using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Site.Links;

/// <summary>
/// Who owns which file of the site. Everything that has an address claims it here, also entries that are left out today, so that
/// two claims collide now and not on the morning on which the second appears. Claims are made in a fixed order: the first stays.
/// </summary>
/// <param name="expected">About as many claims as there will be.</param>
public sealed class AddressBook(List<Diagnostic> diagnostics, int expected = 0)
{
    private readonly Dictionary<string, Claim> _claims = new(expected, StringComparer.Ordinal);
    private readonly Dictionary<string, Claim> _folders = new(expected, StringComparer.Ordinal);

    // Names with capitals or letters beyond ASCII, by themselves without their case. Most sites have few.
    private readonly Dictionary<string, (string Name, Claim Claim)> _folded = new(StringComparer.Ordinal);
    private bool _reported;

    /// <summary>True where the file is part of this build, not only claimed.</summary>
    public bool IsMade(string path) => _claims.TryGetValue(path, out var claim) && claim.Made;

    /// <summary>For the message about an address that the site does not have: what may be meant, with the slash before it.</summary>
    public string? Near(string address)
    {
        if (IsMade(Addresses.PathOf(address + "/")))
        {
            return $"/{address}/";
        }

        // Only within its section: the names of all others are too many to compare, and mean other things.
        var section = address[..(address.TrimEnd('/').LastIndexOf('/') + 1)];
        var slashes = Addresses.PathOf(address).Count(c => c == '/');
        return NearestName.Of("/" + address, _claims
            .Where(claim =>
                claim.Value.Made && claim.Key.StartsWith(section, StringComparison.Ordinal) && claim.Key.Count(c => c == '/') == slashes)
            .Select(claim => "/" + Addresses.AddressOf(claim.Key)));
    }

    public bool IsClaimed(string path) => _claims.ContainsKey(path);

    /// <summary>Claims a file for a thing; false, with a diagnostic that names both, where it is another's.</summary>
    /// <param name="what">For the message: <c>the home page of the site</c>, <c>the tag</c>.</param>
    /// <param name="at">The place in the sources that asks for the address; null for what the tool makes of itself.</param>
    /// <param name="made">The file is written by this build.</param>
    /// <param name="fix">For the message: <c>give one of them a `slug`</c>.</param>
    /// <param name="name">For the message, of the thing, in quotes behind <paramref name="what"/>.</param>
    public bool TryClaim(string path, Message what, SourceRef? at, bool made = true, Message? fix = null)
    {
        var claim = new Claim(what, at, made, fix);
        if (_claims.TryGetValue(path, out var taken) || _folders.TryGetValue(path, out taken))
        {
            Report(path, claim, taken);
            return false;
        }

        if (!IsPossible(path, claim))
        {
            return false;
        }

        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path.AsSpan(0, slash);
            if (_claims.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folder, out taken))
            {
                Report(path, claim, taken);
                return false;
            }

            _folders.GetAlternateLookup<ReadOnlySpan<char>>().TryAdd(folder, claim);
        }

        _claims.Add(path, claim);
        return true;
    }

    /// <summary>
    /// Whether every system can hold a file of this path beside those that are claimed. Two names that differ only in case are one file on
    /// macOS and Windows, and some names are devices on Windows: such a site could not be built there, nor be checked out.
    /// </summary>
    private bool IsPossible(string path, Claim claim)
    {
        if (PathLimits.Reserved(path) is { } reserved)
        {
            diagnostics.Add(Diagnostic.At(Catalogue.ReservedName, claim.At ?? new SourceRef("content/site.yaml", 1, 1),
                Messages.WindowsHasNoSuchName(claim.What, Addresses.AddressOf(path), reserved)));
            return false;
        }

        var folded = PathLimits.Folded(path);
        if (ReferenceEquals(folded, path) && _folded.Count == 0)
        {
            return true;
        }

        for (var end = path.IndexOf('/', StringComparison.Ordinal); ; end = path.IndexOf('/', end + 1))
        {
            var (name, plain) = end < 0 ? (path, folded) : (path[..end], PathLimits.Folded(path[..end]));
            if (_folded.TryGetValue(plain, out var other) && other.Name != name)
            {
                Report(path, claim, other.Claim, other.Name);
                return false;
            }

            if (name != plain && (_claims.TryGetValue(plain, out var taken) || _folders.TryGetValue(plain, out taken)))
            {
                Report(path, claim, taken, plain);
                return false;
            }

            if (name != plain)
            {
                _folded.TryAdd(plain, (name, claim));
            }

            if (end < 0)
            {
                return true;
            }
        }
    }

    /// <param name="spelled">Another spelling, where the two differ in case.</param>
    private void Report(string path, Claim claim, Claim taken, string? spelled = null)
    {
        if (claim.At is null && taken.At is null && _reported)
        {
            // Two of the tool's own: a consequence of what is reported already, as are the feeds of two tags of one address.
            return;
        }

        _reported = true;

        // The diagnostic is where an author can change something: at the newcomer, or else at the one before it.
        var at = claim.At ?? taken.At ?? new SourceRef("content/site.yaml", 1, 1);
        var other = claim.At is null ? claim : taken;
        var self = claim.At is null ? taken : claim;
        diagnostics.Add(Diagnostic.At(
            Catalogue.AddressTaken, at,
            Messages.AddressTaken(
                self.What, Addresses.AddressOf(path), spelled, other.What, other.At?.ToString(),
                self.Fix is { } fix && other.Fix == fix ? fix : null)));
    }

    private sealed record Claim(Message What, SourceRef? At, bool Made, Message? Fix);
}
