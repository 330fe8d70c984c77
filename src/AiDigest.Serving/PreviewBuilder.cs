using System.Collections.Immutable;
using System.Diagnostics;
using AiDigest.Core.Building;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.IO;
using AiDigest.Core.Parsing;

namespace AiDigest.Serving;

/// <summary>Builds the site for the preview and says what became of it; no failure of a build ends the preview.</summary>
internal sealed class PreviewBuilder(ServeOptions options, int port, PreviewState state, IServeConsole console)
{
    private const string SettingsPath = "content/site.yaml";

    private readonly string _output = Path.Combine(OutputPlacement.PreviewOf(options.Build.Root), port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What has changed since the last good build: a mended mistake may bring other changes to light.</summary>
    private ChangeSet _pending = new([], Unknown: false);

    /// <exception cref="OperationCanceledException">The preview ends.</exception>
    public async Task BuildAsync(ChangeSet changes, CancellationToken stop)
    {
        _pending = _pending.And(changes);
        var start = Stopwatch.GetTimestamp();
        try
        {
            Report report;
            try
            {
                report = Run(stop);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that was listed and then renamed or still held by its editor: a moment later it is whole.
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
                report = Run(stop);
            }

            Publish(report);
            console.Built(report.Build, changes.Paths, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            var isDisk = e is IOException or UnauthorizedAccessException or RefusedOutputException;
            var message = isDisk ? e.Message : $"internal failure, please report it: {e}";
            state.Publish(state.Current with { Version = state.Current.Version + 1, Mistakes = [message] }, "mistakes");
            console.Warn(message);
        }
    }

    private Report Run(CancellationToken stop)
    {
        var path = SitePath();
        var build = options.Build with
        {
            Output = _output,
            IsPreview = true,
            Now = options.Now(),
            BaseUrl = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://localhost:{port}{path}"),
        };
        return new Report(
            SiteBuilder.Build(build, () => console.Warn("another build of the preview is running; waiting for it"), stop),
            new BuiltSite(_output, Uri.UnescapeDataString(path)));
    }

    private void Publish(Report report)
    {
        var last = state.Current;
        var next = last with { Version = last.Version + 1 };
        if (report.Build.Failed)
        {
            var mistakes = report.Build.Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).Select(console.Describe);
            state.Publish(next with { Mistakes = [.. mistakes] }, "mistakes");
            return;
        }

        var differs = last.Site is null || last.Site != report.Site || report.Build.Written + report.Build.Deleted > 0;
        var changes = _pending;
        _pending = new ChangeSet([], Unknown: false);
        next = next with { Mistakes = [], Site = report.Site, Build = last.Build + (differs ? 1 : 0) };
        if (differs)
        {
            state.Publish(changes.IsOpaque ? next with { Reload = next.Build } : next, changes.IsStyle ? "css" : "reload");
        }
        else if (last.Mistakes.IsEmpty)
        {
            state.Replace(next);
        }
        else
        {
            state.Publish(next, "mended");
        }
    }

    /// <summary>The path of the address that the site will have: <c>/digest/</c>. Mistakes in the settings are the build's to tell.</summary>
    private string SitePath()
    {
        var url = options.Build.BaseUrl;
        var settings = Path.Combine(options.Build.Root, SettingsPath);
        if (url is null && File.Exists(settings))
        {
            url = SettingsParser.Parse(SettingsPath, File.ReadAllBytes(settings)).Value?.Url;
        }

        return url is null ? "/" : new Uri(url).AbsolutePath.TrimEnd('/') + "/";
    }

    private sealed record Report(BuildReport Build, BuiltSite Site);
}
