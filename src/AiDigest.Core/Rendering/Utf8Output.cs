using System.Buffers;
using System.Buffers.Text;
using System.Text;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using Scriban.Runtime;

namespace AiDigest.Core.Rendering;

/// <summary>The page under way, as UTF-8. One a worker, used for page after page: its buffer grows to the largest and stays.</summary>
internal sealed class Utf8Output : IScriptOutput, IBufferWriter<byte>
{
    /// <summary>More than any page should hold; what goes past it is a template that never ends.</summary>
    public const int MostBytes = 128 << 20;

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'");

    private byte[] _buffer = new byte[64 << 10];
    private int _length;
    private byte[] _body = [];

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _length);

    public int Length => _length;

    public void Clear() => _length = 0;

    /// <summary>Forgets what was written after the first bytes.</summary>
    public void Cut(int length) => _length = Math.Min(length, _length);

    /// <summary>The HTML of a body, in a buffer where it is not in memory; valid until the next call.</summary>
    public ReadOnlySpan<byte> HtmlOf(RenderedBody body) => body.Utf8In(ref _body);

    public void Write(string text, int offset, int count) => Write(text.AsSpan(offset, count));

    public void Write(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * 3);
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    /// <summary>Text as HTML and XML want it, between tags and in attributes.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(Special); at >= 0; at = text.IndexOfAny(Special))
        {
            Write(text[..at]);
            Write(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                _ => "&#39;"u8,
            });
            text = text[(at + 1)..];
        }

        Write(text);
    }

    public void WriteNumber(long number)
    {
        Reserve(20);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_length), out var written);
        _length += written;
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(_length));
        _length += utf8.Length;
    }

    public ValueTask WriteAsync(string text, int offset, int count, CancellationToken cancellationToken)
    {
        Write(text, offset, count);
        return ValueTask.CompletedTask;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 256));
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Reserve(int bytes)
    {
        var needed = (long)_length + bytes;
        if (needed <= _buffer.Length)
        {
            return;
        }

        if (needed > MostBytes)
        {
            throw new OutputTooLongException(Messages.PageTooLarge(MostBytes >> 20));
        }

        Array.Resize(ref _buffer, (int)Math.Min(Math.Max(needed, (long)_buffer.Length * 2), MostBytes));
    }
}

/// <summary>A template that writes without end.</summary>
internal sealed class OutputTooLongException(Message text) : InvalidOperationException(text.English)
{
    public Message Text { get; } = text;
}
