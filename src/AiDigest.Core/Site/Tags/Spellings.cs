namespace AiDigest.Core.Site.Tags;

/// <summary>Counts the spellings of one name and knows the commonest; ties are ordinal.</summary>
public sealed class Spellings
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Add(string spelling, int times = 1) => _counts[spelling] = _counts.GetValueOrDefault(spelling) + times;

    public string Commonest()
    {
        var best = "";
        var most = 0;
        foreach (var (spelling, count) in _counts)
        {
            if (count > most || (count == most && string.CompareOrdinal(spelling, best) < 0))
            {
                (best, most) = (spelling, count);
            }
        }

        return best;
    }
}
