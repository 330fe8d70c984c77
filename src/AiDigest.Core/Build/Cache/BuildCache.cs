using AiDigest.Core.FileSystem;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Rendering.Themes;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// The one door to what builds remember below <c>.aidigest</c>. README.md has the ladder of checks behind it. A build opens it, gives it
/// the sources (<see cref="Begin"/>), asks what changed (<see cref="Compare"/>), takes over parsed sources, decides each output and saves.
///
/// There are several files, not one. A small file for each output folder tells whether there is anything to do. The large files, shared by
/// all output folders, are not written again for one edited entry. Losing any of them costs time and nothing else.
/// </summary>
internal sealed partial class BuildCache
{
    /// <summary>What a cache is opened for.</summary>
    public enum Use
    {
        /// <summary>To read what earlier builds left; nothing is written.</summary>
        Reading,

        /// <summary>For a build, which writes the results of parsing for the next one.</summary>
        Building,

        /// <summary>For a preview: like <see cref="Building"/>, and what is parsed stays in memory for <see cref="Next"/>.</summary>
        Preview,

        /// <summary>To look at one text alone. Reading what all other sources gave would take longer than that.</summary>
        OneText,
    }

    private const string EntriesName = "entries";
    private const string FormulasName = "formulas";
    private const string MinifiedName = "minified";
    private const string SearchName = "search";
    private const string OutputPrefix = "output-";
    private const string ShownPrefix = "shown-";
    private const string BeforeSuffix = ".before";
    private const int MostOutputs = 8;

    // Bytes that one entry takes in the file of an output folder, about.
    private const int BytesOfEntry = 300;

    private readonly BuildOptions _options;
    private readonly Use _use;
    private readonly CacheFiles? _files;
    private readonly SealKey _key;
    private readonly CacheFiles? _shared;
    private readonly string _name;
    private readonly LastBuild? _last;
    private readonly Digest _lastSeal;

    // When the last build was saved, in ticks of UTC by the clock of the file system.
    private readonly long _savedAt;
    private readonly ParseMemory? _memory;
    private readonly Lazy<FormulaCache> _formulas;

    private BuildCache(BuildOptions options, Use use, ParseMemory? memory)
    {
        // Packages that change change the assembly too, which carries its lock file.
        Tool = Digest.Of($"{typeof(BuildCache).Module.ModuleVersionId:N} {Environment.Version}");
        (_options, _use, _memory) = (options, use, memory);
        var key = options.NoCache ? null : UserSecret.Find(options.UserCache, options.Root, make: false);
        if (key is null && !options.NoCache)
        {
            // Without a secret no build of this user can have sealed what is there.
            IsIgnored = new CacheFiles(options.Root).Any;
            key = IsWriting ? UserSecret.Find(options.UserCache, options.Root, make: true) : null;
        }

        _key = key ?? default;
        _shared = key is null ? null : new CacheFiles(options.Root);
        _files = use == Use.OneText ? null : _shared;
        _formulas =
            new Lazy<FormulaCache>(() =>
                _shared?.Read(FormulasName) is { } file ? FormulaCache.Load(file.Bytes, _key, Tool) : FormulaCache.Empty);
        Formulas = memory?.Formulas ?? new TexConverter((tex, display) => _formulas.Value.Find(tex, display));
        var minified =
            new Lazy<MinifiedCache>(() =>
                _shared?.Read(MinifiedName) is { } file ? MinifiedCache.Load(file.Bytes, _key, Tool) : MinifiedCache.Empty);
        Minifier = memory?.Minifier ?? new Minifier((text, isScript) => minified.Value.Find(text, isScript));
        memory?.Share(Formulas, Minifier);
        _name = NameOf(options);
        if (_files?.Read(_name) is { } file)
        {
            _last = LastBuildCodec.Parse(file.Bytes, _key);
            IsIgnored |= _last is null;
            (_savedAt, _lastSeal) = _last is null ? default : (file.Modified, Sealed.SealOf(file.Bytes));
        }
    }

    /// <summary>About how many entries the last build of this output folder had; null where no build was saved.</summary>
    public static int? EntriesBefore(BuildOptions options) =>
        options.NoCache ? null : (int?)(new CacheFiles(options.Root).Size(NameOf(options)) / BytesOfEntry);

    public static BuildCache Open(BuildOptions options, Use use) =>
        new(options, use, use == Use.Preview ? new ParseMemory() : null);

    /// <summary>The cache of the next build of a preview. It has what is in memory and no files.</summary>
    /// <param name="changed">Every path below the root that may have changed since the last build; null if that is not known.</param>
    public BuildCache Next(BuildOptions options, IEnumerable<string>? changed)
    {
        _memory!.Expect(changed);
        return new BuildCache(options with { NoCache = true }, _use, _memory);
    }

    /// <summary>A text that another capability keeps in the cache; null where there is none that this user's builds sealed.</summary>
    /// <param name="userCache">The folder of the user's secret.</param>
    public static string? ReadText(string root, string? userCache, string name) => SealedText.Read(root, userCache, name);

    /// <summary>Writes such a text whole, or not at all.</summary>
    public static void WriteText(string root, string? userCache, string name, string text) =>
        SealedText.Write(root, userCache, name, text);

    /// <summary>The version of the tool.</summary>
    public Digest Tool { get; }

    /// <summary>Whether the last build of this output folder is known.</summary>
    public bool KnowsLastBuild => _last is not null;

    public bool IsOn => _files is not null;

    /// <summary>
    /// Whether there are cache files that no build of this user sealed. They came with a checkout or are damaged, and are not used.
    /// </summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Converts formulas, and knows those of earlier builds.</summary>
    public TexConverter Formulas { get; }

    /// <summary>Minifies style sheets and scripts, and knows those of the last build.</summary>
    public Minifier Minifier { get; }

    private bool IsWriting => _use is Use.Building or Use.Preview;

    /// <summary>Whether the results of parsing are written for the next build.</summary>
    private bool IsKept => _files is not null && IsWriting;

    private static string NameOf(BuildOptions options) => OutputPrefix + Digest.Of(CacheFiles.RealName(options.Output));
}
