using AiDigest.Core.Incremental;
using AiDigest.Core.IO;
using AiDigest.Core.Markdown;

namespace AiDigest.Core.Building;

/// <summary>
/// What builds leave to the next ones below <c>.aidigest</c>: one file with what the sources gave, which all output folders share, and
/// a small one for each output folder. Two files and not one, because the small one answers whether there is anything to do, and the
/// large one need not be written again for one edited entry. To lose either costs time and nothing else.
/// </summary>
internal sealed class BuildCache
{
    private const string EntriesName = "entries";
    private const string OutputPrefix = "output-";
    private const string ShownPrefix = "shown-";
    private const string BeforeSuffix = ".before";
    private const int MostOutputs = 8;

    private readonly CacheFiles? _files;
    private readonly string _name;
    private readonly Digest _lastSeal;
    private EntryCache _entries = EntryCache.Empty;
    private Digest _entryOptions;
    private readonly int _jobs;
    private readonly bool _writesEntries;
    private Task _savingEntries = Task.CompletedTask;

    private BuildCache(BuildOptions options, bool writesEntries)
    {
        // Packages that change change the assembly too, which carries its lock file.
        Tool = Digest.Of($"{typeof(BuildCache).Module.ModuleVersionId:N} {Environment.Version}");
        (_jobs, _writesEntries) = (options.Jobs, writesEntries);
        _files = options.NoCache ? null : new CacheFiles(options.Root);
        _name = OutputPrefix + Digest.Of(CacheFiles.RealName(options.Output));
        if (_files?.Read(_name) is { } file && LastBuildCodec.Parse(file.Bytes) is { } last)
        {
            (Last, SavedAt, _lastSeal) = (last, file.Modified, Sealed.SealOf(file.Bytes));
        }
    }

    /// <param name="writesEntries">What the sources give is written for the next build.</param>
    public static BuildCache Open(BuildOptions options, bool writesEntries = false) => new(options, writesEntries);

    /// <summary>The version of the tool.</summary>
    public Digest Tool { get; }

    /// <summary>The last build of this output folder that wrote it; null where nothing is known of one.</summary>
    public LastBuild? Last { get; }

    /// <summary>When that was noted, in ticks of UTC by the clock of the file system.</summary>
    public long SavedAt { get; }

    public bool IsOn => _files is not null;

    public IReadOnlyDictionary<string, Digest> KnownSources => Last is { } last
        ? last.Sources.ToDictionary(source => source.Key, source => source.Value, StringComparer.Ordinal)
        : new Dictionary<string, Digest>();

    /// <summary>Of the options that change what is built, but for the present moment.</summary>
    public static Digest OptionsOf(BuildOptions options)
    {
        var bytes = new ByteWriter();
        bytes.Text(options.BaseUrl);
        bytes.Flag(options.Drafts);
        bytes.Flag(options.Future);
        return Digest.Of(bytes.Written);
    }

    /// <summary>What sources gave under these options.</summary>
    public EntryCache Entries(MarkdownOptions markdown)
    {
        var bytes = new ByteWriter();
        bytes.Digest(Tool);
        bytes.Number(markdown.Limits.FileSize);
        bytes.Number(markdown.Limits.Nesting);
        bytes.Flag(markdown.Math);
        bytes.Flag(markdown.Highlight);
        bytes.Flag(markdown.Typography);
        bytes.Text(markdown.Language);
        _entryOptions = Digest.Of(bytes.Written);
        return _entries = _files?.Read(EntriesName) is { } file ? EntryCache.Load(file.Bytes, _entryOptions) : EntryCache.Empty;
    }

    /// <summary>Tells what the sources gave. The file is written again only once enough is missing from it: to parse a few files anew is cheaper.</summary>
    /// <param name="total">Files.</param>
    /// <param name="parsed">Of these, files that the cache did not know.</param>
    public void Took(IEnumerable<(string Path, Digest Digest, ReadSource Source)> sources, int total, int parsed)
    {
        var gone = _entries.Count - (total - parsed);
        if (_writesEntries && _files is { } files && (parsed > 16 + (total / 100) || gone > 64 + (total / 4) || (_entries.Count == 0 && parsed > 0)))
        {
            // The plan, made next, keeps one processor busy.
            void Save() => files.Write(EntriesName, write => _entries.Write(sources, _entryOptions, bytes => write(bytes)));
            if (_jobs > 1)
            {
                _savingEntries = Task.Run(Save);
            }
            else
            {
                Save();
            }
        }
    }

    /// <summary>Waits until what the sources gave is written, if that was worth it; also after a build that failed.</summary>
    public void SaveEntries() => _savingEntries.GetAwaiter().GetResult();

    /// <summary>Notes a build whose outputs have all taken their places.</summary>
    /// <param name="ingredients">What the outputs shared.</param>
    /// <param name="shown">What each rendered output showed.</param>
    public void Save(LastBuild build, IReadOnlyCollection<Ingredient> ingredients, IEnumerable<(string Path, ShownContent Content)> shown)
    {
        if (_files is { } files)
        {
            var formatting = _jobs > 1 ? Task.Run(() => LastBuildCodec.Format(build)) : Task.FromResult(LastBuildCodec.Format(build));
            var contents = ShownBuild.Format(() => Sealed.SealOf(formatting.GetAwaiter().GetResult()), _lastSeal, ingredients, shown);
            files.Write(_name, write => write(formatting.GetAwaiter().GetResult()));
            files.Trim(OutputPrefix, MostOutputs);
            files.Rename(ShownPrefix + _name, ShownPrefix + _name + BeforeSuffix);
            files.Write(ShownPrefix + _name, write => write(contents));
            files.Trim(ShownPrefix, 2 * MostOutputs);
        }
    }

    /// <summary>What the last build showed, and what the one before it did; null where that is not known.</summary>
    public (ShownBuild? Last, ShownBuild? Before) Shown()
    {
        var last = Read(ShownPrefix + _name);
        if (Last is null || last is null || last.Of != _lastSeal)
        {
            return (null, null);
        }

        var before = Read(ShownPrefix + _name + BeforeSuffix);
        return (last, before?.Of == last.Before ? before : null);

        ShownBuild? Read(string name) => _files?.Read(name) is { } file ? ShownBuild.Parse(file.Bytes) : null;
    }
}
