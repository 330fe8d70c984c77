using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;

namespace AiDigest.Core.Check;

/// <summary>The addresses among the facts of papers.</summary>
internal static class RemoteFacts
{
    public static IEnumerable<RemoteLink> Of(ImmutableArray<OutlinedFile> files)
    {
        foreach (var paper in files.SelectMany(file => file.Papers))
        {
            var facts = paper.Metadata;
            foreach (var address in (string?[])[facts.Url, facts.Pdf, .. facts.Code, facts.Project, facts.ModelUrl, facts.Dataset])
            {
                if (address is not null)
                {
                    yield return new RemoteLink(address, Place(paper, address));
                }
            }

            if (facts.Arxiv is { } arxiv)
            {
                yield return new RemoteLink("https://arxiv.org/abs/" + arxiv, Place(paper, arxiv));
            }

            if (facts.Doi is { } doi)
            {
                yield return new RemoteLink("https://doi.org/" + doi, Place(paper, doi));
            }
        }
    }

    /// <summary>Where the value stands below the beginning of its entry; facts carry no place of their own.</summary>
    private static SourceRef Place(OutlinedEntry paper, string value)
    {
        var file = paper.Body.File;
        var start = file.LineStart(paper.Metadata.Source.Line);
        var at = file.Text.IndexOf(value, start, StringComparison.Ordinal);
        if (at < 0)
        {
            return paper.Metadata.Source;
        }

        var (line, column) = file.Position(at);
        return new SourceRef(file.Path, line, column, value.Length);
    }
}
