using System.Text;
using System.Text.RegularExpressions;
using AiDigest.Core.Language;

namespace AiDigest.Benchmarks.Lemmas;

/// <summary>
/// Makes <c>src/AiDigest.Core/Language/lemmas.ru.txt</c> from the Hunspell dictionary of Russian, in three steps.
/// 1. For each lemma the stem of most of its forms is the main one, and its other stems are joined to that. A stem of several lemmas goes
/// where most of its forms are, so that стали does not join сталь and стать: a class that is too large costs precision, one that is too
/// small costs a few finds.
/// 2. The stem of a participle is joined to the verb's: определен to определ.
/// 3. A form that is still apart from its lemma, and belongs to no other, gets a line: активен to активн.
/// </summary>
internal static partial class LemmaTableWriter
{
    public const string Usage = "lemmas PATH-OF-ru_RU OUTPUT [TEXT...]   (texts: pairs of forms that occur in them are counted)";

    public static int Run(string dictionary, string output, string[] texts)
    {
        var lemmas = HunspellDictionary.Read(dictionary).Select(forms => forms.Where(form => Russian().IsMatch(form)).ToArray())
            .Where(forms => forms.Length > 1).ToList();
        var stems = Settle(Votes(lemmas));
        var forms = Forms(lemmas, stems);
        var lines = stems.Select(pair => LemmaTable.Line("", pair.Key, pair.Value))
            .Concat(forms.Select(pair => LemmaTable.Line("!", pair.Key, pair.Value)));
        File.WriteAllText(output, string.Concat(lines.Order(StringComparer.Ordinal)), Encoding.ASCII);
        Console.WriteLine(
            $"{lemmas.Count} lemmas, {stems.Count} stems and {forms.Count} forms joined, {new FileInfo(output).Length} bytes");
        if (texts.Length > 0)
        {
            Count(lemmas, form => ClassOf(form, stems, forms), texts);
        }

        return 0;
    }

    private static string ClassOf(string form, Dictionary<string, string> stems, Dictionary<string, string> forms) =>
        forms.TryGetValue(form, out var known) ? known : stems.GetValueOrDefault(Stem(form), Stem(form));

    /// <summary>Of forms that the table of stems leaves apart from their lemma: where they belong, if no other lemma has them.</summary>
    private static Dictionary<string, string> Forms(List<string[]> lemmas, Dictionary<string, string> stems)
    {
        var owners = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var lemma in lemmas)
        {
            var main = lemma.CountBy(form => ClassOf(form, stems, [])).OrderByDescending(group => group.Value)
                .ThenBy(group => group.Key, StringComparer.Ordinal).First().Key;
            foreach (var form in lemma)
            {
                if (!owners.TryGetValue(form, out var mains))
                {
                    owners.Add(form, mains = []);
                }

                mains.Add(main);
            }
        }

        return owners.Where(owner => owner.Value.Count == 1 && owner.Value.First() != ClassOf(owner.Key, stems, []))
            .ToDictionary(owner => owner.Key, owner => owner.Value.First());
    }

    /// <summary>For each stem, how many forms speak for which main stem.</summary>
    private static Dictionary<string, Dictionary<string, int>> Votes(List<string[]> lemmas)
    {
        var votes = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var verbs =
            lemmas.Where(forms => forms[0].EndsWith("ть", StringComparison.Ordinal) || forms[0].EndsWith("ться", StringComparison.Ordinal))
            .SelectMany(forms => forms.Select(Stem)).ToHashSet();
        foreach (var forms in lemmas)
        {
            var stems = forms.CountBy(Stem).OrderByDescending(stem => stem.Value).ThenBy(stem => stem.Key.Length)
                .ThenBy(stem => stem.Key, StringComparer.Ordinal).ToList();
            var main = stems[0].Key;
            if (forms[0].EndsWith("нный", StringComparison.Ordinal)
                && stems.Select(stem => stem.Key).FirstOrDefault(stem => main == stem + "ен" && verbs.Contains(stem)) is { } verb)
            {
                main = verb;
            }

            foreach (var (stem, count) in stems)
            {
                if (!votes.TryGetValue(stem, out var targets))
                {
                    votes.Add(stem, targets = new Dictionary<string, int>(StringComparer.Ordinal));
                }

                targets[main] = targets.GetValueOrDefault(main) + count;
            }
        }

        return votes;
    }

    private static Dictionary<string, string> Settle(Dictionary<string, Dictionary<string, int>> votes)
    {
        string Target(string stem) => votes.TryGetValue(stem, out var targets)
            ? targets.OrderByDescending(target => target.Value).ThenByDescending(target => target.Key == stem)
                .ThenBy(target => target.Key, StringComparer.Ordinal).First().Key
            : stem;

        var main = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var stem in votes.Keys)
        {
            var target = Target(stem);
            for (var steps = 0; steps < 5 && Target(target) is var next && next != target; steps++)
            {
                target = next;
            }

            if (target != stem)
            {
                main[stem] = target;
            }
        }

        return main;
    }

    private static void Count(List<string[]> lemmas, Func<string, string> classOf, string[] texts)
    {
        var words = texts.SelectMany(text => Words().Matches(File.ReadAllText(text).ToLowerInvariant().Replace('ё', 'е')))
            .Select(word => word.Value).ToHashSet();
        var (pairs, stemmed, joined) = (0, 0, 0);
        foreach (var forms in lemmas.Select(lemma => lemma.Where(words.Contains).ToArray()))
        {
            for (var i = 0; i < forms.Length; i++)
            {
                for (var j = i + 1; j < forms.Length; j++)
                {
                    pairs++;
                    stemmed += Stem(forms[i]) == Stem(forms[j]) ? 1 : 0;
                    joined += classOf(forms[i]) == classOf(forms[j]) ? 1 : 0;
                }
            }
        }

        Console.WriteLine(
            $"{words.Count} words, {pairs} pairs of one lemma: the stemmer joins {(double)stemmed / pairs:F4}, with the table "
            + $"{(double)joined / pairs:F4}");
    }

    private static string Stem(string form) => form[..RussianStemmer.Stem(form)];

    [GeneratedRegex("^[а-я]{2,40}$")]
    private static partial Regex Russian();

    [GeneratedRegex("[а-я]+")]
    private static partial Regex Words();
}
