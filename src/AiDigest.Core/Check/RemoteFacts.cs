using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>The addresses among the facts of papers.</summary>
internal static class RemoteFacts
{
    public static IEnumerable<RemoteLink> Of(OutlinedFile file)
    {
        foreach (var paper in file.Papers)
        {
            var facts = paper.Metadata;
            foreach (var address in Addresses(facts))
            {
                yield return new RemoteLink(address, Place(paper, address));
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

    private static List<string> Addresses(EntryMetadata entry)
    {
        var list = new AddressList();
        foreach (var field in EntryFields.Optional)
        {
            if (field.Role == FieldRole.Remote)
            {
                field.Write(entry, list);
            }
        }

        return list.Found;
    }

    /// <summary>Where the value is below the beginning of its entry; facts do not have their own place.</summary>
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

    /// <summary>Takes addresses; a field of another type has no remote role.</summary>
    private sealed class AddressList : IFieldWriter
    {
        public List<string> Found { get; } = [];

        public void Text(string? value)
        {
            if (value is not null)
            {
                Found.Add(value);
            }
        }

        public void Texts(ImmutableArray<string> values) => Found.AddRange(values);

        public void Flag(bool value) => throw new InvalidOperationException();

        public void Date(EntryDate? value) => throw new InvalidOperationException();

        public void Located(Located? value) => throw new InvalidOperationException();

        public void Many(ImmutableArray<Located> values) => throw new InvalidOperationException();

        public void Corrections(ImmutableArray<Correction> values) => throw new InvalidOperationException();

        public void Free(ExtraValue? value) => throw new InvalidOperationException();
    }
}
