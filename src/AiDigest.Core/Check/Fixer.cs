using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Model;
using AiDigest.Core.Site;

namespace AiDigest.Core.Check;

/// <summary>
/// Fixes lines. A fix that a diagnostic prints is made if the mistake is gone then and no other has come. Every other fix (the registry's
/// spelling of a tag, white space at the ends of a text) is kept only if every value and the body read the same as before. Each is tried on
/// a copy that is parsed again, so a second run finds nothing to do.
/// </summary>
public static class Fixer
{
    /// <summary>Fixes the entries and pages of a site, each file whole or not at all.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public static ImmutableArray<Fix> Fix(BuildOptions options, CancellationToken cancellation)
    {
        var ignored = new List<Diagnostic>();
        var sources = new SourceList(options.Root, ignored);
        var settings = sources.Settings is { } file ? SettingsParser.Parse(file.Path, sources.Read(file.Path), OutputKind.Names).Value
            ?? new Settings() : new Settings();
        var tags = sources.Tags is { } registry ? TagsParser.Parse(registry.Path, sources.Read(registry.Path)).Value ?? [] : [];
        var rules = settings.Check;
        var fixing = new TextFixer(new RegistrySpellings(tags), settings.Limits, rule => rules.Of(rule) is not null);
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        foreach (var source in (ListedFile?[])[sources.Settings, sources.Tags, .. sources.Papers, .. sources.Pages])
        {
            cancellation.ThrowIfCancellationRequested();
            if (source is null)
            {
                continue;
            }

            var bytes = sources.Read(source.Path);
            // What an editor has saved in between is not written over; the next run finds it.
            if (fixing.Fix(source.Path, bytes, cancellation) is { } fixedText && sources.Read(source.Path).AsSpan().SequenceEqual(bytes))
            {
                SourceWriter.Replace(source.PhysicalPath, fixedText.Bytes);
                fixes.AddRange(fixedText.Fixes);
            }
        }

        return fixes.ToImmutable();
    }
}
