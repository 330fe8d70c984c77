using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Deploy;

/// <param name="Code">The exit code.</param>
internal sealed record ProgramResult(int Code, byte[] Out, string Error)
{
    public string Text => Encoding.UTF8.GetString(Out);
}

/// <summary>Runs an installed program: no shell, each argument as it is, messages in English.</summary>
/// <param name="folder">The folder that it runs in.</param>
internal sealed class OutsideProgram(string name, string folder, IReadOnlyDictionary<string, string>? variables = null)
{
    /// <summary>Runs to the end and returns whatever the exit code is.</summary>
    /// <exception cref="IOException">The program is not installed.</exception>
    public ProgramResult Try(IEnumerable<string> arguments, byte[]? input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(name)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (key, value) in variables ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Finish(Start(start), input, cancellation);
    }

    /// <summary>Runs to the end.</summary>
    /// <exception cref="IOException">The program is not installed, or its exit code is not 0; the message holds what it said.</exception>
    public ProgramResult Run(IEnumerable<string> arguments, byte[]? input, CancellationToken cancellation)
    {
        var all = arguments.ToList();
        var result = Try(all, input, cancellation);
        return result.Code == 0 ? result : throw Failure(result, all.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "");
    }

    public IOException Failure(ProgramResult result, string step)
    {
        var said = result.Error.Trim();
        return new ExplainedIOException(Messages.ProgramFailed($"{name} {step}", result.Code, said));
    }

    private Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ExplainedIOException(Messages.ProgramDidNotStart(name, e.Message), e);
        }
    }

    private static ProgramResult Finish(Process process, byte[]? input, CancellationToken cancellation)
    {
        using (process)
        using (cancellation.Register(() => Stop(process)))
        {
            // Both ends are read while the input is written, or a full pipe would stop all three.
            using var bytes = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(bytes, CancellationToken.None);
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            try
            {
                process.StandardInput.BaseStream.Write(input ?? []);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading; its exit code tells.
            }

            reading.GetAwaiter().GetResult();
            var error = errors.GetAwaiter().GetResult();
            process.WaitForExit();
            cancellation.ThrowIfCancellationRequested();
            return new ProgramResult(process.ExitCode, bytes.ToArray(), error);
        }
    }

    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended.
        }
    }
}
