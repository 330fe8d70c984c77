using System.Text;

namespace AiDigest.Core.Import.Markup;

/// <summary>Writes running text for a field of the front matter: one line, formulas between dollars, no other markup.</summary>
internal static class InlineText
{
    public static string Write(IReadOnlyList<Inline> items)
    {
        var text = new StringBuilder();
        var dollars = HasFormula(items) || Dollars(items) > 1;
        Write(text, items, dollars);
        return YamlScalars.Line(text.ToString());
    }

    private static void Write(StringBuilder text, IReadOnlyList<Inline> items, bool escapeDollars)
    {
        foreach (var item in items)
        {
            switch (item)
            {
                case Inline.Text plain:
                    text.Append(escapeDollars ? plain.Value.Replace("$", "\\$", StringComparison.Ordinal) : plain.Value);
                    break;
                case Inline.Formula formula:
                    text.Append('$').Append(formula.Tex).Append('$');
                    break;
                case Inline.Code code:
                    text.Append(code.Value);
                    break;
                case Inline.Styled styled:
                    Write(text, styled.Inner, escapeDollars);
                    break;
                case Inline.Link { Inner.IsEmpty: true } link:
                    text.Append(link.Address);
                    break;
                case Inline.Link link:
                    Write(text, link.Inner, escapeDollars);
                    break;
                case Inline.Picture picture:
                    text.Append(picture.Description);
                    break;
                case Inline.LineBreak or Inline.ParagraphBreak:
                    text.Append(' ');
                    break;
            }
        }
    }

    private static bool HasFormula(IEnumerable<Inline> items) => items.Any(item => item switch
    {
        Inline.Formula => true,
        Inline.Styled styled => HasFormula(styled.Inner),
        Inline.Link link => HasFormula(link.Inner),
        _ => false,
    });

    private static int Dollars(IEnumerable<Inline> items) => items.Sum(item => item switch
    {
        Inline.Text text => text.Value.Count(c => c == '$'),
        Inline.Styled styled => Dollars(styled.Inner),
        Inline.Link link => Dollars(link.Inner),
        _ => 0,
    });
}
