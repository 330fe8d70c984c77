using AiDigest.Core.Diagnostics;
using AiDigest.Core.IO;
using AiDigest.Core.Planning;
using AiDigest.Core.Rendering;

namespace AiDigest.Core.Building;

/// <summary>
/// Renders the plan into the output folder, side by side: each worker hands its bytes over and forgets them, so that memory does
/// not grow with the site. A template that fails, or a stranger's file in the way, ends the build with the last good site as it was.
/// </summary>
internal sealed class SiteWriter(Sources sources, Theme theme, BuildPlan plan, SiteRenderer renderer, OutputFolder output, BuildOptions options)
{
    private int _written;
    private int _unchanged;

    public int Written => _written;

    public int Unchanged => _unchanged;

    public int Deleted { get; private set; }

    public void Write(List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var inspection = output.Inspect(plan.Outputs.Select(planned => planned.Path));
        Refuse(inspection, diagnostics, cancellation);
        if (diagnostics.Any(diagnostic => diagnostic.Rule.Severity == Severity.Error))
        {
            return;
        }

        output.Begin(cancellation);
        try
        {
            var failures = new TemplateFailures(plan.Outputs.Length);
            Slots.Run(plan.Outputs.Length, options.Jobs, renderer.NewWorker, (worker, slot) => Put(worker, slot, failures), cancellation);
            if (failures.Any)
            {
                diagnostics.AddRange(failures.Found());
                output.Abort();
                return;
            }

            Deleted = output.Commit().Deleted;
        }
        catch
        {
            output.Abort();
            throw;
        }
    }

    private void Put(RenderWorker worker, int slot, TemplateFailures failures)
    {
        var planned = plan.Outputs[slot];
        if (failures.IsPast(planned, slot))
        {
            return;
        }

        ReadOnlyMemory<byte> bytes;
        try
        {
            bytes = Bytes(worker, planned);
        }
        catch (TemplateException failure)
        {
            failures.Add(planned, slot, failure.Diagnostic);
            return;
        }

        if (output.Put(planned.Path, bytes.Span) == PutOutcome.Written)
        {
            Interlocked.Increment(ref _written);
        }
        else
        {
            Interlocked.Increment(ref _unchanged);
        }
    }

    private ReadOnlyMemory<byte> Bytes(RenderWorker worker, PlannedOutput planned) => planned switch
    {
        RenderedOutput rendered => worker.Render(rendered),
        CopiedOutput copied => sources.Read(copied.SourcePath),
        AssetOutput asset => theme.Assets[asset.AssetName].Bytes,
        _ => throw new InvalidOperationException($"no way to make {planned.Path}"),
    };

    /// <summary>Reports what stands in the way before anything is written; a file with the very bytes that are to come is taken over.</summary>
    private void Refuse(Inspection inspection, List<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        foreach (var conflict in inspection.Conflicts)
        {
            diagnostics.Add(InTheWay(conflict.Standing, $"/{Addresses.AddressOf(conflict.Path)} cannot be written: {Reason(conflict.Kind)}"));
        }

        if (inspection.Contested.Count == 0)
        {
            return;
        }

        var worker = renderer.NewWorker();
        var byPath = plan.Outputs.ToDictionary(planned => planned.Path, StringComparer.Ordinal);
        foreach (var path in inspection.Contested)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (!output.Matches(path, Bytes(worker, byPath[path]).Span))
                {
                    diagnostics.Add(InTheWay(path, $"/{Addresses.AddressOf(path)} would overwrite a file that the tool has not made"));
                }
            }
            catch (TemplateException failure)
            {
                diagnostics.Add(failure.Diagnostic);
            }
        }
    }

    private Diagnostic InTheWay(string path, string message)
    {
        var relative = Path.GetRelativePath(options.Root, Path.Combine(options.Output, path)).Replace('\\', '/');
        var shown = relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
        return new Diagnostic(Catalogue.ForeignFile, shown, 1, 1, 1, message, "");
    }

    private static string Reason(ConflictKind kind) => kind switch
    {
        ConflictKind.Unnameable => "no file can have this name",
        ConflictKind.FileAndFolder => "the site needs a file and a folder of one name",
        ConflictKind.ForeignFile => "a file that the tool has not made stands where a folder is needed",
        ConflictKind.ForeignFolder => "a folder with files that the tool has not made stands there",
        _ => "a symbolic link that the tool has not made is in the way",
    };
}

/// <summary>
/// The failures of templates, so that one run tells the same whatever the order of threads: of each template the failure on the
/// page that comes first in the plan. A template that has failed is not tried on later pages.
/// </summary>
internal sealed class TemplateFailures(int slots)
{
    private readonly Diagnostic?[] _bySlot = new Diagnostic?[slots];
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _first = new(StringComparer.Ordinal);

    public bool Any => !_first.IsEmpty;

    public bool IsPast(PlannedOutput planned, int slot) =>
        planned is RenderedOutput rendered && _first.TryGetValue(rendered.Template, out var first) && first < slot;

    public void Add(PlannedOutput planned, int slot, Diagnostic diagnostic)
    {
        _bySlot[slot] = diagnostic;
        _first.AddOrUpdate(((RenderedOutput)planned).Template, slot, (_, first) => Math.Min(first, slot));
    }

    /// <summary>One failure a place in a template.</summary>
    public IEnumerable<Diagnostic> Found() => _first.Values.Order()
        .Select(slot => _bySlot[slot]!)
        .DistinctBy(diagnostic => (diagnostic.Path, diagnostic.Line, diagnostic.Column));
}
