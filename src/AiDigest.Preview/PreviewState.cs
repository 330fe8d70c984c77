using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Preview;

/// <summary>What there is to see after a build.</summary>
/// <param name="Version">Goes up with every build, whatever it did.</param>
/// <param name="Build">Goes up with every build that changed the site; 0: no build has succeeded yet.</param>
/// <param name="Reload">The last <paramref name="Build"/> after which a page may look different though its bytes are the same.</param>
/// <param name="Mistakes">Texts as in the terminal; empty when the site is that of the sources.</param>
/// <param name="Site">The last good site; null: no build has succeeded yet.</param>
internal sealed record Snapshot(int Version, int Build, int Reload, ImmutableArray<string> Mistakes, BuiltSite? Site);

/// <summary>
/// What the preview shows, and everyone who wants to hear of it. A page carries the build that it came from, and each event the whole
/// state: so a browser that missed events (a lost connection, a tab in the background, a restarted server) finds out what to do from the
/// next one.
/// </summary>
internal sealed class PreviewState(Func<Message, string> say)
{
    private const int MostSeen = 8;

    private readonly Lock _gate = new();
    private readonly LinkedList<string> _seen = [];
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ImmutableList<ChannelWriter<string>> _listeners = [];

    /// <summary>Tells this run of the server from an earlier one at the same address.</summary>
    public string Session { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    /// <summary>A message in the language of the run.</summary>
    public string Say(Message message) => say(message);

    public Snapshot Current { get; private set; } = new(0, 0, 0, [], null);

    /// <summary>The pages that were asked for last, as paths of files.</summary>
    public string[] Seen
    {
        get
        {
            lock (_gate)
            {
                return [.. _seen];
            }
        }
    }

    /// <summary>Ends with the first build, good or bad.</summary>
    public Task First => _first.Task;

    /// <summary>Somebody looks at a page.</summary>
    public void See(string path)
    {
        lock (_gate)
        {
            _seen.Remove(path);
            _seen.AddFirst(path);
            if (_seen.Count > MostSeen)
            {
                _seen.RemoveLast();
            }
        }
    }

    /// <param name="name">Of the event: <c>reload</c>, <c>css</c>, <c>mistakes</c>, <c>mended</c>.</param>
    public void Publish(Snapshot snapshot, string name)
    {
        lock (_gate)
        {
            Current = snapshot;
            var message = Event(name, snapshot);
            foreach (var listener in _listeners)
            {
                listener.TryWrite(message);
            }
        }

        _first.TrySetResult();
    }

    /// <summary>Goes on without telling anyone: nothing that can be seen has changed.</summary>
    public void Replace(Snapshot snapshot)
    {
        lock (_gate)
        {
            Current = snapshot;
        }

        _first.TrySetResult();
    }

    /// <summary>Every event from now on, the first telling the state as it is.</summary>
    public async IAsyncEnumerable<string> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateUnbounded<string>();
        lock (_gate)
        {
            channel.Writer.TryWrite(Event("state", Current));
            _listeners = _listeners.Add(channel.Writer);
        }

        try
        {
            await foreach (var message in channel.Reader.ReadAllAsync(cancellation))
            {
                yield return message;
            }
        }
        finally
        {
            lock (_gate)
            {
                _listeners = _listeners.Remove(channel.Writer);
            }
        }
    }

    private string Event(string name, Snapshot snapshot)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("session", Session);
            json.WriteNumber("version", snapshot.Version);
            json.WriteNumber("build", snapshot.Build);
            json.WriteNumber("reload", snapshot.Reload);
            json.WriteString("lang", say(PreviewMessages.Code));
            json.WriteString("title", say(PreviewMessages.Mistakes(snapshot.Mistakes.Length)));
            json.WriteString("below", say(PreviewMessages.Below));
            json.WriteString("close", say(PreviewMessages.Close));
            json.WriteStartArray("mistakes");
            foreach (var mistake in snapshot.Mistakes)
            {
                json.WriteStringValue(mistake);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        // JSON has no raw line feed, so one data line holds it.
        return $"event: {name}\ndata: {Encoding.UTF8.GetString(buffer.ToArray())}\n\n";
    }
}
