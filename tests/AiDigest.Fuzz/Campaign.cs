using System.Diagnostics;

namespace AiDigest.Fuzz;

/// <param name="Find">Where the input is that broke the target, and how; null where none did.</param>
internal sealed record CampaignResult(long Runs, int Corpus, string? Find);

/// <summary>Runs one target with changed inputs until one breaks it, or the time or the number of runs is over.</summary>
internal sealed class Campaign
{
    /// <summary>A run of a few kilobytes that takes this long is a find.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Target _target;
    private readonly Random _random;
    private readonly Mutator _mutator;
    private readonly List<byte[]> _corpus;

    public Campaign(Target target, IReadOnlyList<(string Path, byte[] Bytes)> seeds, int seed)
    {
        (_target, _random) = (target, new Random(seed));
        _mutator = new Mutator(_random);
        _corpus = [.. seeds.Where(file => target.IsSeed(file.Path)).Select(file => file.Bytes), .. target.Samples, []];
    }

    public CampaignResult Run(TimeSpan time, long most)
    {
        var clock = Stopwatch.StartNew();
        var runs = 0L;
        var seeds = _corpus.ToArray();
        while (runs < most && clock.Elapsed < time)
        {
            // Each seed as it is, then changes.
            var input = runs < seeds.Length ? seeds[runs] : _mutator.Change(_corpus[_random.Next(_corpus.Count)], _corpus);
            runs++;
            if (Try(input) is { } failure)
            {
                return new CampaignResult(runs, _corpus.Count, Keep(input, failure));
            }

            if (Coverage.IsOn ? Coverage.IsNew() : _random.Next(2_000) == 0)
            {
                _corpus.Add(input);
            }
        }

        return new CampaignResult(runs, _corpus.Count, null);
    }

    private Exception? Try(byte[] input)
    {
        Coverage.Begin();
        using var watch = new Timer(
            _ => Environment.FailFast(Keep(input, new TimeoutException("too slow"))), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            _target.Run(input);
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private string Keep(byte[] input, Exception failure)
    {
        var folder = Directory.CreateDirectory(Seeds.FindsOf(_target.Name)).FullName;
        var file = Path.Combine(folder, $"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12]}.bin");
        File.WriteAllBytes(file, input);
        return $"{file}: {failure}";
    }
}
