using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Markdown;

/// <summary>The settings that a rendered body depends on, beside its Markdown; a cache of bodies is keyed by both.</summary>
/// <param name="Limits">Of these, <see cref="Limits.Nesting"/>: levels of quotes and lists, of brackets and emphasis.</param>
/// <param name="Math">Whether <c>$</c> opens a formula.</param>
/// <param name="Highlight">Whether fenced code is coloured.</param>
/// <param name="Typography">Whether quotes, dashes and spaces of the text are fixed.</param>
/// <param name="Language">Whose typography: that of the site, <c>ru</c> or <c>en</c>.</param>
public sealed record MarkdownOptions(Limits Limits, bool Math, bool Highlight, bool Typography, string Language = "ru");

/// <summary>What a body's Markdown gives: <see cref="Model.MemoryBody.Empty"/> where it is nested too deeply to be read.</summary>
/// <param name="Diagnostics">In the order of <see cref="Diagnostic.Compare"/>.</param>
public sealed record RenderedMarkdown(RenderedBody Body, ImmutableArray<Diagnostic> Diagnostics);
