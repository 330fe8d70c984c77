using System.Runtime.CompilerServices;

namespace AiDigest.Tests.Fixtures;

/// <summary>
/// Gives the tests, and the processes that they start, a separate cache folder, so that they leave nothing in the developer's.
/// </summary>
internal static class UserCacheOfTests
{
    [ModuleInitializer]
    internal static void Make()
    {
        var folder = Directory.CreateTempSubdirectory("aidigest-cache-").FullName;
        Environment.SetEnvironmentVariable("XDG_CACHE_HOME", folder);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
    }
}
