using System.Text.RegularExpressions;

namespace AiDigest.Benchmarks.Lemmas;

/// <summary>
/// Reads a Hunspell dictionary whose words take suffixes alone, such as <c>ru_RU</c> (hunspell(5)): every lemma with all of its forms.
/// </summary>
internal static class HunspellDictionary
{
    private readonly record struct Rule(string Strip, string Add, Regex Condition);

    /// <param name="path">Without <c>.aff</c> and <c>.dic</c>.</param>
    /// <returns>Of each lemma its forms, in lower case and with ё as е, the lemma first.</returns>
    public static IEnumerable<string[]> Read(string path)
    {
        var rules = File.ReadLines(path + ".aff").Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields.Length == 5 && fields[0] == "SFX")
            .ToLookup(fields => fields[1], fields =>
                new Rule(
                    Bare(fields[2]), Bare(fields[3]), new Regex((fields[4] == "." ? "" : fields[4]) + "$", RegexOptions.CultureInvariant)));
        foreach (var line in File.ReadLines(path + ".dic").Skip(1).Where(line => line.Trim().Length > 0))
        {
            var (word, flags) = line.Trim().Split('/') is [var bare, var marks] ? (bare, marks) : (line.Trim(), "");
            yield return
            [
                .. flags.SelectMany(flag => rules[flag.ToString()])
                    .Where(rule => word.EndsWith(rule.Strip, StringComparison.Ordinal) && rule.Condition.IsMatch(word))
                    .Select(rule => word[..^rule.Strip.Length] + rule.Add)
                    .Prepend(word).Select(form => form.ToLowerInvariant().Replace('ё', 'е')).Distinct(),
            ];
        }
    }

    private static string Bare(string affix) => affix == "0" ? "" : affix.Split('/')[0];
}
