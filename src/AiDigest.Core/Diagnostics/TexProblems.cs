using System.Text.RegularExpressions;

namespace AiDigest.Core.Diagnostics;

/// <summary>
/// What is wrong with a formula, in Russian. Temml words its problems in English, and the cache of formulas keeps them; the usual ones have
/// a row here. A problem without a row comes out in English.
/// </summary>
internal static class TexProblems
{
    private static readonly (Regex English, string Russian)[] Known =
    [
        .. new (string, string)[]
        {
            (@"^(?:Unsupported function name|Undefined control sequence): (.*)$", "неизвестная команда $1"),
            (@"^No such environment: (.*)$", "неизвестное окружение $1"),
            (@"^Expected 'EOF', got '(.*)'$", "лишний знак «$1»"),
            (@"^Expected '(.*)', got 'EOF'$", "формула обрывается, а нужно «$1»"),
            (@"^Expected '(.*)', got '(.*)'$", "нужно «$1», а стоит «$2»"),
            (@"^Expected group after '(.*)'$", "после «$1» нужна группа или знак"),
            (@"^Expected group as (.*)$", "не хватает аргумента ($1)"),
            (@"^Unexpected end of input in a macro argument, expected '(.*)'$", "аргумент обрывается, а нужно «$1»"),
            (@"^Extra }$", "лишняя скобка }"),
            (@"^Double superscript$", "два верхних индекса подряд"),
            (@"^Double subscript$", "два нижних индекса подряд"),
            (@"^Mismatch: \\begin{(.*)} matched by \\end{(.*)}$", @"\begin{$1} закрыт словом \end{$2}"),
            (@"^Invalid delimiter.*?'(.*?)'.*$", "«$1» — не скобка"),
            (@"^\\middle without preceding \\left$", @"\middle без \left перед ним"),
            (@"^Got function '(.*)' with no arguments.*$", "у команды $1 нет аргументов"),
            (@"^Limit controls must follow a math operator$", "пределы ставят только после оператора"),
            (@"^only one infix operator per group$", "в группе может быть только одна дробь вида a \\over b"),
            (@"^Accented Unicode text character ""(.*)"" used in math mode$", "буква «$1» в формуле; возьмите её в \\text"),
            (@"^Unicode text character ""(.*)"" used in math mode$", "буква «$1» в формуле; возьмите её в \\text"),
            (@"^Unexpected character: '(.*)'$", "неожиданный знак «$1»"),
            (@"^Invalid (?:size|unit): '(.*)'$", "неправильный размер «$1»"),
            (@"^Invalid color: '(.*)'$", "неправильный цвет «$1»"),
            (@"^Multiple \\tag$", @"несколько \tag в одной формуле"),
            (@"^\\tag works only in display mode$", @"\tag бывает только в отдельной формуле"),
            (@"^(.*) (?:valid only within array environment|can be used only in display mode)$", "$1 здесь не бывает"),
            (@"^Too many expansions.*$", "макрос разворачивается без конца"),
            (@"^'%' begins a comment; write '\\%'$", @"с «%» начинается комментарий; пишите «\%»"),
            (@"^longer than (\d+) characters?$", "формула длиннее, чем можно (знаков больше $1)"),
            (@"^nested more than (\d+) levels deep$", "вложенность больше допустимой (уровней больше $1)"),
            (@"^nested too deeply$", "слишком глубокая вложенность"),
            (@"^cannot be read$", "формула не читается"),
            (@"^too large$", "формула слишком большая"),
            (@"^uses a command that has no place here$", "такой команды на странице быть не может"),
        }.Select(row => (new Regex(row.Item1, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), row.Item2)),
    ];

    /// <returns>The text itself where it is not known.</returns>
    public static string Russian(string english)
    {
        foreach (var (known, russian) in Known)
        {
            if (known.IsMatch(english))
            {
                return known.Replace(english, russian);
            }
        }

        return english;
    }
}
