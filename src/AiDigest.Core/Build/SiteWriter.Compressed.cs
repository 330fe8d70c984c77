using AiDigest.Core.Build.Cache;
using AiDigest.Core.Compression;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build;

/// <content>
/// Compressed copies. The thread that puts an output puts its copies too: their keys are the digest of its bytes, known only then.
/// </content>
internal sealed partial class SiteWriter
{
    // The places of the copies, by the place of their output; null where the plan has none.
    private readonly ILookup<int, int>? _copies = Precompression.Copies(plan);

    /// <param name="slot">The place of an output that is written or kept.</param>
    /// <param name="bytes">Of the output; null where it is kept.</param>
    private void PutCopies(int slot, ReadOnlyMemory<byte>? bytes)
    {
        foreach (var copy in _copies?[slot] ?? [])
        {
            var key = cache.KeyOfCopy(_outputs[slot].Content);
            var decision = cache.Decide(copy, key);
            if (decision.Reason == RenderReason.Kept)
            {
                Keep(copy, cache.Last(copy)!.Value with { Decision = decision });
                continue;
            }

            bytes ??= output.ReadInto(_outputs[slot].Path, []);
            var planned = (CompressedOutput)plan.Outputs[copy];
            Put(copy, new LastOutput(planned.Path, key, default, 0, -1, decision), planned, bytes.Value.Span);
        }
    }

    private void Keep(int copy, LastOutput last)
    {
        _outputs[copy] = last;
        if (last.HasFile)
        {
            Interlocked.Increment(ref _kept);
        }
        else
        {
            output.Withdraw(copy);
        }
    }

    private void Put(int copy, LastOutput last, CompressedOutput planned, ReadOnlySpan<byte> original)
    {
        var compressed = Precompression.IsWorth(original.Length)
            ? Compressor.Compress(original, Precompression.FormatOf(planned))
            : null;
        if (compressed is null || compressed.Length >= original.Length)
        {
            _outputs[copy] = last with { Size = LastOutput.NoFile };
            output.Withdraw(copy);
            return;
        }

        _outputs[copy] = last with { Content = Digest.Of(compressed) };
        Interlocked.Increment(ref output.Put(copy, compressed) == PutOutcome.Written ? ref _written : ref _unchanged);
    }

    private int SlotOf(string path)
    {
        var (low, high) = (0, plan.Outputs.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(plan.Outputs[middle].Path, path) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
