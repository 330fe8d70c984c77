using System.Collections.Immutable;
using System.Text;

namespace AiDigest.Core.Import.Markup;

/// <summary>
/// Collects pieces of text and joins neighbours. Our Markdown closes a formula only where no digit follows, so digits that touch a formula
/// go into it, and two formulas that touch become one: <c>45$^{\circ}$598</c> is <c>45$^{\circ}598$</c>.
/// </summary>
internal sealed class InlineList
{
    private readonly ImmutableArray<Inline>.Builder _items = ImmutableArray.CreateBuilder<Inline>();
    private readonly StringBuilder _text = new();

    public bool EndsInSpace =>
        _text.Length > 0 ? char.IsWhiteSpace(_text[^1]) : _items.Count == 0 || _items[^1] is Inline.ParagraphBreak or Inline.LineBreak;

    public char LastChar => _text.Length > 0 ? _text[^1] : '\0';

    public void Add(char c) => Add(c.ToString());

    public void Add(string text)
    {
        if (_text.Length == 0 && _items is [.., Inline.Formula { IsDisplay: false } last] && text.Length > 0 && char.IsDigit(text[0]))
        {
            var digits = text.TakeWhile(char.IsDigit).Count();
            _items[^1] = last with { Tex = last.Tex + text[..digits] };
            text = text[digits..];
        }

        _text.Append(text);
    }

    public void Add(Inline item)
    {
        Flush();
        if (item is Inline.Formula { IsDisplay: false } next && _items is [.., Inline.Formula { IsDisplay: false } last])
        {
            var apart = char.IsAsciiLetter(last.Tex[^1]) && char.IsAsciiLetter(next.Tex[0]) ? " " : "";
            _items[^1] = last with { Tex = last.Tex + apart + next.Tex };
            return;
        }

        _items.Add(item);
    }

    public void AddRange(IEnumerable<Inline> items)
    {
        foreach (var item in items)
        {
            if (item is Inline.Text text)
            {
                Add(text.Value);
            }
            else
            {
                Add(item);
            }
        }
    }

    /// <summary>Takes back blanks at the end of the text so far.</summary>
    public void TrimEnd()
    {
        while (_text.Length > 0 && char.IsWhiteSpace(_text[^1]))
        {
            _text.Length--;
        }
    }

    public ImmutableArray<Inline> ToImmutable()
    {
        Flush();
        return _items.ToImmutable();
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _items.Add(new Inline.Text(_text.ToString()));
            _text.Clear();
        }
    }
}
