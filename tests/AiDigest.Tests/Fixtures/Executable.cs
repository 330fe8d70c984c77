using System.Diagnostics;
using System.Text;
using AiDigest.Cli;
using Xunit;

namespace AiDigest.Tests.Fixtures;

/// <summary>What a run of the built executable gave.</summary>
internal sealed record Outcome(int Code, string Out, string Error);

/// <summary>
/// Runs the command line. <c>Run</c> calls it within this process, which takes a tenth of the time, unless <c>AIDIGEST_PACKAGED</c> names a
/// tool. Tests of what only a process has (signals, streams, exit codes, a killed build) use <see cref="RunProcess"/> and <c>Start</c>.
/// </summary>
internal static class Executable
{
    /// <summary>
    /// The packaged tool that <c>AIDIGEST_PACKAGED</c> names (<c>build.ps1 verify</c>); else the one that was built with these tests.
    /// </summary>
    public static string Path { get; } = Packaged ?? Built;

    public static string? Packaged =>
        Environment.GetEnvironmentVariable("AIDIGEST_PACKAGED") is { Length: > 0 } path ? System.IO.Path.GetFullPath(path) : null;

    public static string Built =>
        System.IO.Path.Combine(AppContext.BaseDirectory, "aidigest" + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Outcome Run(ScratchSite site, params string[] arguments) => Run(site.Root, "", [], arguments);

    public static Outcome Run(string folder, string input, (string Name, string Value)[] environment, params string[] arguments) =>
        Packaged is null ? RunHere(folder, input, environment, arguments) : Run(Path, folder, input, environment, arguments);

    /// <summary>Runs it in a folder, with nothing on its standard input.</summary>
    public static Outcome Run(string folder, params string[] arguments) => Run(folder, "", [], arguments);

    /// <summary>Runs it as a separate process, with nothing on its standard input.</summary>
    public static Outcome RunProcess(string folder, params string[] arguments) => Run(Path, folder, "", [], arguments);

    /// <summary>Starts it in a folder and does not wait.</summary>
    public static ToolRun Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    public static ToolRun Start(string folder, (string Name, string Value)[] environment, params string[] arguments) =>
        new(StartProcess(Path, folder, environment, arguments));

    public static Outcome Run(string executable, string folder, string input, (string Name, string Value)[] environment, string[] arguments)
    {
        using var process = StartProcess(executable, folder, environment, arguments);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Outcome(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>Runs it within this process; nothing of the process but files is shared with other runs.</summary>
    private static Outcome RunHere(string folder, string input, (string Name, string Value)[] environment, string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal =
            new Terminal(TextWriter.Synchronized(output), TextWriter.Synchronized(error), new MemoryStream(Encoding.UTF8.GetBytes(input)))
            {
                Folder = folder,
                Variable = name =>
                    environment.FirstOrDefault(variable => variable.Name == name).Value ?? Environment.GetEnvironmentVariable(name),
            };

        // On a thread of the pool: xunit's own threads are counted, and must not wait for work that continues on them.
        var code = Task.Run(() => CommandTable.Run(InEnglish(arguments), terminal), TestContext.Current.CancellationToken).GetAwaiter()
            .GetResult();
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Tests read English; those of the language name it themselves.</summary>
    private static string[] InEnglish(string[] arguments) =>
        arguments is [['[', ..] or "--version", ..]
            || arguments.Any(argument => argument.StartsWith("--lang", StringComparison.Ordinal))
                ? arguments
                : ["--lang", "en", .. arguments];

    /// <summary>A process of which every stream is a pipe.</summary>
    public static Process StartProcess(string executable, string folder, (string Name, string Value)[] environment, string[] arguments)
    {
        var start = new ProcessStartInfo(executable, executable == Path || executable == Built ? InEnglish(arguments) : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{executable} did not start");
    }
}
