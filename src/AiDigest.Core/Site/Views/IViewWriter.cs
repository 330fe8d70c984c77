using AiDigest.Core.Model;

namespace AiDigest.Core.Site.Views;

/// <summary>Takes the fields of a view, by the names that templates use. A text whose name ends in <c>_html</c> is trusted.</summary>
public interface IViewWriter
{
    void Text(string name, string? value);

    /// <summary>A text, in UTF-8, that follows from fields described elsewhere on the same page and in <c>site</c>: it is made only where it is shown.</summary>
    void Derived(string name, Func<byte[]?>? make);

    void Number(string name, long? value);

    void Flag(string name, bool value);

    void Body(string name, PlacedBody body);

    void Extra(string name, ExtraValue? value);

    void View(string name, IView? view);

    void Views(string name, IReadOnlyList<IView> views);

    void Texts(string name, IReadOnlyList<string> values);
}
