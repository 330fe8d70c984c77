using AiDigest.Core.Content.FrontMatter;

namespace AiDigest.Core.Content.Yaml;

/// <summary>Reads the YAML of a file out of the file's text, without a copy.</summary>
internal sealed class SubstringReader(YamlText text) : TextReader
{
    private int _at;

    public override int Peek() => _at < text.Length ? text.Text[text.Start + _at] : -1;

    public override int Read() => _at < text.Length ? text.Text[text.Start + _at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var length = Math.Min(count, text.Length - _at);
        text.Text.CopyTo(text.Start + _at, buffer, index, length);
        _at += length;
        return length;
    }
}
