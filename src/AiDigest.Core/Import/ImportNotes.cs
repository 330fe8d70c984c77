using System.Collections.Immutable;
using AiDigest.Core.Diagnostics;

namespace AiDigest.Core.Import;

/// <summary>
/// What an import has to say about one item: what it could not carry over, and what it had to assume. Each sentence is kept once, and at
/// most <see cref="Most"/> of a kind, so that a hostile item cannot fill the terminal; the rest is counted.
/// </summary>
public sealed class ImportNotes
{
    private const int Most = 20;

    private readonly List<Message> _lost = [];
    private readonly List<Message> _notes = [];
    private int _moreLost;

    public ImmutableArray<Message> Losses => _moreLost == 0 ? [.. _lost] : [.. _lost, Messages.AndMore(_moreLost)];

    public ImmutableArray<Message> Notes => [.. _notes];

    /// <summary>Something of the item is missing from the entry, or only its text is there.</summary>
    public void Lost(Message what)
    {
        what = Shortened(what);
        if (_lost.Contains(what))
        {
            return;
        }

        if (_lost.Count == Most)
        {
            _moreLost++;
            return;
        }

        _lost.Add(what);
    }

    /// <summary>Nothing is missing, but the author should know how a value was found.</summary>
    public void Note(Message what)
    {
        if (_notes.Count < Most && !_notes.Contains(what))
        {
            _notes.Add(Shortened(what));
        }
    }

    private static Message Shortened(Message text) => new(Shortened(text.English), Shortened(text.Russian));

    private static string Shortened(string text)
    {
        const int Longest = 200;
        text = YamlScalars.Line(text);
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
