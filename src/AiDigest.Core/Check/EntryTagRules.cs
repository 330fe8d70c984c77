using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Check;

/// <summary>Rules for the tags of one entry.</summary>
internal static class EntryTagRules
{
    public static void Check(LintInput input, OutlinedFile file, List<Diagnostic> found)
    {
        // The entries of a day share the tags above them.
        var seen = new HashSet<SourceRef>();
        foreach (var paper in file.Papers)
        {
            Entry(paper.Metadata, input.Spellings, seen, found);
        }
    }

    private static void Entry(EntryMetadata paper, RegistrySpellings spellings, HashSet<SourceRef> seen, List<Diagnostic> found)
    {
        var keys = new Dictionary<string, Located>(StringComparer.Ordinal);
        foreach (var tag in paper.Tags)
        {
            var first = seen.Add(tag.At);
            if (!keys.TryAdd(spellings.Key(tag.Text), tag))
            {
                if (first)
                {
                    found.Add(
                        Diagnostic.At(Catalogue.RepeatedTag, tag.At,
                        Messages.RepeatedTag(tag.Text, keys[spellings.Key(tag.Text)].Text)));
                }
            }
            else if (first && spellings.Better(tag.Text) is { } better)
            {
                found.Add(Diagnostic.At(Catalogue.TagSpelling, tag.At, Messages.TagSpelling(tag.Text, better)));
            }
        }
    }
}
