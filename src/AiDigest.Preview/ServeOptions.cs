using AiDigest.Core.Build;

namespace AiDigest.Preview;

/// <summary>What a preview is asked to do, resolved once from the command line.</summary>
/// <param name="Build">How the site is built; its output folder and, except for the path, its base url are replaced by the preview's
/// own.</param>
/// <param name="Port">The first port to try, 1 to 65535; 0: any free one.</param>
/// <param name="Poll">Look at the files again and again instead of asking the system to tell of changes.</param>
/// <param name="Now">The present moment, asked for before each build.</param>
public sealed record ServeOptions(BuildOptions Build, int Port, bool Poll, Func<DateTimeOffset> Now);
