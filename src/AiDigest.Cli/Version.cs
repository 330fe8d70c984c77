using System.Reflection;

namespace AiDigest.Cli;

/// <summary>The version of the tool, as the build stamped it.</summary>
internal static class Version
{
    /// <summary><c>0.1.0+COMMIT</c>, or <c>0.1.0</c> where it was built outside a repository.</summary>
    public static string Full { get; } =
        typeof(Version).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary><c>0.1.0</c>.</summary>
    public static string Number => Full.Split('+')[0];

    /// <summary>As people read it: <c>0.1.0 (commit 0123456789)</c>.</summary>
    public static string Shown =>
        Full.Split('+') is [var number, var commit] ? $"{number} (commit {commit[..Math.Min(10, commit.Length)]})" : Full;
}
