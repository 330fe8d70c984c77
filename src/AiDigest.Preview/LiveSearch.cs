using AiDigest.Core.Build;
using AiDigest.Core.Search;
using AiDigest.Core.Site;

namespace AiDigest.Preview;

/// <summary>
/// The files of search of one state of the site. They are made when the first of them is asked for, so an edit waits for none of them, and
/// the words of entries that did not change are taken over from the last state in which somebody searched.
/// </summary>
internal sealed class LiveSearch
{
    private readonly SearchMemory? _before;
    private readonly Lazy<(Dictionary<string, SearchOutput> Files, SearchMemory? Memory)> _made;

    /// <param name="before">The state before; null for the first.</param>
    public LiveSearch(PlannedSite prepared, AssembledSite site, LiveSearch? before)
    {
        _before = before?.Memory;
        _made = new(() =>
        {
            var stage =
                new SearchStage(prepared.Read.Tags, ParallelRun.SideBySide(Environment.ProcessorCount, CancellationToken.None), () =>
                    _before);
            var files = stage.Files(site).ToDictionary(file => file.Path, StringComparer.Ordinal);
            return (files, stage.Index?.Memory);
        });
    }

    private SearchMemory? Memory => _made.IsValueCreated ? _made.Value.Memory : _before;

    /// <summary>The bytes of a file; null where search has none of that path.</summary>
    public ReadOnlyMemory<byte>? Open(string path) =>
        path.StartsWith(FileName.Folder, StringComparison.Ordinal)
            && _made.Value.Files.TryGetValue(path, out var file) ? file.Make() : default(ReadOnlyMemory<byte>?);
}
