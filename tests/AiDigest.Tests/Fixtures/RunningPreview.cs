using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>The real executable, serving a site on a free port, as a separate process.</summary>
internal sealed class RunningPreview : IAsyncDisposable
{
    // For events that come or never come: no test measures time.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _errors;
    private readonly StringBuilder _output;

    private RunningPreview(Process process, StringBuilder output, StringBuilder errors, Uri address)
    {
        (_process, _output, _errors, Address) = (process, output, errors, address);
        Client =
            new HttpClient(
                new SocketsHttpHandler { AllowAutoRedirect = false })
            { BaseAddress = new Uri(address, "/"), Timeout = Patience };
    }

    /// <summary>The printed link.</summary>
    public Uri Address { get; }

    public HttpClient Client { get; }

    public string Errors => Text(_errors);

    public string Output => Text(_output);

    public static async Task<RunningPreview> StartAsync(string root, params string[] arguments)
    {
        var process =
            Executable.StartProcess(
                Executable.Path, root, [],
                ["serve", "--root", root, .. arguments.Contains("--port") ? [] : (string[])["--port", "0"], .. arguments]);
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.ErrorDataReceived += (_, e) => Append(errors, e.Data);
        process.OutputDataReceived += (_, e) =>
        {
            Append(output, e.Data);
            if (e.Data?.StartsWith("serving ", StringComparison.Ordinal) == true)
            {
                address.TrySetResult(new Uri(e.Data.Split(' ')[1]));
            }
            else if (e.Data is null)
            {
                address.TrySetException(new InvalidOperationException($"serve ended: {Text(output)}{Text(errors)}"));
            }
        };
        process.StandardInput.Close();
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return new RunningPreview(process, output, errors, await address.Task.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    public Task<EventReader> ListenAsync() => EventReader.OpenAsync(Client);

    /// <summary>The page at a path, which must be there.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {response.StatusCode}\n{text}");
        return text;
    }

    public async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await Client.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>As Ctrl-C does; the exit code.</summary>
    public async Task<int> InterruptAsync()
    {
        Interruption.SkipWhereIgnored();
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.Append(line).Append('\n');
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
