using System.Text.Json;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>An event of the stream.</summary>
internal sealed record ServedEvent(string Name, int Build, string[] Mistakes);

/// <summary>Reads the stream of events as a browser does.</summary>
internal sealed class EventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private EventReader(HttpResponseMessage response, StreamReader reader) => (_response, _reader) = (response, reader);

    /// <summary>Opens the stream and takes the first event, which tells the state.</summary>
    public static async Task<EventReader> OpenAsync(HttpClient client)
    {
        var response =
            await client.GetAsync("/_aidigest/events", HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        var events =
            new EventReader(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("state", (await events.NextAsync()).Name);
        return events;
    }

    public async Task<ServedEvent> NextAsync()
    {
        var name = "";
        while (true)
        {
            var line = await _reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()
                .WaitAsync(RunningPreview.Patience, TestContext.Current.CancellationToken)
                ?? throw new InvalidOperationException("the stream of events ended");
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                using var data = JsonDocument.Parse(line[6..]);
                return new ServedEvent(
                    name,
                    data.RootElement.GetProperty("build").GetInt32(),
                    [.. data.RootElement.GetProperty("mistakes").EnumerateArray().Select(text => text.GetString()!)]);
            }
        }
    }

    /// <summary>The next event that fits. A system may report one change in two parts, and the preview then builds twice.</summary>
    public async Task<ServedEvent> UntilAsync(Func<ServedEvent, bool> satisfies)
    {
        while (true)
        {
            var next = await NextAsync();
            if (satisfies(next))
            {
                return next;
            }
        }
    }

    /// <summary>Waits until a page, looked at after each event, is as it should be.</summary>
    public async Task UntilAsync(Func<Task<bool>> satisfies)
    {
        while (!await satisfies())
        {
            await NextAsync();
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
