using System.Globalization;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Views;
using Scriban.Parsing;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

/// <summary>An expression. Its value is null, a text, a truth, a whole number, <see cref="PageValues"/>, <see cref="PageList"/>, a <see cref="PlacedBody"/>, or UTF-8 that may only be written.</summary>
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

    public static long Whole(object? value) => value switch
    {
        int number => number,
        long number => number,
        _ => throw new GiveUpException(),
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
internal sealed class VariableTerm(int slot, Term? otherwise) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var value = frame.Slots[slot];
        return !ReferenceEquals(value, ProgramFrame.Unset) ? value : otherwise is null ? throw new GiveUpException() : otherwise.Of(frame);
    }
}

/// <summary>A field of a view; of a list only its size.</summary>
/// <param name="target">Null: the page itself.</param>
internal sealed class FieldTerm(Term? target, string name) : Term
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
                _last = last = column >= 0 ? new Place(values.Names, column) : throw new GiveUpException();
            }

            return values[last.Column];
        }

        return value is PageList list && name == "size" ? Boxed.Of(list.Count) : throw new GiveUpException();
    }

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

internal sealed class BinaryTerm(ScriptBinaryOperator operation, Term left, Term right) : Term
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
                // The engine looks at both, and may find a mistake in the second.
                var second = right.Of(frame);
                return first ?? second;
            case ScriptBinaryOperator.CompareEqual:
                return Boxed.Of(Equal(frame, first, right.Of(frame)));
            case ScriptBinaryOperator.CompareNotEqual:
                return Boxed.Of(!Equal(frame, first, right.Of(frame)));
            case ScriptBinaryOperator.CompareGreater:
                return Boxed.Of(Whole(first) > Whole(right.Of(frame)));
            case ScriptBinaryOperator.CompareGreaterOrEqual:
                return Boxed.Of(Whole(first) >= Whole(right.Of(frame)));
            case ScriptBinaryOperator.CompareLess:
                return Boxed.Of(Whole(first) < Whole(right.Of(frame)));
            case ScriptBinaryOperator.CompareLessOrEqual:
                return Boxed.Of(Whole(first) <= Whole(right.Of(frame)));
            case ScriptBinaryOperator.Add:
                return Boxed.Of(checked(Whole(first) + Whole(right.Of(frame))));
            case ScriptBinaryOperator.Subtract:
                return Boxed.Of(checked(Whole(first) - Whole(right.Of(frame))));
            default:
                throw new GiveUpException();
        }
    }

    /// <summary>Texts by their characters, numbers by value; all else by the engine's rules.</summary>
    public static bool Equal(ProgramFrame frame, object? left, object? right) => (left, right) switch
    {
        (string one, string other) => string.Equals(one, other, StringComparison.Ordinal),
        (int or long, int or long) => Whole(left) == Whole(right),
        (null or bool or string or int or long, null or bool or string or int or long) =>
            ScriptBinaryExpression.Evaluate(frame.Context, default(SourceSpan), ScriptBinaryOperator.CompareEqual, left, right) is bool same ? same : throw new GiveUpException(),
        _ => throw new GiveUpException(),
    };
}

/// <summary>A text of the language with its placeholders filled.</summary>
internal sealed class SpokenTerm(Term name, (Term Name, Term Value)[] pairs) : Term
{
    public override object? Of(ProgramFrame frame)
    {
        var filled = new (string, string)[pairs.Length];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i] = (Text(pairs[i].Name.Of(frame)), Text(pairs[i].Value.Of(frame)));
        }

        return frame.Strings.Text(Text(name.Of(frame)), filled);
    }

    /// <summary>An argument as a text.</summary>
    public static string Text(object? value) => value switch
    {
        string text => text,
        int or long => Whole(value).ToString(CultureInfo.InvariantCulture),
        _ => throw new GiveUpException(),
    };
}
