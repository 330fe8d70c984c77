using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Preview;

/// <summary>What a preview is asked to do, resolved once from the command line.</summary>
/// <param name="Build">How the site is built; its output folder and, but for the path, its base url are replaced by the preview's own.</param>
/// <param name="Port">The first port to try, 1 to 65535; 0: any free one.</param>
/// <param name="Poll">Look at the files again and again instead of asking the system to tell of changes.</param>
/// <param name="Now">The present moment, asked for before each build.</param>
public sealed record ServeOptions(BuildOptions Build, int Port, bool Poll, Func<DateTimeOffset> Now);

/// <summary>Where a preview tells what it does; called by one thread at a time.</summary>
public interface IServeConsole
{
    /// <summary>The text of a mistake as the terminal shows it; the browser shows the same.</summary>
    string Describe(Diagnostic diagnostic);

    /// <summary>A build has ended, well or with mistakes.</summary>
    /// <param name="changed">The sources that made it run, sorted; empty for the first build and where they are not known.</param>
    void Built(BuildReport report, IReadOnlyList<string> changed, TimeSpan elapsed);

    /// <summary>The preview can be looked at; said once, after the first build.</summary>
    void Serving(string address);

    /// <summary>Something that the author should know: a port that was taken, a build that the disk has failed.</summary>
    void Warn(string message);
}
