using System.Collections.Immutable;
using AiDigest.Core.FileSystem;
using AiDigest.Core.FileSystem.Output;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <content>The outputs of a build: what may be kept, and what the next build has to know.</content>
internal sealed partial class BuildCache
{
    private OutputDecider? _decider;
    private ViewDigests? _digests;

    /// <summary>Makes keys; one for each thread. It also notes what pages show, if the cache is on.</summary>
    public sealed class Hasher
    {
        internal Hasher(HashViewWriter writer) => Writer = writer;

        internal HashViewWriter Writer { get; }
    }

    private OutputDecider Decider => _decider ?? throw new InvalidOperationException("no outputs are planned");

    /// <summary>The paths of the last build's outputs.</summary>
    public IEnumerable<string> OutputsBefore => _last?.Outputs.Select(output => output.Path) ?? [];

    /// <summary>
    /// The report of the last build, where <see cref="Compare"/> found no change and every file of the site is as that build left it.
    /// </summary>
    /// <returns>Null where there is something to do, or may be.</returns>
    public BuildReport? ReportUnchanged(OutputFolder output, CancellationToken cancellation) =>
        _scope is { Kind: ChangeKind.Nothing } && _last is { } last
            ? UnchangedSite.Report(_options, last, _savedAt, output, cancellation)
            : null;

    /// <summary>Begins to decide about the outputs of a plan.</summary>
    /// <param name="output">After <see cref="OutputFolder.Inspect"/>, or before it.</param>
    public void BeginOutputs(Theme theme, BuildPlan plan, OutputFolder output)
    {
        _digests = new ViewDigests(plan.Views.Numbers);
        _decider =
            new OutputDecider(
                _last?.Outputs ?? [], new OutputFileCheck(_savedAt, output), new RenderedKeys(theme, plan, Tool), plan, theme, _hashes,
                _edits, Tool);
    }

    public Hasher NewHasher() => new(new HashViewWriter(IsOn ? new PageContentsRecorder() : null, _digests));

    /// <summary>Views that were read to make the keys of their outputs.</summary>
    public int Keyed => Decider.Keyed;

    /// <summary>What the last build left of an output; null where it had none.</summary>
    /// <param name="slot">The place of an output in the plan.</param>
    public LastOutput? Last(int slot) => Decider.Last(slot);

    /// <summary>The key of an output, and what it shows, if that is noted.</summary>
    /// <param name="view">Gives the view of a rendered output.</param>
    public (OutputKey Key, PageContents? Shown) Look(int slot, Hasher hasher, Func<RenderedOutput, PageView> view) =>
        Decider.Look(slot, hasher.Writer, view);

    public OutputKey Key(PlannedOutput planned, Hasher hasher) => Decider.Key(planned, hasher.Writer);

    /// <summary>The key of a compressed copy of an output with these bytes.</summary>
    public OutputKey KeyOfCopy(Digest content) => Decider.KeyOfCopy(content);

    /// <summary>Whether an output with this key may be kept, and if not, why.</summary>
    public Decision Decide(int slot, OutputKey key) => Decider.Decide(slot, key);

    /// <summary>What a page of this plan shows; null where that is not noted.</summary>
    public static PageContents? ContentsOf(RenderedOutput output, Hasher hasher)
    {
        hasher.Writer.Of(output.View);
        return hasher.Writer.Shown();
    }

    /// <summary>The keys of all rendered outputs, by path.</summary>
    public static Dictionary<string, OutputKey> Keys(Theme theme, BuildPlan plan, Digest tool, int jobs, CancellationToken cancellation)
    {
        var of = new RenderedKeys(theme, plan, tool);
        var rendered = plan.Outputs.OfType<RenderedOutput>().ToArray();
        var keys = new OutputKey[rendered.Length];
        var digests = new ViewDigests(plan.Views.Numbers);
        ParallelRun.Run(rendered.Length, jobs, () => new HashViewWriter(known: digests), (hash, slot) =>
            keys[slot] = of.Of(rendered[slot], rendered[slot].View, hash), cancellation);
        var byPath = new Dictionary<string, OutputKey>(rendered.Length, StringComparer.Ordinal);
        for (var slot = 0; slot < keys.Length; slot++)
        {
            byPath.Add(rendered[slot].Path, keys[slot]);
        }

        return byPath;
    }

    /// <summary>What many outputs of a plan share, such as templates and settings.</summary>
    public ImmutableArray<SharedInput> Inputs(Theme theme, BuildPlan plan) => SharedInputs.Of(theme, plan, _sources, Tool);

    /// <summary>What each output showed in the last build; null where that is not known.</summary>
    public PageContentsSnapshot? Shown() => _last is not null && ReadShown("") is { } shown && shown.Of == _lastSeal ? shown : null;

    /// <summary>What each output showed in the build before the last; null where that is not known.</summary>
    public PageContentsSnapshot? ShownBefore(PageContentsSnapshot last) =>
        ReadShown(BeforeSuffix) is { } before && before.Of == last.Before ? before : null;

    /// <summary>Saves a build that did not fail, for the next build of this output folder.</summary>
    /// <param name="outputs">As they were left.</param>
    /// <param name="shown">What each rendered output showed.</param>
    public void Save(
        BuildReport report, Theme theme, BuildPlan plan, IEnumerable<LastOutput> outputs,
        IEnumerable<(string Path, PageContents Content)> shown)
    {
        if (_files is not { } files)
        {
            return;
        }

        var build = UnchangedSite.Note(report, _options, Tool, _sources, _hashes, plan, outputs);
        var formatting = ParallelRun.StartEarly(_options.Jobs, () => LastBuildCodec.Format(build, _key));
        var contents =
            PageContentsSnapshot.Format(
                _key, () => Sealed.SealOf(formatting.GetAwaiter().GetResult().Span), _lastSeal, Inputs(theme, plan), shown);
        files.Write(_name, write => write(formatting.GetAwaiter().GetResult().Span));
        files.Trim(OutputPrefix, MostOutputs);
        files.Rename(ShownPrefix + _name, ShownPrefix + _name + BeforeSuffix);
        files.Write(ShownPrefix + _name, write => write(contents.Span));
        files.Trim(ShownPrefix, 2 * MostOutputs);
    }

    private PageContentsSnapshot? ReadShown(string suffix) =>
        _files?.Read(ShownPrefix + _name + suffix) is { } file ? PageContentsSnapshot.Parse(file.Bytes, _key) : null;
}
