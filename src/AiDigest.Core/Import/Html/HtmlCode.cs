using System.Text;
using AngleSharp.Dom;

namespace AiDigest.Core.Import.Html;

/// <summary>A block of code as a fence, with its language where a class tells it.</summary>
internal static class HtmlCode
{
    private static readonly string[] Prefixes = ["language-", "lang-", "highlight-source-", "brush:", "sourceCode "];

    public static string Fence(IElement pre)
    {
        var code = Text(pre).ReplaceLineEndings("\n").TrimEnd('\n');
        var longest = 0;
        foreach (var line in code.Split('\n'))
        {
            longest = Math.Max(longest, line.TrimStart().TakeWhile(c => c == '`').Count());
        }

        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}{Language(pre)}\n{(code.StartsWith('\n') ? code[1..] : code)}\n{fence}";
    }

    private static string Language(IElement pre)
    {
        IElement?[] bearers = [pre.QuerySelector("code"), pre, pre.ParentElement, pre.ParentElement?.ParentElement];
        foreach (var bearer in bearers)
        {
            if (bearer?.GetAttribute("data-lang") is { Length: > 0 and < 30 } given && IsName(given))
            {
                return given;
            }

            var classes = bearer?.GetAttribute("class") ?? "";
            foreach (var prefix in Prefixes)
            {
                if (classes.IndexOf(prefix, StringComparison.Ordinal) is >= 0 and var at
                    && classes[(at + prefix.Length)..].Trim().Split(' ', ';')[0] is { Length: > 0 and < 30 } name && IsName(name))
                {
                    return name is "plaintext" or "none" ? "" : name;
                }
            }
        }

        return "";
    }

    private static bool IsName(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '#' or '-' or '_' or '.');

    /// <summary>
    /// The text as it is, a line break for each <c>br</c>. Numbers of lines that some highlighters put beside are left out.
    /// </summary>
    private static string Text(INode node)
    {
        var text = new StringBuilder();
        void Append(INode one)
        {
            foreach (var child in one.ChildNodes)
            {
                switch (child)
                {
                    case IText plain:
                        text.Append(plain.Data);
                        break;
                    case IElement { LocalName: "br" }:
                        text.Append('\n');
                        break;
                    case IElement element when !element.ClassList.Contains("lineno") && !element.ClassList.Contains("lnt"):
                        Append(element);
                        break;
                }
            }
        }

        Append(node);
        return text.ToString();
    }
}
