using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;

namespace AiDigest.Preview;

/// <summary>A source of which only words changed, so that the plan of the last build can show it.</summary>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Entries">All of its entries, with their new words.</param>
internal sealed record TextPatch(string Path, Digest Digest, ImmutableArray<RenderedEntry> Entries, ImmutableArray<Diagnostic> Diagnostics);
