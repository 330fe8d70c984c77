using System.Text;
using AiDigest.Core.Rendering.Templates.Scriban;
using AiDigest.Core.Site.Views;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Fast;

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
internal sealed class WriteStep(Term value, ScriptNode at) : Step
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
                frame.Output.WriteNumber(Term.Whole(given, at));
                break;
            case double real:
                frame.Output.WriteEscaped(frame.Context.ObjectToString(real));
                break;
            case byte[] utf8:
                frame.Output.WriteEscaped(Encoding.UTF8.GetString(utf8));
                break;
            default:
                throw new UnsupportedTemplateException("a list or a view that is written", at);
        }
    }
}

/// <summary>Writes a value whose name ends in <c>_html</c>.</summary>
internal sealed class WriteTrustedStep(Term value, ScriptNode at) : Step
{
    public override void Run(ProgramFrame frame)
    {
        switch (value.Of(frame))
        {
            case null:
                break;
            case PlacedBody body:
                var start = frame.Output.Length;
                BodyFiller.Write(body, frame.Place, frame.Addresses, frame.Output);
                frame.Bodies.Add((body, start, frame.Output.Length));
                break;
            case string text:
                frame.Output.Write(text);
                break;
            case byte[] utf8:
                frame.Output.Write(utf8);
                break;
            default:
                throw new UnsupportedTemplateException("a value of this kind that is written as it is", at);
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
internal sealed class CaseStep(Term value, (Term[] Values, Step Body)[] branches, Step? otherwise, ScriptNode at) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var given = value.Of(frame);
        foreach (var (values, body) in branches)
        {
            foreach (var other in values)
            {
                if (BinaryTerm.Equal(frame, given, other.Of(frame), at))
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
/// <param name="cost">Steps of one run of the body.</param>
internal sealed class ForStep(
    int item, Term list, Term? offset, Term? limit, Step body, Step? otherwise, int cost, ScriptNode at) : Step
{
    public override void Run(ProgramFrame frame)
    {
        var given = list.Of(frame);
        if (given is null)
        {
            return;
        }

        var items = given as PageList;
        var made = given as ScriptArray;
        if (items is null && made is null)
        {
            throw new UnsupportedTemplateException("a loop over something that is no list", at);
        }

        var start = offset is null ? 0 : Math.Max(0, Term.Whole(offset.Of(frame), at));
        var most = limit is null ? 0 : Term.Whole(limit.Of(frame), at);
        var count = (int)Math.Max(0, (items?.Count ?? made!.Count) - start);
        count = most > 0 ? (int)Math.Min(count, most) : count;
        var counted = Boxed.Of(count);
        for (var i = 0; i < count; i++)
        {
            frame.Count(cost, at);
            frame.Slots[item] = items is not null ? items.Item((int)start + i, frame.Values) : made![(int)start + i];
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

/// <summary>
/// A part that sees nothing but its subject, and of the page its kind and the place of bodies. What it wrote of an entry is kept, since the
/// entry is alike on the pages of all its tags.
/// </summary>
/// <param name="cost">Steps of the body except for those of its loops.</param>
internal sealed class FragmentStep(int slot, Term subject, Step body, int cost, ScriptNode at) : Step
{
    // A part that is on one page only (a day's) is not kept for long: of so many kept, a quarter must have been of use by then.
    private const int Trial = 2048;

    private Variant _variant = new("", default, 0);
    private int _kept;
    private int _used;

    public override void Run(ProgramFrame frame)
    {
        var given = subject.Unmade(frame);
        if (given is not EntryView view)
        {
            frame.Slots[slot] = subject.Of(frame) as PageValues
                ?? throw new UnsupportedTemplateException("a fragment of something that is no view", at);
            RunBody(frame);
            return;
        }

        var variant = VariantOf(frame);
        var rendered = frame.Fragments.Of(view);
        if ((int)(rendered >> 32) == variant)
        {
            _used++;
            var (before, after, hasBody) = frame.Fragments.At((int)rendered);
            frame.Output.Write(before.Span);
            if (hasBody)
            {
                BodyFiller.Write(view.Body, frame.Place, frame.Addresses, frame.Output);
                frame.Output.Write(after.Span);
            }
        }
        else
        {
            Show(view, variant, frame);
        }
    }

    private void RunBody(ProgramFrame frame)
    {
        var outer = frame.BeginFragment();
        frame.Count(cost, at);
        body.Run(frame);
        frame.EndFragment(outer);
    }

    private void Show(EntryView view, int variant, ProgramFrame frame)
    {
        var start = frame.Output.Length;
        frame.Bodies.Clear();
        frame.Slots[slot] = frame.Values.Make(view);
        RunBody(frame);
        if (_kept >= Trial && _used < _kept / 4)
        {
            return;
        }

        var written = frame.Output.Written.Span[start..];
        var number = frame.Bodies switch
        {
            [] => frame.FragmentWriter.Keep(written, [], hasBody: false),
            [var (shown, from, to)] when ReferenceEquals(shown, view.Body) =>
                frame.FragmentWriter.Keep(written[..(from - start)], written[(to - start)..], hasBody: true),
            _ => -1,
        };
        if (number >= 0)
        {
            _kept++;
            frame.Fragments.Note(view, ((long)variant << 32) | (uint)number);
        }
    }

    /// <summary>
    /// One number for all that the part depends on beside its subject. No two steps share one, so none takes for its own what another
    /// has kept.
    /// </summary>
    private int VariantOf(ProgramFrame frame)
    {
        var variant = _variant;
        if (variant.Kind != frame.Kind || variant.Place != frame.Place || variant.Number == 0)
        {
            _variant = variant = new Variant(frame.Kind, frame.Place, frame.Fragments.NewVariant());
        }

        return variant.Number;
    }

    private sealed record Variant(string Kind, BodyPlace Place, int Number);
}

/// <summary>Variables of a fragment begin unset each time.</summary>
internal sealed class ClearLocalsStep(int[] slots) : Step
{
    public override void Run(ProgramFrame frame)
    {
        foreach (var slot in slots)
        {
            frame.Slots[slot] = ProgramFrame.Unset;
        }
    }
}
