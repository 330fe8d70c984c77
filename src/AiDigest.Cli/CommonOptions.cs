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
    private readonly Option<string?> _root = new("--root") { HelpName = "DIR" };
    private readonly Option<string?> _output = new("--output") { HelpName = "DIR" };
    private readonly Option<string?> _baseUrl = new("--base-url") { HelpName = "URL" };
    private readonly Option<bool> _drafts = new("--drafts");
    private readonly Option<bool> _future = new("--future");
    private readonly Option<string?> _now = new("--now") { HelpName = "INSTANT" };
    private readonly Option<int?> _jobs = new("--jobs") { HelpName = "N" };
    private readonly Option<bool> _noCache = new("--no-cache");
    private readonly Option<string> _format = new("--format") { DefaultValueFactory = _ => "human" };
    private readonly Option<string?> _lang = new("--lang");
    private readonly Option<bool> _quiet = new("--quiet");
    private readonly Option<bool> _verbose = new("--verbose");

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
                ?? throw new UsageException(CliMessages.NoSiteHere);
        }

        var root = Path.GetFullPath(given, _folder);
        return Directory.Exists(Path.Combine(root, "content"))
            ? root
            : throw new UsageException(CliMessages.NoSiteIn(given));
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
            : throw new UsageException(CliMessages.NowNeedsAMoment(given));
    }

    private static int Jobs(int? given) => given switch
    {
        null => Environment.ProcessorCount,
        >= 1 and <= 1024 => given.Value,
        _ => throw new UsageException(CliMessages.JobsNeedsANumber(given.Value)),
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
                CliMessages.BaseUrlNeedsAnAddress(given));
    }
}

/// <summary>The command line asks for something that cannot be done.</summary>
internal sealed class UsageException(Message message) : MessageException(message);
