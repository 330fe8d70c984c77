using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Rendering.Templates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace AiDigest.Preview;

/// <summary>
/// Answers the requests of a preview. It renders pages and tells of builds, and changes nothing. A request that arrives before the first
/// build waits for it.
/// </summary>
/// <param name="describe">The text of a mistake as the terminal shows it.</param>
internal sealed class PreviewApplication(
    PreviewState state, Func<Diagnostic, string> describe, CancellationToken stop) : IHttpApplication<HttpContext>
{
    private static readonly string[] Names = ["localhost", "127.0.0.1", "[::1]"];
    private static readonly byte[] Script = ReadScript();

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(HttpContext context)
    {
        try
        {
            await Answer(context);
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the preview ends.
        }
    }

    private Task Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";

        // A foreign page can make its own name resolve to this machine (DNS rebinding). Its browser then sends that name.
        if (!Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase) || !IsOwnOrigin(context.Request.Headers.Origin))
        {
            return Say(context, StatusCodes.Status403Forbidden, state.Say(PreviewMessages.LoopbackOnly));
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Say(context, StatusCodes.Status405MethodNotAllowed, state.Say(PreviewMessages.ReadOnly));
        }

        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return RequestTarget.Parse(raw) switch
        {
            null => Say(context, StatusCodes.Status400BadRequest, state.Say(PreviewMessages.NoAddress)),
            { Path: ServedPage.ScriptPath } => Send(context, Script, ContentTypes.Of(ServedPage.ScriptPath)),
            { Path: ServedPage.EventsPath } => Stream(context),
            { } target => Site(context, target.Path, target.Query),
        };
    }

    /// <summary>Whether a request names no origin (RFC 6454), as navigation does, or one of this machine.</summary>
    private static bool IsOwnOrigin(StringValues origins) => origins.All(origin =>
        Uri.TryCreate(origin, UriKind.Absolute, out var address) && Names.Contains(address.Host, StringComparer.OrdinalIgnoreCase));

    private async Task Site(HttpContext context, string path, string query)
    {
        await state.First.WaitAsync(context.RequestAborted);
        var snapshot = state.Current;
        if (snapshot.Site is not { } site)
        {
            await SendMistakes(context, snapshot);
            return;
        }

        switch (site.Find(path))
        {
            case Found.Elsewhere elsewhere:
                context.Response.StatusCode = StatusCodes.Status302Found;
                context.Response.Headers.Location = elsewhere.Path + query;
                return;
            case Found.AFile file when await SendFile(context, file.Path, site, snapshot):
                return;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                if (!await SendFile(context, BuiltSite.NotFoundPage, site, snapshot))
                {
                    await Say(context, StatusCodes.Status404NotFound, state.Say(PreviewMessages.NothingHere));
                }

                return;
        }
    }

    private Task SendMistakes(HttpContext context, Snapshot snapshot)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        return Send(context, ServedPage.Error(state, snapshot), ContentTypes.Of(".html"));
    }

    /// <summary>False where there is no such file, or it has just gone.</summary>
    private async Task<bool> SendFile(HttpContext context, string path, BuiltSite site, Snapshot snapshot)
    {
        LiveFile? found;
        try
        {
            found = site.Open(path);
        }
        catch (TemplateException failure)
        {
            await SendMistakes(context, snapshot with { Mistakes = [describe(failure.Diagnostic)] });
            return true;
        }

        var type = ContentTypes.Of(path);
        if (found is not { } file)
        {
            return false;
        }

        if (file.Source is { } source)
        {
            return await SendSource(context, source, type, snapshot);
        }

        var isPage = type.StartsWith("text/html", StringComparison.Ordinal);
        if (isPage)
        {
            state.See(path);
        }

        await (isPage ? SendPage(context, file.Bytes!.Value, type, snapshot) : Send(context, file.Bytes!.Value, type));
        return true;
    }

    private async Task<bool> SendSource(HttpContext context, ListedFile source, string type, Snapshot snapshot)
    {
        FileStream file;
        try
        {
            // A checkout may have put a link or a pipe in the place of a file that was listed.
            file = new FileStream(RegularFile.Open(source.Root, source.Named), FileAccess.Read, bufferSize: 0, isAsync: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        await using (file)
        {
            if (type.StartsWith("text/html", StringComparison.Ordinal))
            {
                var page = new byte[file.Length];
                await file.ReadExactlyAsync(page, context.RequestAborted);
                await SendPage(context, page, type, snapshot);
                return true;
            }

            context.Response.ContentType = type;
            context.Response.ContentLength = file.Length;
            if (HttpMethods.IsGet(context.Request.Method))
            {
                await file.CopyToAsync(context.Response.Body, context.RequestAborted);
            }

            return true;
        }
    }

    private Task SendPage(HttpContext context, ReadOnlyMemory<byte> page, string type, Snapshot snapshot)
    {
        var frame = ServedPage.Frame(page.Span);
        context.Response.Headers[ServedPage.FrameHeader] = frame;
        return Send(context, ServedPage.WithScript(page.Span, state, snapshot, frame), type);
    }

    private async Task Stream(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stop);
        await context.Response.WriteAsync("retry: 1000\n\n", ended.Token);
        await foreach (var message in state.Listen(ended.Token))
        {
            await context.Response.WriteAsync(message, ended.Token);
            await context.Response.Body.FlushAsync(ended.Token);
        }
    }

    private static Task Say(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        return Send(context, System.Text.Encoding.UTF8.GetBytes(text + "\n"), ContentTypes.Of(".txt"));
    }

    private static async Task Send(HttpContext context, ReadOnlyMemory<byte> bytes, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        if (HttpMethods.IsGet(context.Request.Method) || context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    private static byte[] ReadScript()
    {
        using var stream = typeof(PreviewApplication).Assembly.GetManifestResourceStream("client.js")
            ?? throw new InvalidOperationException("The script of the preview is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
