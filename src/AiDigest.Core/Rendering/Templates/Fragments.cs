using System.Collections.Concurrent;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Rendering.Themes;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates;

/// <summary>
/// Parts of pages that many pages show alike: the summary of an entry is on each of its tags' pages. Such a part is rendered
/// once, in its own context that sees nothing but its subject, <c>site</c>, and of <c>page</c> the kind and the place of bodies;
/// after that it is a copy of bytes. One of these for each worker; the finished bytes are shared.
/// </summary>
internal sealed class Fragments(RenderContext context, ScriptObject site, ConcurrentDictionary<FragmentKey, byte[]> finished) : IFragments
{
    private readonly Dictionary<(string Kind, BodyPlace Place), ScriptObject> _pages = [];

    public ReadOnlySpan<byte> Render(Theme theme, FragmentKey key, SourceSpan at)
    {
        if (finished.TryGetValue(key, out var bytes))
        {
            return bytes;
        }

        var template = theme.Find(key.Name)
            ?? throw new TemplateFault(
                at, Messages.NoTemplateForFragment(key.Name, NearestName.Of(key.Name, theme.TemplateNames)));
        var view = new ScriptObject(3);
        view.SetValue("paper", key.Subject, readOnly: true);
        view.SetValue("site", site, readOnly: true);
        view.SetValue("page", Page(key), readOnly: true);
        context.Render(template, view, key.Kind, key.Place, (key.Name, at));
        return finished.GetOrAdd(key, context.Page.Written.ToArray());
    }

    /// <summary>The includes within a fragment that failed.</summary>
    public IReadOnlyList<(string Template, SourceSpan At)> FailedIn => context.FailedIn;

    public Message? Endless => context.Endless;

    private ScriptObject Page(FragmentKey key)
    {
        if (!_pages.TryGetValue((key.Kind, key.Place), out var page))
        {
            page = new ScriptObject(3);
            page.SetValue("kind", key.Kind, readOnly: true);
            page.SetValue("body_level", key.Place.Level, readOnly: true);
            page.SetValue("absolute_links", key.Place.Absolute, readOnly: true);
            page.IsReadOnly = true;
            _pages.Add((key.Kind, key.Place), page);
        }

        return page;
    }
}
