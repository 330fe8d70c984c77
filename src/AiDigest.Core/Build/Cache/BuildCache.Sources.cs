using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Sources;
using AiDigest.Core.Markdown;
using AiDigest.Core.Search;

namespace AiDigest.Core.Build.Cache;

/// <content>The sources of a build: their bytes, what changed, and what they gave when they were last parsed.</content>
internal sealed partial class BuildCache
{
    private SourceStamps _stamps = SourceStamps.None;
    private SourceList _sources = null!;
    private SourceHashes _hashes = null!;
    private ChangeScope? _scope;
    private TextEdits? _edits;
    private EntryCache _entries = EntryCache.Empty;
    private Digest _entryOptions;
    private bool _hasSameSettings;
    private int _parsed;
    private Task _saving = Task.CompletedTask;
    private Dictionary<Lazy<Segment?>, Digest> _segments = [];

    /// <summary>Stamps the sources that are read from now on, so that the next build need not read them. To be called before the first
    /// read.</summary>
    public void StampSources() => _stamps = _files?.Mark() ?? SourceStamps.None;

    /// <summary>Begins a build of these sources. Their bytes are read through the cache from here on.</summary>
    public void Begin(SourceList sources) => (_sources, _hashes) = (sources, new SourceHashes(sources, _last?.Sources, _stamps));

    /// <summary>Reads and hashes the sources that the last build read, except those whose stamps are the same, and tells what
    /// changed.</summary>
    public ChangeScope Compare(CancellationToken cancellation)
    {
        _hashes.Look(_options.Jobs, cancellation);
        return _scope = ChangeScope.Of(_options, _last, Tool, _sources, _hashes);
    }

    /// <summary>Sources that the last build read.</summary>
    public int SourcesBefore => _last?.Sources.Length ?? 0;

    public byte[] Bytes(string path) => _hashes.Bytes(path);

    /// <summary>Of the bytes that were read last, in this build or in an earlier one of the preview; null where the file has not been
    /// read.</summary>
    public Digest? DigestOf(string path) => _hashes.DigestOf(path) ?? _memory?.DigestOf(path);

    /// <summary>Begins with the results of earlier parsing under these options.</summary>
    /// <returns>Files of which results are known.</returns>
    public int BeginParsing(MarkdownOptions markdown)
    {
        _memory?.Begin(markdown);
        _entryOptions = DigestOf(markdown);
        _hasSameSettings = _last?.Tool == Tool && _hashes.IsAsBefore(SourceList.SettingsPath);
        if (_files?.Open(EntriesName) is { } file)
        {
            _entries = EntryCache.Load(file, _key, _entryOptions);
            IsIgnored |= _last is null && ReferenceEquals(_entries, EntryCache.Empty);
        }

        return _entries.Count;
    }

    /// <summary>What a source gave when it was last parsed; null where it has to be parsed. May be called from several threads.</summary>
    /// <param name="buffer">For the bytes.</param>
    /// <param name="bytes">Of the source, where it has to be parsed; valid until the buffer is used again.</param>
    public ParsedFile? Parsed(string path, byte[] buffer, out ReadOnlySpan<byte> bytes)
    {
        bytes = [];
        if (_memory?.Unchanged(path) is { } unchanged)
        {
            return unchanged;
        }

        var index = _sources.IndexOf(path);
        var isRead = _memory is not null || _entries.Count == 0 || _hashes.DigestOf(index) is null;
        if (isRead)
        {
            bytes = _hashes.BytesInto(index, buffer);
        }

        var digest = _hashes.DigestOf(index)!.Value;
        if ((_memory?.Find(path, digest) ?? _entries.Find(path, digest)) is { } known)
        {
            return known;
        }

        bytes = isRead ? bytes : _hashes.BytesInto(index, buffer);
        Interlocked.Increment(ref _parsed);
        return null;
    }

    /// <summary>Files that had to be parsed.</summary>
    public int ParsedFiles => _parsed;

    /// <summary>What a source gave in the last build of a preview; null where that is not in memory.</summary>
    public ParsedFile? InMemory(string path) => _memory?.Held(path);

    /// <summary>Notes the metadata of a paper or day file. May be called from several threads.</summary>
    public void NoteMetadata(string path, ParsedFile source)
    {
        if (_memory is null && IsKept)
        {
            var index = _sources.IndexOf(path);
            var last = _hasSameSettings && _hashes.IsAsBefore(index) ? _hashes.Last(index) : null;
            _hashes.NoteMetadata(index, last?.Facts ?? MetadataHash.Of(path, source));
        }
    }

    /// <summary>
    /// Takes the results of parsing all papers and pages. Their file is written again only when it lacks many of them, because parsing a
    /// few files again is cheaper. The file of formulas is written when an engine had to start.
    /// </summary>
    /// <returns>
    /// The same results. The bodies of a large site are stored in that file then, because they take more memory than all the rest, and each
    /// page reads a few kilobytes of them.
    /// </returns>
    public ParsedFile[] EndParsing(string[] paths, ParsedFile[] results)
    {
        _memory?.Keep(paths, results, _hashes.DigestOf);
        var (total, parsed) = (paths.Length, _parsed);
        var gone = _entries.Count - (total - parsed);
        var isWorthEntries = IsKept && (parsed > 16 + (total / 100) || gone > 64 + (total / 4) || (_entries.Count == 0 && parsed > 0));
        _scope = _scope?.AfterParsing(_hashes);
        _edits = _scope is { Kind: ChangeKind.Texts, Sources: var edited }
            ? new TextEdits(edited, ParallelRun.StartEarly(_options.Jobs, Shown))
            : null;
        var sources = paths.Select((path, i) => (path, DigestOf(path)!.Value, results[i]));
        WrittenBodies? Save()
        {
            WrittenBodies? written = null;
            if (isWorthEntries)
            {
                _files!.Write(EntriesName, write => written = _entries.Write(sources, _key, _entryOptions, bytes => write(bytes)));
            }

            if (Formulas.Made.Count > 0)
            {
                _shared?.Write(FormulasName, write => _formulas.Value.Write(Formulas.Made, _key, Tool, bytes => write(bytes)));
            }

            return written;
        }

        // Planning comes next and keeps one processor busy. Only a build waits for the end of this.
        if (_use == Use.Building && isWorthEntries && EntryCache.IsLarge(results))
        {
            var stored = Save() is { Places.Count: > 0 } written && _files!.Open(EntriesName) is { } file
                ? written.StoredIn(file, results)
                : null;
            HasStoredBodies = stored is not null;
            return stored ?? results;
        }

        if (_options.Jobs > 1 && IsWriting)
        {
            _saving = Task.Run(Save);
        }
        else
        {
            Save();
        }

        return results;
    }

    /// <summary>Whether the bodies of this build were moved from memory to the file.</summary>
    public bool HasStoredBodies { get; private set; }

    /// <summary>Waits until the results of parsing are written; also after a build that failed.</summary>
    public void WaitForSources() => _saving.GetAwaiter().GetResult();

    /// <summary>Writes the minified style sheets and scripts of the theme, if one of them is new.</summary>
    public void SaveMinified()
    {
        if (IsKept && Minifier.HasNew)
        {
            _shared!.Write(MinifiedName, write => write(MinifiedCache.Format(Minifier.All, _key, Tool).Span));
        }
    }

    /// <summary>The index of search of the last build; null where it is not known.</summary>
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

    /// <summary>Saves an index of search for the next build. The file of a segment that was taken over stays.</summary>
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

    private Digest DigestOf(MarkdownOptions markdown)
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
        return Digest.Of(bytes.Written);
    }
}
