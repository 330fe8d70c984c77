using AiDigest.Core.FileSystem;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// Decides for each output whether it may be kept: its key is that of the last build, and its file is as that build left it.
/// </summary>
/// <param name="known">The outputs of the last build, by path.</param>
/// <param name="edits">The edits, where only texts changed.</param>
internal sealed class OutputDecider(
    IReadOnlyList<LastOutput> known, OutputFileCheck files, RenderedKeys keys, BuildPlan plan, Theme theme, SourceHashes sources,
    TextEdits? edits, Digest tool)
{
    private readonly TemplateKey _compressed = TemplateKey.Compressed(tool);

    // By the place of an output in the plan: its place among the known ones, or -1.
    private readonly int[] _last = SortedPaths.Places(plan.Outputs, planned => planned.Path, known, last => last.Path);
    private int _keyed;

    /// <param name="slot">The place of an output in the plan.</param>
    public LastOutput? Last(int slot) => _last[slot] >= 0 ? known[_last[slot]] : null;

    /// <summary>Views that were read to make the keys of their outputs.</summary>
    public int Keyed => _keyed;

    /// <summary>The key of an output, and what it shows, if that is noted.</summary>
    /// <param name="view">Gives the view of a rendered output.</param>
    public (OutputKey Key, PageContents? Shown) Look(int slot, HashViewWriter hash, Func<RenderedOutput, PageView> view)
    {
        var planned = plan.Outputs[slot];
        if (planned is not RenderedOutput rendered)
        {
            return (Key(planned, hash), null);
        }

        if (Last(slot) is { } last && last.Key.Template.Name == rendered.Template && edits?.Untouched(planned.Path) is { } shown)
        {
            return (new OutputKey(keys.TemplateOf(rendered), last.Key.View), shown);
        }

        Interlocked.Increment(ref _keyed);
        return (keys.Of(rendered, view(rendered), hash), hash.Shown());
    }

    public OutputKey Key(PlannedOutput planned, HashViewWriter hash) => planned switch
    {
        RenderedOutput rendered => keys.Of(rendered, rendered.View, hash),
        CopiedOutput copied => new OutputKey(TemplateKey.Copy, sources.DigestOf(copied.SourcePath) ?? default),
        AssetOutput asset => new OutputKey(TemplateKey.Copy, Digest.Of(theme.Assets[asset.AssetName].Bytes)),
        SearchOutput search => new OutputKey(TemplateKey.Copy, Digest.Of(search.Content)),
        TextOutput text => new OutputKey(TemplateKey.Copy, Digest.Of(text.Text)),
        CompressedOutput copy => KeyOfCopy(ContentOf(copy.Of, hash)),
        _ => throw new InvalidOperationException($"no key for {planned.Path}"),
    };

    /// <summary>The key of a compressed copy.</summary>
    /// <param name="content">Of the output that it is a copy of.</param>
    public OutputKey KeyOfCopy(Digest content) => new(_compressed, content);

    public Decision Decide(int slot, OutputKey key)
    {
        if (Last(slot) is not { } last)
        {
            return new Decision(RenderReason.New);
        }

        var changed = key.Differences(last.Key);
        return changed != KeyParts.None ? new Decision(RenderReason.Changed, changed) : new Decision(files.Check(last, slot));
    }

    /// <summary>The bytes of an output that is kept; zero for another one, which has to be rendered first.</summary>
    private Digest ContentOf(string path, HashViewWriter hash)
    {
        var (slot, planned) = plan.Outputs.Index().First(output => output.Item.Path == path);
        return Decide(slot, Key(planned, hash)).Reason == RenderReason.Kept ? known[_last[slot]].Content : default;
    }
}
