using System.Text;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Compression;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Rendering;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Links;

namespace AiDigest.Core.Build;

/// <summary>
/// Renders the plan into the output folder, side by side: each worker hands its bytes over and forgets them, so that memory does
/// not grow with the site. A template that fails, or a stranger's file in the way, ends the build with the last good site as it was.
/// </summary>
internal sealed partial class SiteWriter(
    BuildCache cache, Theme theme, BuildPlan plan, SiteRenderer renderer, OutputFolder output, BuildOptions options)
{
    /// <summary>Outputs after which a large build collects: more than a site of ten thousand entries has.</summary>
    private const int CollectEach = 1 << 15;

    private readonly LastOutput[] _outputs = new LastOutput[plan.Outputs.Length];
    private readonly PageContents?[] _shown = new PageContents?[plan.Outputs.Length];
    private int _written;
    private int _unchanged;
    private int _kept;
    private int _deleted;

    /// <summary>The report with what was written.</summary>
    public BuildReport Report(BuildReport report) => report with
    {
        Written = _written,
        Unchanged = _unchanged + _kept,
        Deleted = _deleted,
        Rendered = _written + _unchanged,
        Kept = _kept,
        Keyed = cache.Keyed,
    };

    /// <summary>Every output as it was left, after a build that did not fail.</summary>
    public IEnumerable<LastOutput> Outputs()
    {
        for (var slot = 0; slot < _outputs.Length; slot++)
        {
            var left = output.Left(slot);
            yield return _outputs[slot] with
            {
                Size = _outputs[slot].HasFile ? left?.Size ?? 0 : LastOutput.NoFile,
                Modified = left is { } stamp
                && IsCertain(slot) ? stamp.Modified : -1
            };
        }
    }

    /// <summary>What the rendered outputs show, where that is noted.</summary>
    public IEnumerable<(string Path, PageContents Content)> Shown() =>
        _shown.Index().Where(shown => shown.Item is not null).Select(shown => (plan.Outputs[shown.Index].Path, shown.Item!.Value));

    public void Write(List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var inspection = output.Inspect(plan.Outputs.Select(planned => planned.Path), ParallelRun.SideBySide(options.Jobs, cancellation));
        if (inspection.Links is [var link, ..])
        {
            throw RefusedOutputException.OfLink(options.Output, link);
        }

        Refuse(inspection, diagnostics, cancellation);
        if (diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return;
        }

        if (options.Discard)
        {
            Render(diagnostics, cancellation);
            return;
        }

        options.Progress?.BeginWriting();
        var committed = false;
        try
        {
            output.Begin(cancellation);
            if (!Render(diagnostics, cancellation))
            {
                return;
            }

            options.Progress?.Begin("put in place");
            _deleted = output.Commit().Deleted;
            committed = true;
        }
        finally
        {
            // A site that is in its place is no interrupted build: what is left to do is noted, and then it ends as it should.
            if (!committed)
            {
                output.Abort();
                options.Progress?.EndWriting();
            }
        }
    }

    /// <returns>Whether no template failed.</returns>
    private bool Render(List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var stage = options.Progress?.Begin("render, write", plan.Outputs.Length);
        var failures = new TemplateFailures(plan.Outputs.Length);
        ParallelRun.Run(
            plan.Outputs.Length, options.Jobs, () => new Worker(renderer, cache.NewHasher(), cancellation),
            (worker, slot) =>
            {
                Put(worker, slot, failures);
                stage?.Advance();
                if (slot % CollectEach == CollectEach - 1)
                {
                    options.Collect?.Invoke();
                }
            },
            cancellation);
        if (plan.Outputs.Length > CollectEach)
        {
            options.Collect?.Invoke();
        }

        diagnostics.AddRange(failures.Found());
        return !failures.Any;
    }

    private void Put(Worker worker, int slot, TemplateFailures failures)
    {
        var planned = plan.Outputs[slot];
        if (planned is CompressedOutput || failures.IsPast(planned, slot))
        {
            return;
        }

        (var key, _shown[slot]) = cache.Look(slot, worker.Hasher, worker.ViewOf);
        var decision = cache.Decide(slot, key);
        if (decision.Reason == RenderReason.Kept)
        {
            _outputs[slot] = cache.Last(slot)!.Value with { Decision = decision };
            Interlocked.Increment(ref _kept);
            PutCopies(slot, null);
            return;
        }

        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = Bytes(worker, planned);
        }
        catch (TemplateException failure)
        {
            failures.Add(planned, slot, failure);
            return;
        }

        var content = Digest.Of(bytes.Span);
        key = planned is CopiedOutput ? key with { View = content } : key;
        _outputs[slot] = new LastOutput(planned.Path, key, content, 0, -1, decision);
        if (options.Discard)
        {
            Interlocked.Increment(ref _written);
            return;
        }

        Interlocked.Increment(ref output.Put(slot, bytes.Span) == PutOutcome.Written ? ref _written : ref _unchanged);
        PutCopies(slot, bytes);
    }

    private ReadOnlyMemory<byte> Bytes(Worker worker, PlannedOutput planned) => planned switch
    {
        RenderedOutput rendered => worker.Render(rendered),
        CopiedOutput copied => cache.Bytes(copied.SourcePath),
        AssetOutput asset => theme.Assets[asset.AssetName].Bytes,
        SearchOutput search => search.Make(),
        TextOutput text => Encoding.UTF8.GetBytes(text.Text),
        CompressedOutput copy => Compressor.Compress(Bytes(worker, plan.Outputs[SlotOf(copy.Of)]).Span, Precompression.FormatOf(copy)),
        _ => throw new InvalidOperationException($"no way to make {planned.Path}"),
    };

    // A source that is copied twice may have changed in between.
    private bool IsCertain(int slot) =>
        plan.Outputs[slot] is not CopiedOutput copied || cache.DigestOf(copied.SourcePath) == _outputs[slot].Key.View;

    /// <summary>
    /// Reports what is in the way before anything is written; a file with the very bytes that are to come is taken over.
    /// </summary>
    private void Refuse(Inspection inspection, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        foreach (var conflict in inspection.Conflicts)
        {
            diagnostics.Add(
                InTheWay(conflict.InTheWay, Messages.CannotBeWritten(Addresses.AddressOf(conflict.Path), Reason(conflict.Kind))));
        }

        if (inspection.Contested.Count == 0)
        {
            return;
        }

        var worker = new Worker(renderer, cache.NewHasher(), cancellation);
        var byPath = plan.Outputs.ToDictionary(planned => planned.Path, StringComparer.Ordinal);
        foreach (var path in inspection.Contested)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (!output.Matches(path, Bytes(worker, byPath[path]).Span))
                {
                    diagnostics.Add(InTheWay(path, Messages.WouldOverwrite(Addresses.AddressOf(path))));
                }
            }
            catch (TemplateException failure)
            {
                diagnostics.Add(failure.Diagnostic);
                return;
            }
        }
    }

    private Diagnostic InTheWay(string path, Message message)
    {
        var relative = Path.GetRelativePath(options.Root, Path.Combine(options.Output, path)).Replace('\\', '/');
        var shown = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
        return new Diagnostic(Catalogue.ForeignFile, shown, 1, 1, 1, message, "");
    }

    private static Message Reason(ConflictKind kind) => kind switch
    {
        ConflictKind.Unnameable => Messages.NoFileHasThisName,
        ConflictKind.FileAndFolder => Messages.FileAndFolder,
        ConflictKind.ForeignFile => Messages.FileForFolder,
        ConflictKind.ForeignFolder => Messages.FolderInTheWay,
        _ => Messages.LinkInTheWay,
    };
}
