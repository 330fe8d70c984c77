using System.Collections.Concurrent;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// A view as a <see cref="TemplateProgram"/> reads it: a row of values, and the names of its columns, which it shares with all views that
/// describe themselves alike. A reader that has met these very names before knows the column without looking for it.
/// </summary>
/// <param name="values">Where the row is, from <paramref name="start"/> on.</param>
internal sealed class PageValues(string[] names, PageValues.Cell[] values, int start = 0)
{
    public string[] Names { get; } = names;

    /// <returns>The column of a name; negative where there is none.</returns>
    public int Column(string name) => Array.IndexOf(Names, name);

    public object? this[int column]
    {
        get
        {
            ref var value = ref values[start + column].Value;
            if (value is Deferred deferred)
            {
                value = deferred.Make();
            }

            return value;
        }
    }

    /// <summary>A value in its place. In an array of objects each store would first ask for the type of the array.</summary>
    internal struct Cell
    {
        public object? Value;
    }

    /// <summary>A text in UTF-8 that is made only where it is shown.</summary>
    internal sealed record Deferred(Func<byte[]?> Make);
}

/// <summary>Truths and small numbers as objects, each made once: programs hand them about all the time.</summary>
internal static class Boxed
{
    private const int Most = 256;

    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Ints = [.. Enumerable.Range(0, Most).Select(number => (object)number)];
    private static readonly object[] Longs = [.. Enumerable.Range(0, Most).Select(number => (object)(long)number)];

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value) => value is >= 0 and < Most ? Ints[value] : value;

    public static object Of(long value) => value is >= 0 and < Most ? Longs[value] : value;
}

/// <summary>A list of views or of other values; the values of a view are made when the list is gone through.</summary>
internal sealed class PageList
{
    private readonly IReadOnlyList<IView>? _views;
    private readonly IReadOnlyList<string>? _texts;
    private readonly object?[] _items = [];

    public PageList(IReadOnlyList<IView> views) => (_views, Count) = (views, views.Count);

    public PageList(IReadOnlyList<string> texts) => (_texts, Count) = (texts, texts.Count);

    public PageList(object?[] items) => (_items, Count) = (items, items.Length);

    public int Count { get; }

    /// <summary>A value; a shared view as it is, since what shows it may know already how it looks.</summary>
    public object? Item(int index, PageValuesWriter writer) =>
        _views is not null
            ? _views[index] is SharedView shared
            ? shared
            : writer.Make(_views[index])
            : _texts is not null
            ? _texts[index]
            : _items[index];

    /// <summary>The same list for Scriban.</summary>
    /// <param name="script">Makes the object of a view.</param>
    /// <param name="other">Makes any other value.</param>
    public ScriptArray ToScript(Func<IView, ScriptObject> script, Func<object?, object?> other) => _views is not null
        ? new ScriptArray(_views.Select(script)) { IsReadOnly = true }
        : new ScriptArray(_texts ?? _items.Select(other)) { IsReadOnly = true };
}

/// <summary>The names of columns that kinds of views have, each set once, whichever thread meets it first.</summary>
internal sealed class PageShapes
{
    private const int MostOfOneKind = 32;

    private readonly ConcurrentDictionary<Type, string[][]> _known = new();

    public string[] Of(Type kind, ReadOnlySpan<string> names)
    {
        var known = _known.TryGetValue(kind, out var found) ? found : [];
        foreach (var shape in known)
        {
            if (names.SequenceEqual(shape))
            {
                return shape;
            }
        }

        // Two threads may both add one: then two arrays say the same, and readers look twice.
        var added = names.ToArray();
        if (known.Length < MostOfOneKind)
        {
            _known[kind] = [.. known, added];
        }

        return added;
    }
}

/// <summary>
/// Makes <see cref="PageValues"/> from the descriptions of views, as <see cref="ScriptViewWriter"/> makes objects of the engine. For one
/// thread.
/// </summary>
internal sealed class PageValuesWriter(PageShapes shapes) : IViewWriter
{
    private const int RoomOfPage = 8192;

    // Of most entries, who give nothing of the kind.
    private static readonly PageValues Nothing = new([], []);

    // Rows of the page under way, which end with it; those of a very long page have their own arrays.
    private readonly PageValues.Cell[] _rows = new PageValues.Cell[RoomOfPage];
    private int _used;

    // A view within another is described behind the fields of that one.
    private string[] _names = new string[64];
    private PageValues.Cell[] _values = new PageValues.Cell[64];
    private int _count;

    // Of the view that is being described: the names that its kind had last, as long as it has the same, and where its values begin.
    private readonly Dictionary<Type, string[]> _last = [];
    private string[] _expected = [];
    private bool _isAsExpected;
    private int _start;

    /// <summary>Begins another page: the values of the one before must not be used any more.</summary>
    public void Clear()
    {
        Array.Clear(_rows, 0, _used);
        _used = 0;
    }

    public PageValues Make(IView view)
    {
        var outer = (_expected, _isAsExpected, _start);
        (_expected, _isAsExpected, _start) = (_last.GetValueOrDefault(view.GetType(), []), true, _count);
        try
        {
            view.Describe(this);
            var values = _values.AsSpan(_start, _count - _start);
            var names = Names(view.GetType(), values.Length);
            if (values.Length > _rows.Length - _used)
            {
                return new PageValues(names, values.ToArray());
            }

            values.CopyTo(_rows.AsSpan(_used));
            _used += values.Length;
            return new PageValues(names, _rows, _used - values.Length);
        }
        finally
        {
            _count = _start;
            (_expected, _isAsExpected, _start) = outer;
        }
    }

    private string[] Names(Type kind, int count)
    {
        if (_isAsExpected && count == _expected.Length)
        {
            return _expected;
        }

        TakeNames(count);
        return _last[kind] = shapes.Of(kind, _names.AsSpan(_start, count));
    }

    /// <summary>The names so far were those that were expected, and are written down, since what comes is not.</summary>
    private void TakeNames(int count)
    {
        if (_isAsExpected)
        {
            _expected.AsSpan(0, count).CopyTo(_names.AsSpan(_start));
            _isAsExpected = false;
        }
    }

    public void Text(string name, string? value) => Add(name, value);

    public void Derived(string name, Func<byte[]?>? make) => Add(name, make is null ? null : new PageValues.Deferred(make));

    public void Number(string name, long? value) => Add(name, value is { } number ? Boxed.Of(number) : null);

    public void Flag(string name, bool value) => Add(name, Boxed.Of(value));

    public void Body(string name, PlacedBody body) => Add(name, body);

    public void Extra(string name, ExtraValue? value) => Add(name, value is null ? Nothing : Convert(value));

    public void View(string name, IView? view) => Add(name, view is null ? null : Make(view));

    public void Views(string name, IReadOnlyList<IView> views) => Add(name, new PageList(views));

    public void Texts(string name, IReadOnlyList<string> values) => Add(name, new PageList(values));

    private void Add(string name, object? value)
    {
        if (_count == _names.Length)
        {
            Array.Resize(ref _names, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }

        var at = _count - _start;
        if (!_isAsExpected || at == _expected.Length || !ReferenceEquals(_expected[at], name))
        {
            TakeNames(at);
            _names[_count] = name;
        }

        _values[_count++].Value = value;
    }

    private object? Convert(ExtraValue value) => value switch
    {
        ExtraValue.Flag flag => flag.Value,
        ExtraValue.Whole whole => whole.Value,
        ExtraValue.Real real => real.Value,
        ExtraValue.Text text => text.Value,
        ExtraValue.Sequence sequence => new PageList([.. sequence.Items.Select(Convert)]),
        ExtraValue.Mapping mapping => new PageValues(
            shapes.Of(typeof(ExtraValue.Mapping), [.. mapping.Members.Select(member => member.Key)]),
                [.. mapping.Members.Select(member => new PageValues.Cell { Value = Convert(member.Value) })]),
        _ => null,
    };
}
