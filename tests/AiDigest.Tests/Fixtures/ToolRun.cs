using System.Diagnostics;
using System.Text;

namespace AiDigest.Tests.Fixtures;

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
        process.StandardInput.Close();
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
        Interruption.SkipWhereIgnored();
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public Outcome End()
    {
        _process.WaitForExit();
        return new Outcome(_process.ExitCode, _out.GetAwaiter().GetResult(), ErrorSoFar);
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
