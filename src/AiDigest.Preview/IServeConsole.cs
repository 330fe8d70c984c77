using AiDigest.Core.Build;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Preview;

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
    void Warn(Message message);

    /// <summary>A message in the language of the run.</summary>
    string Say(Message message);
}
