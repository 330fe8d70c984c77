using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Model;

/// <summary>
/// A text of <c>templates/strings.LANGUAGE.yaml</c>: one text, or one for each plural category of CLDR (<c>zero one two few
/// many other</c>). Exactly one of the two is set.
/// </summary>
/// <param name="Text">The text; null where there are forms.</param>
/// <param name="Forms">Category and text in the author's order; empty where there is one text.</param>
public sealed record LocalizedText(string? Text, ImmutableArray<KeyValuePair<string, string>> Forms)
{
    /// <summary>Where the name is.</summary>
    public SourceRef At { get; init; }

    public static LocalizedText Of(string text) => new(text, []);

    public bool IsPlural => Text is null;

    /// <summary>The form of a category, else that of <c>other</c>; the text itself where there are no forms.</summary>
    public string Form(string category)
    {
        var other = "";
        foreach (var (name, form) in Forms)
        {
            if (name == category)
            {
                return form;
            }

            other = name == "other" ? form : other;
        }

        return Text ?? other;
    }
}
