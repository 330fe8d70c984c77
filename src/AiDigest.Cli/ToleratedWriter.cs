using System.Text;

namespace AiDigest.Cli;

/// <summary>
/// Writes to a stream of the process that may be closed or full. A failure ends the writing and not the run: what the run has done is
/// whole, and the process that closed the stream does not read them. The failure is kept, so that the exit code can tell it.
/// </summary>
internal sealed class ToleratedWriter(TextWriter writer) : TextWriter
{
    public Exception? Failure { get; private set; }

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value) => Attempt(() => writer.Write(value));

    public override void Write(char[] buffer, int index, int count) => Attempt(() => writer.Write(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        var text = buffer.ToString();
        Attempt(() => writer.Write(text));
    }

    public override void Write(string? value) => Attempt(() => writer.Write(value));

    public override void WriteLine(string? value) => Attempt(() => writer.WriteLine(value));

    public override void Flush() => Attempt(writer.Flush);

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteLineAsync(string? value)
    {
        WriteLine(value);
        return Task.CompletedTask;
    }

    public override Task FlushAsync()
    {
        Flush();
        return Task.CompletedTask;
    }

    private void Attempt(Action write)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            Failure = e;
        }
    }
}
