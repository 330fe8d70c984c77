using System.Globalization;

namespace AiDigest.Preview;

/// <summary>
/// The preview of a site: builds it in memory, serves it on loopback, watches its sources, builds again, and tells the browsers. The output
/// folder of <c>build</c> is neither read nor written.
/// </summary>
public static class PreviewServer
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <summary>Runs until it is told to stop, which is its good end.</summary>
    /// <exception cref="IOException">There is no free port.</exception>
    public static async Task RunAsync(ServeOptions options, IServeConsole console, CancellationToken stop)
    {
        try
        {
            var state = new PreviewState(console.Say);
            await using var server =
                await LoopbackServer.StartAsync(options.Port, new PreviewApplication(state, console.Describe, stop), stop);
            if (options.Port != 0 && server.Port != options.Port)
            {
                console.Warn(PreviewMessages.PortTaken(options.Port, server.Port));
            }

            // Watching begins before the first build, so that no change is missed.
            var queue = new ChangeQueue(Quiet, Longest);
            using var watcher = new SourceWatcher(options.Build.Root, queue, options.Poll, console.Warn);
            await using var builder = new PreviewBuilder(options, server.Port, state, console);
            await builder.BuildAsync(ChangeSet.Everything, stop);
            console.Serving(
                string.Create(CultureInfo.InvariantCulture, $"http://localhost:{server.Port}{state.Current.Site?.EncodedBasePath ?? "/"}"));
            while (true)
            {
                await builder.BuildAsync(await queue.TakeAsync(stop), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way that a preview ends.
        }
    }
}
