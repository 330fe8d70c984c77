using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Build;

/// <summary>What one source file gave: the entries of a paper or day file, or a standing page.</summary>
public sealed record ParsedFile(ImmutableArray<RenderedEntry> Entries, RenderedPage? Page, ImmutableArray<Diagnostic> Diagnostics);
