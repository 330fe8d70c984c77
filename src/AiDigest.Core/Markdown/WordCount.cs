namespace AiDigest.Core.Markdown;

/// <summary>
/// Counts words as they pass by in parts: a word is a run without white space that has a letter or a digit, also where markup
/// stands inside it.
/// </summary>
internal struct WordCount
{
    private bool _inWord;

    public int Count { get; private set; }

    /// <summary>What comes next is another word.</summary>
    public void Pause() => _inWord = false;

    public void Add(ReadOnlySpan<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (_inWord)
            {
                while (!Typography.Characters.IsSpace(text[at]))
                {
                    if (++at == text.Length)
                    {
                        return;
                    }
                }

                _inWord = false;
            }
            else if (char.IsLetterOrDigit(text[at]))
            {
                _inWord = true;
                Count++;
            }
        }
    }
}
