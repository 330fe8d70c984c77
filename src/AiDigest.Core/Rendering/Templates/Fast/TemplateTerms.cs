using System.Globalization;
using System.Text;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>
/// An expression. Its value is null, a text, a truth, a whole number, <see cref="PageValues"/>, <see cref="PageList"/>, a
/// <see cref="PlacedBody"/>, or UTF-8 that may only be written; or what a function of Scriban gave.
/// </summary>
internal abstract class Term
{
    public abstract object? Of(ProgramFrame frame);

    /// <summary>The same, but a <see cref="SharedView"/> for values that have not been made of it yet.</summary>
    public virtual object? Unmade(ProgramFrame frame) => Of(frame);

    /// <summary>As the engine has it: null and false are not true, all else is.</summary>
    public static bool IsTrue(object? value) => value switch
    {
        null => false,
        bool flag => flag,
        _ => true,
    };

    public static long Whole(object? value, ScriptNode at) => value switch
    {
        int number => number,
        long number => number,
        _ => throw new UnsupportedTemplateException("something that is no whole number here", at),
    };
}

internal sealed class ConstantTerm(object? value) : Term
{
    public object? Value => value;

    public override object? Of(ProgramFrame frame) => value;
}

/// <summary>What makes a value in any other way.</summary>
internal sealed class MadeTerm(Func<ProgramFrame, object?> make) : Term
{
    public override object? Of(ProgramFrame frame) => make(frame);
}

internal sealed class SlotTerm(int slot) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        ref var value = ref frame.Slots[slot];
        if (value is not PageValues && value is SharedView view)
        {
            value = frame.Values.Make(view);
        }

        return value;
    }

    public override object? Unmade(ProgramFrame frame) => frame.Slots[slot];
}

/// <summary>A variable that the template sets somewhere; before that, whatever else has the name.</summary>
internal sealed class VariableTerm(int slot, Term? otherwise, ScriptNode at) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var value = frame.Slots[slot];
        return !ReferenceEquals(value, ProgramFrame.Unset)
            ? value
            : otherwise is null
            ? throw new UnsupportedTemplateException("a variable that is not set yet", at)
            : otherwise.Of(frame);
    }
}

/// <summary>A field of a view; of a list only its size.</summary>
/// <param name="target">Null: the page itself.</param>
internal sealed class FieldTerm(Term? target, string name, ScriptNode at) : Term
{
    private Place? _last;

    public override object? Of(ProgramFrame frame)
    {
        var value = target is null ? frame.Root : target.Of(frame);
        if (value is PageValues values)
        {
            var last = _last;
            if (last is null || !ReferenceEquals(last.Names, values.Names))
            {
                var column = values.Column(name);
                _last = last = column >= 0 ? new Place(values.Names, column) : throw Unknown();
            }

            return values[last.Column];
        }

        return value switch
        {
            PageList list when name == "size" => Boxed.Of(list.Count),
            ScriptArray made when name == "size" => Boxed.Of(made.Count),
            ScriptObject made when made.Contains(name) => made[name],
            _ => throw Unknown(),
        };
    }

    private UnsupportedTemplateException Unknown() => new($"a field '{name}' that is not there", at);

    private sealed record Place(string[] Names, int Column);
}

internal sealed class NotTerm(Term inner) : Term
{
    public override object? Of(ProgramFrame frame) => Boxed.Of(!IsTrue(inner.Of(frame)));
}

internal sealed class ChoiceTerm(Term condition, Term then, Term otherwise) : Term
{
    public override object? Of(ProgramFrame frame) => IsTrue(condition.Of(frame)) ? then.Of(frame) : otherwise.Of(frame);
}

internal sealed class BinaryTerm(ScriptBinaryOperator operation, Term left, Term right, ScriptNode at) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var first = left.Of(frame);
        switch (operation)
        {
            case ScriptBinaryOperator.And:
                return Boxed.Of(IsTrue(first) && IsTrue(right.Of(frame)));
            case ScriptBinaryOperator.Or:
                return Boxed.Of(IsTrue(first) || IsTrue(right.Of(frame)));
            case ScriptBinaryOperator.EmptyCoalescing:
                // Scriban looks at both, and may find a mistake in the second.
                var second = right.Of(frame);
                return first ?? second;
            case ScriptBinaryOperator.CompareEqual:
                return Boxed.Of(Equal(frame, first, right.Of(frame), at));
            case ScriptBinaryOperator.CompareNotEqual:
                return Boxed.Of(!Equal(frame, first, right.Of(frame), at));
            default:
                return Computed(frame, first, right.Of(frame));
        }
    }

    /// <summary>Comparisons and arithmetic: of whole numbers and of two texts by themselves, of all else by Scriban.</summary>
    private object? Computed(ProgramFrame frame, object? first, object? second)
    {
        if (first is int or long && second is int or long)
        {
            var (one, other) = (Whole(first, at), Whole(second, at));
            switch (operation)
            {
                case ScriptBinaryOperator.CompareGreater:
                    return Boxed.Of(one > other);
                case ScriptBinaryOperator.CompareGreaterOrEqual:
                    return Boxed.Of(one >= other);
                case ScriptBinaryOperator.CompareLess:
                    return Boxed.Of(one < other);
                case ScriptBinaryOperator.CompareLessOrEqual:
                    return Boxed.Of(one <= other);
                case ScriptBinaryOperator.Add when one + other is var sum && ((one ^ sum) & (other ^ sum)) >= 0:
                    return Boxed.Of(sum);
                case ScriptBinaryOperator.Subtract when one - other is var rest && ((one ^ other) & (one ^ rest)) >= 0:
                    return Boxed.Of(rest);
            }
        }

        var result = operation == ScriptBinaryOperator.Add && first is string start && second is string end
            && start.Length + (long)end.Length <= frame.Context.LimitToString
            ? string.Concat(start, end)
            : Evaluated(frame, operation, first, second, at);
        frame.Count(TemplateCosts.OfValue(result), at);
        return result;
    }

    /// <summary>Texts by their characters, numbers by value; all else by the rules of Scriban.</summary>
    public static bool Equal(ProgramFrame frame, object? left, object? right, ScriptNode at) => (left, right) switch
    {
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        (int or long, int or long) => Whole(left, at) == Whole(right, at),
        (null, PageValues or PageList) or (PageValues or PageList, null) => false,
        _ => Evaluated(frame, ScriptBinaryOperator.CompareEqual, left, right, at) is bool same
            ? same
            : throw new UnsupportedTemplateException("a comparison of these", at),
    };

    private static object? Evaluated(ProgramFrame frame, ScriptBinaryOperator operation, object? left, object? right, ScriptNode at)
    {
        (left, right) = (Text(left), Text(right));
        if (!ScriptValues.IsPlain(left) || !ScriptValues.IsPlain(right))
        {
            throw new UnsupportedTemplateException("an operator between these", at);
        }

        object? result;
        try
        {
            result = ScriptValues.FromScript(ScriptBinaryExpression.Evaluate(frame.Context, at.Span, operation, left, right), at);
        }
        catch (Exception failure) when (failure is not UnsupportedTemplateException)
        {
            // A mistake of the template, whatever the library throws: the whole engine words it.
            throw new UnsupportedTemplateException($"an operator that fails: {failure.Message}", at, failure);
        }

        return result;

        static object? Text(object? value) => value is byte[] utf8 ? Encoding.UTF8.GetString(utf8) : value;
    }
}

/// <summary>An item of a list by its number, or a field by a name that is only known on the page.</summary>
internal sealed class IndexTerm(Term target, Term index, ScriptNode at) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var (of, key) = (target.Of(frame), index.Of(frame));
        return (of, key) switch
        {
            (PageValues values, string name) when values.Column(name) is >= 0 and var column => values[column],
            (ScriptObject made, string name) when made.Contains(name) => made[name],
            (PageList list, int or long) when Whole(key, at) is var number && number >= 0 && number < list.Count =>
                list.Item((int)number, frame.Values) is var item && item is SharedView view ? frame.Values.Make(view) : item,
            (ScriptArray made, int or long) when Whole(key, at) is var number && number >= 0 && number < made.Count => made[(int)number],
            _ => throw new UnsupportedTemplateException("an index of this kind", at),
        };
    }
}

/// <summary>A list that the template writes down.</summary>
internal sealed class ListTerm(Term[] items) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var values = new object?[items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Of(frame);
        }

        return new PageList(values);
    }
}

/// <summary>A text of the language with its placeholders filled.</summary>
internal sealed class LocalizedTextTerm(Term name, (Term Name, Term Value)[] pairs, ScriptNode at) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var filled = new (string, string)[pairs.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = (Text(pairs[i].Name.Of(frame), at), Text(pairs[i].Value.Of(frame), at));
        }

        return Said(() => frame.Strings.Text(Text(name.Of(frame), at), filled), at);
    }

    /// <summary>An argument as a text.</summary>
    public static string Text(object? value, ScriptNode at) => value switch
    {
        string text => text,
        int or long => Whole(value, at).ToString(CultureInfo.InvariantCulture),
        _ => throw new UnsupportedTemplateException("an argument that is no text", at),
    };

    /// <summary>A text of the language, which the site may lack.</summary>
    public static string Said(Func<string> text, ScriptNode at)
    {
        try
        {
            return text();
        }
        catch (MissingStringException missing)
        {
            throw new UnsupportedTemplateException("a text that is missing", at, missing);
        }
    }
}
