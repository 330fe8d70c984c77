using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Markdown;
using AiDigest.Core.Markdown.Formulas;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Search;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What builds leave to the next ones below <c>.aidigest</c>: one file with what the sources gave, one with what formulas gave and one with
/// minified assets, which all output folders share, and a small one for each output folder. Several files and not one, because the small
/// one answers whether there is anything to do, and the large one need not be written again for one edited entry. To lose either costs time
/// and nothing else.
/// </summary>
internal sealed class BuildCache
{
    /// <summary>What a cache is opened for.</summary>
    public enum Use
    {
        /// <summary>What sources gave is known, and not written again.</summary>
        Reading,

        /// <summary>What the sources give is written for the next build.</summary>
        Building,

        /// <summary>A text is looked at alone, for which it is not worth while to read what all others gave.</summary>
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

    private readonly CacheFiles? _files;
    private readonly SealKey _key;
    private readonly CacheFiles? _shared;
    private readonly string _name;
    private readonly Digest _lastSeal;
    private EntryCache _entries = EntryCache.Empty;
    private Digest _entryOptions;
    private readonly Use _use;
    private readonly int _jobs;
    private readonly Lazy<FormulaCache> _formulas;
    private Task _saving = Task.CompletedTask;
    private WrittenBodies? _written;
    private bool _isLarge;
    private Dictionary<Lazy<Segment?>, Digest> _segments = [];

    private BuildCache(BuildOptions options, Use use)
    {
        // Packages that change change the assembly too, which carries its lock file.
        Tool = Digest.Of($"{typeof(BuildCache).Module.ModuleVersionId:N} {Environment.Version}");
        (_jobs, _use) = (options.Jobs, use);
        var key = options.NoCache ? null : UserSecret.Find(options.UserCache, options.Root, make: false);
        if (key is null && !options.NoCache)
        {
            // Without a secret no build of this user can have sealed what is there.
            IsIgnored = new CacheFiles(options.Root).Any;
            key = use == Use.Building ? UserSecret.Find(options.UserCache, options.Root, make: true) : null;
        }

        _key = key ?? default;
        _shared = key is null ? null : new CacheFiles(options.Root);
        _files = use == Use.OneText ? null : _shared;
        _formulas =
            new Lazy<FormulaCache>(() =>
                _shared?.Read(FormulasName) is { } file ? FormulaCache.Load(file.Bytes, _key, Tool) : FormulaCache.Empty);
        Formulas = new TexConverter((tex, display) => _formulas.Value.Find(tex, display));
        var minified =
            new Lazy<MinifiedCache>(() =>
                _shared?.Read(MinifiedName) is { } file ? MinifiedCache.Load(file.Bytes, _key, Tool) : MinifiedCache.Empty);
        Minifier = new Minifier((text, isScript) => minified.Value.Find(text, isScript));
        _name = NameOf(options);
        if (_files?.Read(_name) is { } file)
        {
            Last = LastBuildCodec.Parse(file.Bytes, _key);
            IsIgnored |= Last is null;
            (SavedAt, _lastSeal) = Last is null ? default : (file.Modified, Sealed.SealOf(file.Bytes));
        }
    }

    /// <summary>Bytes in which the last build of this output folder was noted; null where none was.</summary>
    public static long? NotedBytes(BuildOptions options) => options.NoCache ? null : new CacheFiles(options.Root).Size(NameOf(options));

    private static string NameOf(BuildOptions options) => OutputPrefix + Digest.Of(CacheFiles.RealName(options.Output));

    public static BuildCache Open(BuildOptions options, Use use) => new(options, use);

    /// <summary>The version of the tool.</summary>
    public Digest Tool { get; }

    /// <summary>The last build of this output folder that wrote it; null where nothing is known of one.</summary>
    public LastBuild? Last { get; }

    /// <summary>When that was noted, in ticks of UTC by the clock of the file system.</summary>
    public long SavedAt { get; }

    public bool IsOn => _files is not null;

    /// <summary>
    /// Whether there are files which no build of this user sealed, so that they are not believed: they came with a checkout, or are
    /// damaged.
    /// </summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Converts formulas, and knows those of earlier builds.</summary>
    public TexConverter Formulas { get; }

    /// <summary>Minifies style sheets and scripts, and knows those of the last build.</summary>
    public Minifier Minifier { get; }

    /// <summary>Whether what sources give is noted for the next build.</summary>
    public bool IsKept => _files is not null && _use == Use.Building;

    /// <summary>Marks sources that are read from now on, for the next build.</summary>
    public SourceStamps Mark() => _files?.Mark() ?? SourceStamps.None;

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
        bytes.Number(markdown.Limits.Tags);
        bytes.Number(markdown.Limits.Authors);
        bytes.Number(markdown.Limits.ListItems);
        bytes.Number(markdown.Limits.DayEntries);
        bytes.Number(markdown.Limits.BodySize);
        bytes.Number(markdown.Limits.Formulas);
        bytes.Number(markdown.Limits.FormulaLength);
        bytes.Flag(markdown.Math);
        bytes.Flag(markdown.Highlight);
        bytes.Flag(markdown.Typography);
        bytes.Text(markdown.Language);
        _entryOptions = Digest.Of(bytes.Written);
        if (_files?.Open(EntriesName) is { } file)
        {
            _entries = EntryCache.Load(file, _key, _entryOptions);
            IsIgnored |= Last is null && ReferenceEquals(_entries, EntryCache.Empty);
        }

        return _entries;
    }

    /// <summary>
    /// Tells what the sources gave. Their file is written again only once enough is missing from it: to parse a few files anew is cheaper.
    /// That of formulas is, once an engine had to start.
    /// </summary>
    /// <param name="total">Files.</param>
    /// <param name="parsed">Of these, files that the cache did not know.</param>
    public void Took(IEnumerable<(string Path, Digest Digest, ParsedFile Source)> sources, int total, int parsed)
    {
        var gone = _entries.Count - (total - parsed);
        var isWorthEntries = IsKept && (parsed > 16 + (total / 100) || gone > 64 + (total / 4) || (_entries.Count == 0 && parsed > 0));
        _isLarge = isWorthEntries && EntryCache.IsLarge(sources.Select(source => source.Source));
        void Save()
        {
            if (isWorthEntries)
            {
                _files!.Write(EntriesName, write => _written = _entries.Write(sources, _key, _entryOptions, bytes => write(bytes)));
            }

            if (Formulas.Made.Count > 0)
            {
                _shared?.Write(FormulasName, write => _formulas.Value.Write(Formulas.Made, _key, Tool, bytes => write(bytes)));
            }
        }

        // The plan, made next, keeps one processor busy. Only a build waits for the end of it.
        if (_jobs > 1 && _use == Use.Building)
        {
            _saving = Task.Run(Save);
        }
        else
        {
            Save();
        }
    }

    /// <summary>
    /// Writes what style sheets and scripts were minified to, once the theme is loaded, if any of them was not known; a check writes
    /// nothing.
    /// </summary>
    public void SaveMinified()
    {
        if (IsKept && Minifier.HasNew)
        {
            _shared!.Write(MinifiedName, write => write(MinifiedCache.Format(Minifier.All, _key, Tool).Span));
        }
    }

    /// <summary>What the last index of search left; null where that is not known.</summary>
    public SearchMemory? Search()
    {
        if (_files?.Read(SearchName) is not { } file
            || SearchCache.Parse(file.Bytes, _key, Tool, place => _files.Read(SegmentName(place))?.Bytes) is not var (memory, seals))
        {
            return null;
        }

        _segments = memory.Segments.Zip(seals).ToDictionary(segment => segment.First.Content, segment => segment.Second);
        return memory;
    }

    /// <summary>Notes an index for the next one. Of a segment that was taken over the file stays.</summary>
    public void SaveSearch(SearchMemory memory)
    {
        if (!IsKept)
        {
            return;
        }

        var seals = new Digest[memory.Segments.Length];
        for (var place = 0; place < seals.Length; place++)
        {
            var content = memory.Segments[place].Content;
            if (_segments.TryGetValue(content, out seals[place]) && _files!.Read(SegmentName(place)) is { } known
                && Sealed.SealOf(known.Bytes) == seals[place])
            {
                continue;
            }

            if (content.Value is not { } segment)
            {
                return;
            }

            var file = SearchCache.Format(segment, _key);
            seals[place] = Sealed.SealOf(file.Span);
            _files!.Write(SegmentName(place), write => write(file.Span));
        }

        var bytes = SearchCache.Format(memory, _key, Tool, seals);
        _files!.Write(SearchName, write => write(bytes.Span));
    }

    private static string SegmentName(int place) => SearchName + (place == 0 ? ".large" : ".small");

    /// <summary>Waits until what the sources and formulas gave is written, if that was worth it; also after a build that failed.</summary>
    public void SaveSources() => _saving.GetAwaiter().GetResult();

    /// <summary>
    /// Lets go of the bodies of a large site, which are in the file by now; while nobody reads them. A body asks for a few kilobytes, all
    /// of them for more than all else.
    /// </summary>
    /// <returns>Whether it did.</returns>
    public bool LeaveBodies()
    {
        if (!_isLarge)
        {
            return false;
        }

        SaveSources();
        var (written, file) = (_written, _files?.Open(EntriesName));
        _written = null;
        return written is { Places.Count: > 0 } && file is not null && written.Leave(file);
    }

    /// <summary>Notes a build whose outputs have all taken their places.</summary>
    /// <param name="ingredients">What the outputs shared.</param>
    /// <param name="shown">What each rendered output showed.</param>
    public void Save(LastBuild build, IReadOnlyCollection<SharedInput> inputs, IEnumerable<(string Path, PageContents Content)> shown)
    {
        if (_files is { } files)
        {
            var formatting = ParallelRun.StartEarly(_jobs, () => LastBuildCodec.Format(build, _key));
            var contents =
                PageContentsSnapshot.Format(_key, () =>
                    Sealed.SealOf(formatting.GetAwaiter().GetResult().Span), _lastSeal, inputs, shown);
            files.Write(_name, write => write(formatting.GetAwaiter().GetResult().Span));
            files.Trim(OutputPrefix, MostOutputs);
            files.Rename(ShownPrefix + _name, ShownPrefix + _name + BeforeSuffix);
            files.Write(ShownPrefix + _name, write => write(contents.Span));
            files.Trim(ShownPrefix, 2 * MostOutputs);
        }
    }

    /// <summary>What the last build showed; null where that is not known.</summary>
    public PageContentsSnapshot? Shown() => Last is not null && ReadShown("") is { } shown && shown.Of == _lastSeal ? shown : null;

    /// <summary>What the build showed that came before; null where that is not known.</summary>
    public PageContentsSnapshot? ShownBefore(PageContentsSnapshot last) =>
        ReadShown(BeforeSuffix) is { } before && before.Of == last.Before ? before : null;

    private PageContentsSnapshot? ReadShown(string suffix) =>
        _files?.Read(ShownPrefix + _name + suffix) is { } file ? PageContentsSnapshot.Parse(file.Bytes, _key) : null;
}
