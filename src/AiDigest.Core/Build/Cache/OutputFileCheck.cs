using System.Buffers;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.FileSystem.Sources;

namespace AiDigest.Core.Build.Cache;

/// <summary>Tells whether files are as the last build left them.</summary>
/// <param name="savedAt">When the last build was noted, in ticks of UTC by the clock of the file system.</param>
internal sealed class OutputFileCheck(long savedAt, OutputFolder output)
{
    // The clock of a file system goes in steps. A file that was changed within one step after it was
    // written has the same time, so of the last files of a build the bytes are looked at.
    private const long Step = SourceStamps.StepMilliseconds * TimeSpan.TicksPerMillisecond;

    /// <param name="place">Among the planned files.</param>
    /// <returns><see cref="RenderReason.Kept"/>, <see cref="RenderReason.Missing"/> or <see cref="RenderReason.Touched"/>.</returns>
    public RenderReason Check(LastOutput last, int place)
    {
        if (output.Found(place) is not { } stamp)
        {
            return last.HasFile ? AiDigest.Core.Build.Cache.RenderReason.Missing : AiDigest.Core.Build.Cache.RenderReason.Kept;
        }

        var isSame = stamp.Size == last.Size && stamp.Modified == last.Modified
            && (last.Modified < savedAt - Step || IsContent(last));
        return isSame ? AiDigest.Core.Build.Cache.RenderReason.Kept : AiDigest.Core.Build.Cache.RenderReason.Touched;
    }

    private bool IsContent(LastOutput last)
    {
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(last.Size, Array.MaxLength));
        try
        {
            return Digest.Of(output.ReadInto(last.Path, buffer).Span) == last.Content;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
