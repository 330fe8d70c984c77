using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;

namespace AiDigest.Cli;

/// <summary>
/// The language of a run: <c>--lang</c>, else that of the site, which is Russian unless site.yaml says otherwise, else that of the system.
/// It is told before the command line is parsed, because help and mistakes of usage are in it too.
/// </summary>
internal static class MessageLanguageOption
{
    /// <summary>As much of site.yaml as is looked through; a language further down is found by the build alone.</summary>
    private const int Looked = 64 << 10;

    public static MessageLanguage Of(string[] args, Terminal terminal) => Value(args, "--lang") switch
    {
        "en" => MessageLanguage.English,
        "ru" => MessageLanguage.Russian,
        _ => Root(args, terminal.Folder) is { } root ? OfSite(root) : OfSystem(terminal),
    };

    private static string? Root(string[] args, string folder)
    {
        try
        {
            return Value(args, "--root") is { } given ? Path.GetFullPath(given, folder) : RootFinder.Find(folder);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string? Value(string[] args, string option)
    {
        for (var i = 0; i < args.Length && args[i] != "--"; i++)
        {
            if (args[i] == option)
            {
                return i + 1 < args.Length ? args[i + 1] : null;
            }

            if (args[i].StartsWith(option, StringComparison.Ordinal) && args[i].Length > option.Length
                && args[i][option.Length] is '=' or ':')
            {
                return args[i][(option.Length + 1)..];
            }
        }

        return null;
    }

    private static MessageLanguage OfSite(string root)
    {
        const string Key = "language:";
        foreach (var line in Beginning(Path.Combine(root, "content", "site.yaml")).AsSpan().EnumerateLines())
        {
            if (line.StartsWith(Key, StringComparison.Ordinal))
            {
                var value = line[Key.Length..];
                var comment = value.IndexOf('#');
                return (comment < 0 ? value : value[..comment]).Trim(" \t\"'") is "en" ? MessageLanguage.English : MessageLanguage.Russian;
            }
        }

        return MessageLanguage.Russian;
    }

    private static string Beginning(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var bytes = new byte[Math.Min(file.Length, Looked)];
            return Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>By the first of the variables of POSIX that is set.</summary>
    private static MessageLanguage OfSystem(Terminal terminal)
    {
        foreach (var name in (string[])["LC_ALL", "LC_MESSAGES", "LANG"])
        {
            if (terminal.Variable(name) is { Length: > 0 } locale)
            {
                return locale.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? MessageLanguage.Russian : MessageLanguage.English;
            }
        }

        return MessageLanguage.English;
    }
}
