using System.Diagnostics;
using System.Text;

namespace AiDigest.Tests.Cli;

/// <summary>What a run of the tool left behind.</summary>
internal sealed record ToolResult(int ExitCode, string Out, string Error);

/// <summary>The built executable, run as a process of its own.</summary>
internal static class Tool
{
    public static ToolResult Run(string folder, params string[] arguments)
    {
        using var run = Start(folder, arguments);
        return run.End();
    }

    public static ToolRun Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    public static ToolRun Start(string folder, Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable.Path)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new ToolRun(Process.Start(start) ?? throw new InvalidOperationException("the tool did not start"));
    }
}

/// <summary>A run under way.</summary>
internal sealed class ToolRun : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _out;

    public ToolRun(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, e) =>
        {
            lock (_error)
            {
                _error.Append(e.Data).Append(e.Data is null ? "" : "\n");
            }
        };
        process.BeginErrorReadLine();
        _out = process.StandardOutput.ReadToEndAsync();
    }

    public bool HasEnded => _process.HasExited;

    public string ErrorSoFar
    {
        get
        {
            lock (_error)
            {
                return _error.ToString();
            }
        }
    }

    /// <summary>Waits until something is so, or the process has ended.</summary>
    public void Until(Func<bool> isSo)
    {
        while (!isSo() && !_process.HasExited)
        {
            Thread.Sleep(1);
        }
    }

    public void Kill() => _process.Kill();

    /// <summary>As Ctrl+C does on Unix.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public ToolResult End()
    {
        _process.WaitForExit();
        return new ToolResult(_process.ExitCode, _out.GetAwaiter().GetResult(), ErrorSoFar);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
