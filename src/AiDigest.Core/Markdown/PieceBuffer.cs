using System.Collections.Immutable;
using System.Text;
using AiDigest.Core.Model;

namespace AiDigest.Core.Markdown;

/// <summary>
/// Collects HTML as UTF-8, with holes, in one pass. Text is escaped here and nowhere else, and what must not reach the output is
/// dropped here, wherever it comes from (<c>&amp;#1;</c> makes a control character that no source holds).
/// </summary>
internal sealed class PieceBuffer(int most = int.MaxValue)
{
    private readonly ImmutableArray<Piece>.Builder _pieces = ImmutableArray.CreateBuilder<Piece>(64);
    private byte[] _bytes = new byte[1 << 14];
    private int _length;
    private int _start;

    public int Length => _length;

    public void Clear() => Clear(keep: 1 << 18);

    /// <summary>Finished HTML.</summary>
    public void Html(ReadOnlySpan<byte> html)
    {
        html.CopyTo(Room(html.Length));
        _length += html.Length;
    }

    /// <summary>Finished HTML that an engine made, which may hold characters that no source does.</summary>
    public void Markup(string html)
    {
        var whole = ForbiddenCharacters.Whole(html);
        var clean = ForbiddenCharacters.IndexOfUnwanted(whole) >= 0
            ? string.Concat(whole.Where(c => !ForbiddenCharacters.IsUnwanted(c)))
            : whole;
        _length += Encoding.UTF8.GetBytes(clean, Room(clean.Length * 3));
    }

    /// <summary>Text, for content and for attributes in double quotes.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var special = ForbiddenCharacters.IndexOfSpecial(text);
            var plain = special < 0 ? text : text[..special];
            _length += Encoding.UTF8.GetBytes(plain, Room(plain.Length * 3));
            if (special < 0)
            {
                return;
            }

            Escape(text[special], special + 1 < text.Length ? text[special + 1] : '\0');
            text = text[(special + 1)..];
        }
    }

    public void Hole(PieceKind kind, int value = 0)
    {
        Flush();
        _pieces.Add(new Piece(kind, value));
    }

    /// <summary>Begins a new line, unless one has just begun.</summary>
    public void EnsureLine()
    {
        if (_length > 0 && _bytes[_length - 1] != '\n')
        {
            Html("\n"u8);
        }
    }

    /// <summary>What was collected.</summary>
    public (byte[] Utf8, ImmutableArray<Piece> Pieces) Take()
    {
        Flush();
        return (_bytes.AsSpan(0, _length).ToArray(), _pieces.ToImmutable());
    }

    private void Clear(int keep)
    {
        _pieces.Clear();
        (_length, _start) = (0, 0);
        if (_bytes.Length > keep)
        {
            _bytes = new byte[1 << 14];
        }
    }

    private void Escape(char c, char next)
    {
        switch (c)
        {
            case '<':
                Html("&lt;"u8);
                break;
            case '>':
                Html("&gt;"u8);
                break;
            case '&':
                Html("&amp;"u8);
                break;
            case '"':
                Html("&quot;"u8);
                break;
            case ForbiddenCharacters.ProtectedBar:
                Html("|"u8);
                break;
            case '\r' when next != '\n':
                Html("\n"u8);
                break;
        }
    }

    private void Flush()
    {
        if (_length > _start)
        {
            _pieces.Add(new Piece(PieceKind.Html, _start, _length - _start));
            _start = _length;
        }
    }

    /// <exception cref="BodySizeException">What is collected is larger than a body may be.</exception>
    private Span<byte> Room(int count)
    {
        if (_length > most)
        {
            throw new BodySizeException();
        }

        if (_bytes.Length - _length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        }

        return _bytes.AsSpan(_length);
    }
}
