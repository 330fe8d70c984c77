using System.CommandLine;
using System.Globalization;
using AiDigest.Core.Content;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.FileSystem;

namespace AiDigest.Cli;

/// <summary>How diagnostics and results are printed.</summary>
internal enum OutputFormat
{
    Human,
    Json,
    Github,
    Sarif,
}

/// <summary>The options that all commands share, as they were given; resolved once, before a command runs.</summary>
internal sealed class CommonOptions
{
    private readonly string _folder;
    private readonly Option<string?> _root =
        new("--root") { Description = "The folder of the site (default: the nearest one upwards with content/)", HelpName = "DIR" };
    private readonly Option<string?> _output =
        new("--output") { Description = "Where the site is written (default: site-output in the root)", HelpName = "DIR" };
    private readonly Option<string?> _baseUrl =
        new("--base-url") { Description = "Absolute address at which this build is published", HelpName = "URL" };
    private readonly Option<bool> _drafts = new("--drafts") { Description = "Show drafts" };
    private readonly Option<bool> _future = new("--future") { Description = "Show entries dated in the future" };
    private readonly Option<string?> _now =
        new("--now") { Description = "The moment to take for the present (RFC 3339)", HelpName = "INSTANT" };
    private readonly Option<int?> _jobs =
        new("--jobs") { Description = "Threads that work side by side (default: all processors)", HelpName = "N" };
    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Neither read nor write the cache" };
    private readonly Option<string> _format =
        new("--format") { Description = "How results are printed; sarif by check alone", DefaultValueFactory = _ => "human" };
    private readonly Option<string?> _lang = new("--lang") { Description = "Language of messages (default: that of the site)" };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Print errors and warnings only" };
    private readonly Option<bool> _verbose = new("--verbose") { Description = "Print more about the run" };

    public CommonOptions(Terminal terminal)
    {
        _folder = terminal.Folder;
        _format.AcceptOnlyFromAmong("human", "json", "github", "sarif");
        _lang.AcceptOnlyFromAmong("ru", "en");
    }

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[] { _root, _output, _baseUrl, _drafts, _future, _now, _jobs, _noCache, _format, _lang, _quiet,
            _verbose })
        {
            option.Recursive = true;
            command.Options.Add(option);
        }
    }

    public OutputFormat Format(ParseResult parsed) => Enum.Parse<OutputFormat>(parsed.GetValue(_format) ?? "human", ignoreCase: true);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public bool Verbose(ParseResult parsed) => parsed.GetValue(_verbose);

    /// <summary>The present that the command works with.</summary>
    public DateTimeOffset Now(ParseResult parsed) => Now(parsed.GetValue(_now));

    /// <summary>The folder of <c>--root</c> as it was written; null where it was not.</summary>
    public string? GivenRoot(ParseResult parsed) => parsed.GetValue(_root);

    /// <summary>Whether the present was given, and so does not change.</summary>
    public bool NowIsGiven(ParseResult parsed) => parsed.GetValue(_now) is not null;

    /// <exception cref="UsageException">A value makes no sense, or there is no site.</exception>
    public AiDigest.Core.Build.BuildOptions Resolve(ParseResult parsed)
    {
        var root = Root(parsed.GetValue(_root));
        var output = parsed.GetValue(_output);
        return new AiDigest.Core.Build.BuildOptions(
            root,
            Path.GetFullPath(output ?? Path.Combine(root, "site-output"), _folder),
            Now(parsed.GetValue(_now)),
            Jobs(parsed.GetValue(_jobs)),
            BaseUrl(parsed.GetValue(_baseUrl)),
            parsed.GetValue(_drafts),
            parsed.GetValue(_future),
            parsed.GetValue(_noCache));
    }

    private string Root(string? given)
    {
        if (given is null)
        {
            return RootFinder.Find(_folder)
                ?? throw new UsageException(new(
                    "no site found: neither this folder nor one above it has a folder content/. A site is a folder with "
                    + "content/papers/ in it: name it with --root, or make one with 'aidigest init FOLDER'",
                    "сайт не найден: ни в этой папке, ни выше нет папки content/. Сайт — это папка, в которой есть content/papers/: "
                    + "укажите её через --root или создайте новую командой 'aidigest init ПАПКА'"));
        }

        var root = Path.GetFullPath(given, _folder);
        return Directory.Exists(Path.Combine(root, "content"))
            ? root
            : throw new UsageException(new(
                $"no site found: '{given}' has no folder content/. A site is a folder with content/papers/ in it; 'aidigest init "
                + $"FOLDER' makes one",
                $"сайт не найден: в '{given}' нет папки content/. Сайт — это папка, в которой есть content/papers/; новую создаёт "
                + $"'aidigest init ПАПКА'"));
    }

    private static DateTimeOffset Now(string? given)
    {
        if (given is null)
        {
            return DateTimeOffset.UtcNow;
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];
        var text = given.EndsWith('Z') || given.EndsWith('z') ? given[..^1] + "+00:00" : given;
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? moment
            : throw new UsageException($"--now wants a moment with an offset such as 2026-11-14T09:00:00+03:00, not '{given}'");
    }

    private static int Jobs(int? given) => given switch
    {
        null => Environment.ProcessorCount,
        >= 1 and <= 1024 => given.Value,
        _ => throw new UsageException($"--jobs wants a number from 1 to 1024, not {given}"),
    };

    private static string? BaseUrl(string? given)
    {
        if (given is null)
        {
            return null;
        }

        return AbsoluteUrl.Read(given) is { } url
            ? url
            : throw new UsageException(
                $"--base-url wants an absolute http(s) address such as https://user.github.io/digest/, not '{given}'");
    }
}

/// <summary>The command line asks for something that cannot be done.</summary>
internal sealed class UsageException(Message message) : MessageException(message);
