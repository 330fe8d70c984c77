using System.Collections.Concurrent;
using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// Makes the objects of the template engine from the descriptions of views. Only <c>ScriptObject</c> and <c>ScriptArray</c> are made:
/// objects handed over by reflection render empty under ahead-of-time compilation. All are read-only, since shared ones are
/// on many pages at once.
/// </summary>
internal sealed class ScriptViewWriter : IViewWriter
{
    private readonly ScriptObject _object;
    private readonly ConcurrentDictionary<SharedView, ScriptObject> _shared;

    private ScriptViewWriter(ScriptObject target, ConcurrentDictionary<SharedView, ScriptObject> shared)
    {
        _object = target;
        _shared = shared;
    }

    /// <param name="shared">Shared views that were made already; by identity, from any thread.</param>
    public static ScriptObject Make(IView view, ConcurrentDictionary<SharedView, ScriptObject> shared)
    {
        if (view is SharedView once)
        {
            return shared.TryGetValue(once, out var made) ? made : shared.GetOrAdd(once, Describe(view, shared));
        }

        return Describe(view, shared);
    }

    public void Text(string name, string? value) => _object.Add(name, value);

    public void Derived(string name, Func<byte[]?>? make) =>
        _object.Add(name, make?.Invoke() is { } utf8 ? Encoding.UTF8.GetString(utf8) : null);

    public void Number(string name, long? value) => _object.Add(name, value);

    public void Flag(string name, bool value) => _object.Add(name, value);

    public void Body(string name, PlacedBody body) => _object.Add(name, body);

    public void Extra(string name, ExtraValue? value) => _object.Add(name, Convert(value ?? new ExtraValue.Mapping([])));

    public void View(string name, IView? view) => _object.Add(name, view is null ? null : Make(view, _shared));

    public void Views(string name, IReadOnlyList<IView> views)
    {
        var list = new ScriptArray(views.Count);
        foreach (var view in views)
        {
            list.Add(Make(view, _shared));
        }

        list.IsReadOnly = true;
        _object.Add(name, list);
    }

    public void Texts(string name, IReadOnlyList<string> values) => _object.Add(name, new ScriptArray(values) { IsReadOnly = true });

    private static ScriptObject Describe(IView view, ConcurrentDictionary<SharedView, ScriptObject> shared)
    {
        var target = new ScriptObject(view is EntryView ? 40 : 8);
        view.Describe(new ScriptViewWriter(target, shared));
        target.IsReadOnly = true;
        return target;
    }

    private static object? Convert(ExtraValue value)
    {
        switch (value)
        {
            case ExtraValue.Flag flag:
                return flag.Value;
            case ExtraValue.Whole whole:
                return whole.Value;
            case ExtraValue.Real real:
                return real.Value;
            case ExtraValue.Text text:
                return text.Value;
            case ExtraValue.Sequence sequence:
                return new ScriptArray(sequence.Items.Select(Convert)) { IsReadOnly = true };
            case ExtraValue.Mapping mapping:
                var members = new ScriptObject(mapping.Members.Length);
                foreach (var (key, member) in mapping.Members)
                {
                    members.Add(key, Convert(member));
                }

                members.IsReadOnly = true;
                return members;
            default:
                return null;
        }
    }
}
