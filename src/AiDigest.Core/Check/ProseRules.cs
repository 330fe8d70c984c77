using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Markdown;

namespace AiDigest.Core.Check;

/// <summary>Rules for what a summary says: how much, and in which language.</summary>
internal static partial class ProseRules
{
    private const int FewestSentences = 3;

    /// <summary>Fewer English words than these are a title or a term.</summary>
    private const int FewestWords = 12;

    public static void Check(LintInput input, OutlinedFile file, List<Diagnostic> found)
    {
        var (russian, typography) = (input.Site.Settings.Language == "ru", input.Site.Settings.Typography);
        foreach (var paper in file.Papers)
        {
            Length(paper, found);
            foreach (var passage in paper.Outline.Passages)
            {
                if (russian && !passage.InQuote && IsEnglish(passage.Prose))
                {
                    found.Add(
                        Diagnostic.At(Catalogue.EnglishParagraph, passage.At,
                        Messages.EnglishParagraph(MessageText.Shortened(passage.Text))));
                }

                if (ForeignMarkup().Match(passage.Prose) is { Success: true } foreign)
                {
                    found.Add(
                        Diagnostic.At(
                            Catalogue.ForeignMarkup, passage.At, Messages.ForeignMarkup(MessageText.Shortened(foreign.Value))));
                }

                if (typography && Slip(passage.Prose) is { } slip)
                {
                    found.Add(Diagnostic.At(Catalogue.TypographySlip, passage.At, slip));
                }
            }
        }
    }

    /// <summary>How many sentences the paragraphs hold; a paragraph without a full stop (an item of a list) is one.</summary>
    public static int Sentences(ImmutableArray<Passage> passages)
    {
        var count = 0;
        foreach (var passage in passages)
        {
            count += Sentences(passage.Text);
        }

        return count;
    }

    /// <summary>A shortcode of Hugo, a tag or output of Liquid, an attribute list of kramdown.</summary>
    [GeneratedRegex(
        @"\{\{[<%][^{}]*[>%]\}\}|\{%[^{}]*%\}|\{\{[^{}]*\}\}|\{:{1,2}[ \w.#/][^{}]*\}|\{#[\w-]+\}", RegexOptions.CultureInvariant)]
    private static partial Regex ForeignMarkup();

    private static void Length(OutlinedEntry paper, List<Diagnostic> found)
    {
        // A blank body is an error of the format already.
        var sentences = Sentences(paper.Outline.Passages);
        if (sentences < FewestSentences && !string.IsNullOrWhiteSpace(paper.Body.Markdown))
        {
            var at = paper.Body.At(1, 1);
            var first = paper.Outline.Passages is [var passage, ..] ? passage.At : at;
            found.Add(Diagnostic.At(Catalogue.ShortSummary, first, sentences == 0
                ? Messages.NoSentence
                : Messages.ShortSummary(sentences, FewestSentences)));
        }
    }

    private static int Sentences(string text)
    {
        var (count, letters) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            letters += char.IsLetter(text[i]) ? 1 : 0;
            if (text[i] is '.' or '!' or '?' or '…' && letters > 1 && Ends(text, i + 1))
            {
                (count, letters) = (count + 1, 0);
            }
        }

        return count + (letters > 1 ? 1 : 0);
    }

    /// <summary>
    /// What follows a full stop begins a sentence: white space, and no small letter, which would make it an abbreviation.
    /// </summary>
    private static bool Ends(string text, int at)
    {
        while (at < text.Length && text[at] is '.' or '!' or '?' or '…' or '»' or '"' or '”' or ')' or ']')
        {
            at++;
        }

        var space = at;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at == text.Length || (at > space && !char.IsLower(text[at]));
    }

    private static bool IsEnglish(string text)
    {
        var (words, latin, cyrillic, run) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                latin++;
                words += ++run == 2 ? 1 : 0;
                continue;
            }

            run = 0;
            cyrillic += c is >= '\u0400' and <= '\u04FF' ? 1 : 0;
        }

        return words >= FewestWords && cyrillic * 10 < latin;
    }

    private static Message? Slip(string text)
    {
        if (text.Contains(" - ", StringComparison.Ordinal) || text.Contains(" -- ", StringComparison.Ordinal))
        {
            return Messages.HyphenForDash;
        }

        var quote = text.IndexOf('"', StringComparison.Ordinal);
        var beside = quote >= 0 && ((quote + 1 < text.Length && IsLetter(text[quote + 1])) || (quote > 0 && IsLetter(text[quote - 1])));
        return beside ? Messages.StraightQuotes : null;
    }

    private static bool IsLetter(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter;
}
