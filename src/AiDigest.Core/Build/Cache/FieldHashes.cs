using AiDigest.Core.FileSystem;
using AiDigest.Core.Model;
using AiDigest.Core.Site.Views;

namespace AiDigest.Core.Build.Cache;

/// <summary>A reader of the one description that gives each field of a view its own digest.</summary>
public sealed class FieldHashes : IViewWriter
{
    private readonly HashViewWriter _hash = new();
    private readonly List<(string Name, Digest Digest)> _fields = [];

    private FieldHashes()
    {
    }

    public static IReadOnlyList<(string Name, Digest Digest)> Of(IView view)
    {
        var prints = new FieldHashes();
        view.Describe(prints);
        return prints._fields;
    }

    public void Text(string name, string? value) => Add(name, writer => writer.Text(name, value));

    public void Derived(string name, Func<byte[]?>? make)
    {
    }

    public void Number(string name, long? value) => Add(name, writer => writer.Number(name, value));

    public void Flag(string name, bool value) => Add(name, writer => writer.Flag(name, value));

    public void Body(string name, PlacedBody body) => Add(name, writer => writer.Body(name, body));

    public void Extra(string name, ExtraValue? value) => Add(name, writer => writer.Extra(name, value));

    public void View(string name, IView? view) => Add(name, writer => writer.View(name, view));

    public void Views(string name, IReadOnlyList<IView> views) => Add(name, writer => writer.Views(name, views));

    public void Texts(string name, IReadOnlyList<string> values) => Add(name, writer => writer.Texts(name, values));

    private void Add(string name, Action<IViewWriter> describe) => _fields.Add((name, _hash.Of(new Lone(describe))));

    private sealed class Lone(Action<IViewWriter> describe) : IView
    {
        public void Describe(IViewWriter writer) => describe(writer);
    }
}
