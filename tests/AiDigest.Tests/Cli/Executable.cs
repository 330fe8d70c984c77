using System.Diagnostics;
using System.Text;
using AiDigest.Tests.Building;
using Xunit;

namespace AiDigest.Tests.Cli;

/// <summary>What a run of the built executable gave.</summary>
internal sealed record Outcome(int Code, string Out, string Error);

/// <summary>Runs the built executable itself, as a shell would.</summary>
internal static class Executable
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "aidigest.dll");

    public static Outcome Run(ScratchSite site, params string[] arguments) => Run(site.Root, "", [], arguments);

    public static Outcome Run(string folder, string input, (string Name, string Value)[] environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var argument in (string[])[Path, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
