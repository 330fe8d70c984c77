using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Planning;
using Scriban.Parsing;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering;

/// <summary>
/// A layout with all that it includes, as steps that write UTF-8: made by <see cref="TemplateCompiler"/> from the engine's own syntax
/// tree. It knows the part of the language that themes are made of, and gives up (<see cref="GiveUpException"/>) wherever the engine
/// might say something else: at a missing name, an odd type, an error. Then the engine renders the page from its beginning, so that
/// there is one meaning of templates and one wording of mistakes, the engine's.
/// </summary>
internal sealed class TemplateProgram(Step body, int slots)
{
    private volatile bool _isGivenUp;

    /// <summary>It has given up on a page and would on most others.</summary>
    public bool IsGivenUp => _isGivenUp;

    /// <returns>False where it gave up; what was written is then to be thrown away.</returns>
    public bool TryRun(ProgramFrame frame, PageView page, BodyPlace place)
    {
        try
        {
            frame.Begin(page, place, slots);
            body.Run(frame);
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _isGivenUp = true;
            return false;
        }
    }
}

/// <summary>The engine has to judge.</summary>
internal sealed class GiveUpException : Exception;

/// <summary>The state of one page under way; one for each worker.</summary>
internal sealed class ProgramFrame(RenderContext context, PageShapes shapes, Addresses addresses, Strings strings)
{
    private const int MostSteps = 20_000_000;

    private PageValues? _root;
    private int _steps;

    /// <summary>In the place of a variable that is not set.</summary>
    public static object Unset { get; } = new();

    public RenderContext Context => context;

    public PageValuesWriter Values { get; } = new(shapes);

    public Addresses Addresses => addresses;

    public Strings Strings => strings;

    public Utf8Output Output => context.Page;

    public BodyPlace Place { get; private set; }

    public string Kind { get; private set; } = "";

    public object?[] Slots { get; private set; } = [];

    public PageValues Root => _root!;

    public void Begin(PageView page, BodyPlace place, int slots)
    {
        Output.Clear();
        if (Slots.Length < slots)
        {
            Slots = new object?[slots];
        }

        Array.Fill(Slots, Unset);
        (Place, Kind, _steps) = (place, page.Kind, 0);
        _root = Values.Make(page);
    }

    public void CountStep()
    {
        if (++_steps > MostSteps)
        {
            throw new GiveUpException();
        }
    }
}

internal abstract class Step
{
    public abstract void Run(ProgramFrame frame);
}

internal sealed class TextStep(byte[] utf8) : Step
{
    public byte[] Utf8 => utf8;

    public override void Run(ProgramFrame frame) => frame.Output.Write(utf8);
}

internal sealed class BlockStep(Step[] steps) : Step
{
    public IReadOnlyList<Step> Steps => steps;

    public override void Run(ProgramFrame frame)
    {
        foreach (var step in steps)
        {
            step.Run(frame);
        }
    }
}

/// <summary>Writes a value, escaped.</summary>
internal sealed class WriteStep(Term value) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var given = value.Of(frame);
        switch (given)
        {
            case null:
                break;
            case string text:
                frame.Output.WriteEscaped(text);
                break;
            case bool flag:
                frame.Output.Write(flag ? "true"u8 : "false"u8);
                break;
            case int or long:
                frame.Output.WriteNumber(Term.Whole(given));
                break;
            default:
                throw new GiveUpException();
        }
    }
}

/// <summary>Writes a value whose name ends in <c>_html</c>.</summary>
internal sealed class WriteTrustedStep(Term value) : Step
{
    public override void Run(ProgramFrame frame)
    {
        switch (value.Of(frame))
        {
            case null:
                break;
            case BodyUse body:
                BodyWriter.Write(body, frame.Place, frame.Addresses, frame.Output);
                break;
            case string text:
                frame.Output.Write(text);
                break;
            default:
                throw new GiveUpException();
        }
    }
}

internal sealed class SetStep(int slot, Term value) : Step
{
    public override void Run(ProgramFrame frame) => frame.Slots[slot] = value.Of(frame);
}

internal sealed class IfStep(Term condition, Step then, Step? otherwise) : Step
{
    public override void Run(ProgramFrame frame)
    {
        if (Term.IsTrue(condition.Of(frame)))
        {
            then.Run(frame);
        }
        else
        {
            otherwise?.Run(frame);
        }
    }
}

/// <summary>The first branch whose value equals, or the last.</summary>
internal sealed class CaseStep(Term value, (Term[] Values, Step Body)[] branches, Step? otherwise) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var given = value.Of(frame);
        foreach (var (values, body) in branches)
        {
            foreach (var other in values)
            {
                if (BinaryTerm.Equal(frame, given, other.Of(frame)))
                {
                    body.Run(frame);
                    return;
                }
            }
        }

        otherwise?.Run(frame);
    }
}

/// <param name="item">Slot of the loop's variable; the two after it hold its index and its count.</param>
internal sealed class ForStep(int item, Term list, Term? offset, Term? limit, Step body, Step? otherwise) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var given = list.Of(frame);
        if (given is null)
        {
            return;
        }

        var items = given as PageList ?? throw new GiveUpException();
        var start = offset is null ? 0 : Math.Max(0, Term.Whole(offset.Of(frame)));
        var most = limit is null ? 0 : Term.Whole(limit.Of(frame));
        var count = (int)Math.Max(0, items.Count - start);
        count = most > 0 ? (int)Math.Min(count, most) : count;
        for (var i = 0; i < count; i++)
        {
            frame.CountStep();
            frame.Slots[item] = items.Item((int)start + i, frame.Values);
            frame.Slots[item + 1] = i;
            frame.Slots[item + 2] = count;
            body.Run(frame);
        }

        if (count == 0)
        {
            otherwise?.Run(frame);
        }
    }
}

/// <summary>A part that sees nothing but its subject.</summary>
internal sealed class FragmentStep(int slot, Term subject, Step body) : Step
{
    public override void Run(ProgramFrame frame)
    {
        frame.Slots[slot] = subject.Of(frame) as PageValues ?? throw new GiveUpException();
        body.Run(frame);
    }
}

/// <summary>Variables of a fragment begin unset each time.</summary>
internal sealed class ForgetStep(int[] slots) : Step
{
    public override void Run(ProgramFrame frame)
    {
        foreach (var slot in slots)
        {
            frame.Slots[slot] = ProgramFrame.Unset;
        }
    }
}

/// <summary>An expression. Its value is null, a text, a truth, a whole number, <see cref="PageValues"/>, <see cref="PageList"/> or a <see cref="BodyUse"/>.</summary>
internal abstract class Term
{
    public abstract object? Of(ProgramFrame frame);

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
    public override object? Of(ProgramFrame frame) => frame.Slots[slot];
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

        return value is PageList list && name == "size" ? list.Count : throw new GiveUpException();
    }

    private sealed record Place(string[] Names, int Column);
}

internal sealed class NotTerm(Term inner) : Term
{
    public override object? Of(ProgramFrame frame) => !IsTrue(inner.Of(frame));
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
                return IsTrue(first) && IsTrue(right.Of(frame));
            case ScriptBinaryOperator.Or:
                return IsTrue(first) || IsTrue(right.Of(frame));
            case ScriptBinaryOperator.EmptyCoalescing:
                // The engine looks at both, and may find a mistake in the second.
                var second = right.Of(frame);
                return first ?? second;
            case ScriptBinaryOperator.CompareEqual:
                return Equal(frame, first, right.Of(frame));
            case ScriptBinaryOperator.CompareNotEqual:
                return !Equal(frame, first, right.Of(frame));
            case ScriptBinaryOperator.CompareGreater:
                return Whole(first) > Whole(right.Of(frame));
            case ScriptBinaryOperator.CompareGreaterOrEqual:
                return Whole(first) >= Whole(right.Of(frame));
            case ScriptBinaryOperator.CompareLess:
                return Whole(first) < Whole(right.Of(frame));
            case ScriptBinaryOperator.CompareLessOrEqual:
                return Whole(first) <= Whole(right.Of(frame));
            case ScriptBinaryOperator.Add:
                return checked(Whole(first) + Whole(right.Of(frame)));
            case ScriptBinaryOperator.Subtract:
                return checked(Whole(first) - Whole(right.Of(frame)));
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
