using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>
/// What a file gives, with every mistake found in it. Parsing goes on after a mistake: a value that carries errors holds
/// stand-ins for what is wrong (a blank title, no tags, a made slug), so that the rest of the file and its body can be checked
/// in the same run. A build asks <see cref="Failed"/> first.
/// </summary>
/// <param name="Value">Null where nothing could be read.</param>
/// <param name="Diagnostics">In the order of <see cref="Diagnostic.Compare"/>.</param>
public sealed record Parsed<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics)
    where T : class
{
    /// <summary>There is at least one error.</summary>
    public bool Failed
    {
        get
        {
            foreach (var diagnostic in Diagnostics)
            {
                if (diagnostic.Rule.Severity == Severity.Error)
                {
                    return true;
                }
            }

            return Value is null;
        }
    }
}

/// <summary>An entry with the Markdown of its body, not yet rendered.</summary>
public sealed record ParsedEntry(EntryMetadata Metadata, BodySource Body);

/// <summary>A standing page with the Markdown of its body, not yet rendered.</summary>
public sealed record ParsedPage(PageMetadata Page, BodySource Body);
