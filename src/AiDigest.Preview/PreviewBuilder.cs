using System.Diagnostics;
using AiDigest.Core.Build;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Site;

namespace AiDigest.Preview;

/// <summary>
/// Builds the site for the preview and says what became of it; no failure of a build ends the preview. A change is shown as soon as the
/// site is planned, or the change of a text put into the plan that there is, and the pages that somebody looks at render. All else is found
/// out when that is shown already: where a page fails, the last good site comes back with the mistake over it.
/// </summary>
internal sealed class PreviewBuilder(ServeOptions options, int port, PreviewState state, IServeConsole console) : IAsyncDisposable
{
    private const string SettingsPath = "content/site.yaml";

    /// <summary>The browser that was told of a change comes first, and so does an author who goes on typing.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private readonly LiveSite _site = new();

    /// <summary>What has changed since the last good build: a fixed mistake may bring other changes to light.</summary>
    private ChangeSet _pending = new([], Unknown: false);

    private (Task Work, CancellationTokenSource Stop)? _rehearsal;

    /// <exception cref="OperationCanceledException">The preview ends.</exception>
    public async Task BuildAsync(ChangeSet changes, CancellationToken stop)
    {
        await EndRehearsalAsync();
        _pending = _pending.And(changes);
        var start = Stopwatch.GetTimestamp();
        try
        {
            (LiveBuild Build, BuildReport Report, string BasePath) made;
            try
            {
                made = Run(stop);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A file that was listed and then renamed or still held by its editor: a moment later it is whole.
                await Task.Delay(TimeSpan.FromMilliseconds(100), stop);
                _pending = ChangeSet.Everything;
                made = Run(stop);
            }

            Publish(made.Build, made.Report, made.BasePath);
            console.Built(made.Report, changes.Paths, Stopwatch.GetElapsedTime(start));
            if (!made.Report.Failed && state.Current.Site is { } shown && shown.Good != shown.Build)
            {
                var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
                _rehearsal = (Task.Run(() => RehearseAsync(shown, changes, end.Token), CancellationToken.None), end);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            var message = e switch
            {
                ExplainedIOException known => known.Text,
                IOException or UnauthorizedAccessException => Messages.InputOutput(e.Message),
                _ => InternalFailure.Describe(e, details: false),
            };
            state.Publish(state.Current with { Version = state.Current.Version + 1, Mistakes = [console.Say(message)] }, "mistakes");
            console.Warn(message);
        }
    }

    /// <summary>Ends what is still under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndRehearsalAsync();
        GcTuning.End();
    }

    private async Task EndRehearsalAsync()
    {
        if (_rehearsal is { } rehearsal)
        {
            _rehearsal = null;
            await rehearsal.Stop.CancelAsync();
            await rehearsal.Work;
            rehearsal.Stop.Dispose();
        }
    }

    private (LiveBuild Build, BuildReport Report, string BasePath) Run(CancellationToken stop)
    {
        var path = SitePath();
        var build = Options(path);
        var made = (_pending.Unknown ? null : _site.Patch(build.Root, _pending.Paths))
            ?? _site.Update(build, _pending.Unknown ? null : _pending.Paths, stop);
        return (made, made.Report.Failed ? made.Report : made.Rehearse(state.Seen, _pending.IsOfTheme, stop), Uri.UnescapeDataString(path));
    }

    private BuildOptions Options(string path) => options.Build with
    {
        Now = options.Now(),
        BaseUrl = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http://localhost:{port}{path}"),
    };

    private void Publish(LiveBuild made, BuildReport report, string basePath)
    {
        var last = state.Current;
        var next = last with { Version = last.Version + 1 };
        if (report.Failed)
        {
            state.Publish(next with { Mistakes = [.. Errors(report)] }, "mistakes");
            return;
        }

        var changes = _pending;
        var differs = last.Site is not { } shown || shown.BasePath != basePath || changes.IsOpaque || !made.IsSameAs(shown.Build);
        _pending = made.IsPatched ? _pending : new ChangeSet([], Unknown: false);
        if (differs)
        {
            next = next with { Mistakes = [], Site = new BuiltSite(made, last.Site?.Good, basePath), Build = last.Build + 1 };
            state.Publish(changes.IsOpaque ? next with { Reload = next.Build } : next, changes.IsStyle ? "css" : "reload");
        }
        else if (last.Mistakes.IsEmpty)
        {
            state.Replace(next);
        }
        else
        {
            state.Publish(next with { Mistakes = [] }, "mended");
        }
    }

    /// <summary>Renders the pages that were not asked for, when there is nothing else to do.</summary>
    private async Task RehearseAsync(BuiltSite shown, ChangeSet changes, CancellationToken stop)
    {
        try
        {
            await Task.Delay(Pause, stop);
            var start = Stopwatch.GetTimestamp();
            var good = shown.Good;
            var build = shown.Build;
            if (build.IsPatched)
            {
                build = _site.Update(Options(SitePath()), _pending.Paths, stop);
                _pending = new ChangeSet([], Unknown: false);
            }

            var report = build.Report.Failed ? build.Report : build.RehearseAll(good, Math.Max(1, options.Build.Jobs - 1), stop);
            if (!report.Failed)
            {
                Settle(shown, build);
                return;
            }

            var now = state.Current;
            _pending = _pending.And(changes);
            var next = now with { Version = now.Version + 1, Mistakes = [.. Errors(report)] };
            state.Publish(good is null ? next : next with { Build = now.Build + 1, Site = shown with { Build = good } }, "mistakes");
            console.Built(report, changes.Paths, Stopwatch.GetElapsedTime(start));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Something has changed again, or the preview ends.
        }
        catch (Exception e)
        {
            console.Warn(InternalFailure.Describe(e, details: false));
        }
    }

    /// <summary>
    /// Everything is known to be good. Where a text was shown in an earlier plan, pages that the new one changes are told of too.
    /// </summary>
    private void Settle(BuiltSite shown, LiveBuild build)
    {
        var now = state.Current;
        var next = now with { Site = shown with { Build = build, Good = build } };
        if (build == shown.Build)
        {
            state.Replace(next);
        }
        else
        {
            state.Publish(next with { Version = now.Version + 1, Build = now.Build + 1 }, "reload");
        }

        GcTuning.Renew(build.Report.Entries);
    }

    private IEnumerable<string> Errors(BuildReport report) =>
        report.Diagnostics.Where(diagnostic => diagnostic.Rule.Severity == Severity.Error).Select(console.Describe);

    /// <summary>
    /// The path of the address that the site will have: <c>/digest/</c>. Mistakes in the settings are the build's to tell.
    /// </summary>
    private string SitePath()
    {
        var url = options.Build.BaseUrl;
        if (url is null && SourceTree.IsFile(options.Build.Root, SettingsPath))
        {
            var file = new ListedFile(options.Build.Root, SettingsPath, IsLink: false);
            url = SettingsParser.Parse(SettingsPath, SourceTree.Read(file), OutputKind.Names).Value?.Url;
        }

        return url is null ? "/" : new Uri(url).AbsolutePath.TrimEnd('/') + "/";
    }
}
