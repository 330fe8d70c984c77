using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site;

namespace AiDigest.Core.Explain;

/// <summary>
/// Finds which of the things that outputs share changed the key of one output. Only what it can see is named: a template that it does not
/// include, or a tag that it does not show, has changed for others.
/// </summary>
internal sealed class ChangeAttribution(RenderedOutput output, Theme theme, BuildPlan plan)
{
    private const string Registry = "content/tags.yaml";
    private const string SiteFields = "site.";

    // A setting that changes more than one part is told of the narrowest.
    private static readonly KeyParts[] Narrowest =
        [KeyParts.Template, KeyParts.Strings, KeyParts.Place, KeyParts.Site, KeyParts.Assets, KeyParts.Tool, KeyParts.View];

    private readonly TemplateDependencies _dependencies = theme.DependenciesOfLayout(output.Template);
    private readonly IReadOnlySet<string> _groups = SourceViewWriter.GroupsOf(output.View);

    /// <param name="before">Empty: nothing is known, and nothing is told.</param>
    /// <param name="changed">The parts of the key that differ.</param>
    public ImmutableArray<ExplainedCause> Between(ImmutableArray<SharedInput> before, ImmutableArray<SharedInput> after, KeyParts changed)
    {
        if (before.IsEmpty || after.IsEmpty || changed == KeyParts.None)
        {
            return [];
        }

        var old = before.ToDictionary(one => (one.Path, one.Name));
        var now = after.ToDictionary(one => (one.Path, one.Name));
        var found = after.Where(one => !old.TryGetValue((one.Path, one.Name), out var was) || was.Print != one.Print)
            .Select(one => (Change: old.ContainsKey((one.Path, one.Name)) ? ContentChange.Changed : ContentChange.Gained, Of: one))
            .Concat(before.Where(one => !now.ContainsKey((one.Path, one.Name))).Select(one => (Change: ContentChange.Lost, Of: one)))
            .Where(cause => (cause.Of.Of & changed) != KeyParts.None && Sees(cause.Of, cause.Change))
            .ToList();
        found.RemoveAll(cause => IsToldAlready(cause.Of, found));
        return
        [
            .. found.Select(cause =>
                new ExplainedCause(KeyPartName.Of(Narrowest.First(part => (cause.Of.Of & changed).HasFlag(part))), cause.Change, cause.Of))
                .OrderBy(cause => Array.FindIndex(Narrowest, part => KeyPartName.Of(part) == cause.Part)),
        ];
    }

    private bool Sees(SharedInput one, ContentChange change) => one switch
    {
        { Of: KeyParts.Template } =>
            _dependencies.Everything || one.Path == "templates/layouts/" + output.Template
                || _dependencies.Includes.Any(name => one.Path == "templates/" + name),
        { Path: Registry } => change == ContentChange.Lost ? _groups.Count > 0 : _groups.Contains(SlugOf(one.Name)),
        _ => true,
    };

    private string SlugOf(string name)
    {
        var key = TagName.Key(name);
        return plan.Site.AllTags.FirstOrDefault(tag => tag.Key == key)?.Slug ?? Slug.Of(key);
    }

    /// <summary>A file of words of which a word is named; an address, or a field of <c>site</c>, that a setting explains.</summary>
    private static bool IsToldAlready(SharedInput one, List<(ContentChange Change, SharedInput Of)> found)
    {
        if (one is { Of: KeyParts.Strings, Name.Length: 0 })
        {
            return found.Any(other => other.Of.Path == one.Path && other.Of.Name.Length > 0);
        }

        var field = one.Name.StartsWith(SiteFields, StringComparison.Ordinal) ? one.Name[SiteFields.Length..] : null;
        return one.Path.Length == 0 && found.Any(other => other.Of.Path.Length > 0 && other.Of.Name switch
        {
            "url" => one.Of == KeyParts.Place || IsAddress(field),
            "outputs" => IsAddress(field),
            "title" => field is "title" or "feeds",
            var setting => field == setting,
        });
    }

    private static bool IsAddress(string? field) =>
        field is "base" or "feeds" or "menu" || field?.EndsWith("_url", StringComparison.Ordinal) == true;
}
