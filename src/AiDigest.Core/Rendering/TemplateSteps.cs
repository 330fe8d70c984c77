using System.Globalization;
using AiDigest.Core.Model;
using AiDigest.Core.Planning;
using Scriban.Parsing;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering;

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
            case byte[] utf8:
                frame.Output.Write(utf8);
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
        var counted = Boxed.Of(count);
        for (var i = 0; i < count; i++)
        {
            frame.CountStep();
            frame.Slots[item] = items.Item((int)start + i, frame.Values);
            frame.Slots[item + 1] = Boxed.Of(i);
            frame.Slots[item + 2] = counted;
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
