using System.Collections.Immutable;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Explain;

namespace AiDigest.Cli.Reports;

/// <summary>What <c>explain</c> prints for people.</summary>
internal sealed class ExplainReport(Terminal terminal)
{
    private const int MostChanges = 20;

    public void Print(Explanation found)
    {
        terminal.Out.WriteLine($"{found.Address} ({found.Path})");
        Line(CliMessages.LastBuild(found.Last is { } last ? Words(last) : CliMessages.NothingKnown));
        Some(found.LastCauses, Words);
        Some(found.LastChanges, change => Words(found, change));
        Line(CliMessages.NextBuild(Words(found.Next)));
        Some(found.NextCauses, Words);
        Some(found.NextChanges, change => Words(found, change));
        List(CliMessages.Sources, [.. found.Sources.Select(source => source.ToString())]);
        if (found.Template is not null)
        {
            List(
                CliMessages.Template,
                [.. Template(found, found.Template, ""), .. found.Includes.SelectMany(include => Template(found, include, "  "))]);
        }

        List(CliMessages.Key, [.. found.Parts.Select(Part)]);
    }

    private void Line(Message message) => terminal.Out.WriteLine(terminal.Say(message));

    private void List(Message name, IReadOnlyCollection<string> lines)
    {
        Line(name);
        foreach (var line in lines.DefaultIfEmpty(terminal.Say(CliMessages.None)))
        {
            terminal.Out.WriteLine("  " + line);
        }
    }

    /// <summary>A template, and on a line below what it reads of the page.</summary>
    private IEnumerable<string> Template(Explanation found, string name, string indent)
    {
        yield return indent + name;
        if (found.Fields.FirstOrDefault(read => read.Template == name) is { Fields: { IsEmpty: false } fields })
        {
            yield return $"{indent}  {terminal.Say(CliMessages.Reads(string.Join(", ", fields)))}";
        }
    }

    private void Some<T>(ImmutableArray<T> all, Func<T, Message> words)
    {
        foreach (var one in all.Take(MostChanges))
        {
            terminal.Out.WriteLine("  " + TextReport.Visible(terminal.Say(words(one))));
        }

        if (all.Length > MostChanges)
        {
            terminal.Out.WriteLine("  " + terminal.Say(CliMessages.MoreInJson(all.Length - MostChanges)));
        }
    }

    private static Message Words(ExplainedCause cause)
    {
        var at = cause.Of.Path.Length == 0 ? "" : cause.Of.Line > 0 ? $"{cause.Of.Path}:{cause.Of.Line}" : cause.Of.Path;
        var what = at.Length == 0 ? Message.Foreign(cause.Of.Name)
            : cause.Of.Name.Length == 0 ? Message.Foreign(at)
            : CliMessages.Named(at, cause.Of.Name);
        return CliMessages.Cause(cause.Part, what, cause.Change);
    }

    private static Message Words(Explanation found, ExplainedChange change) => (change.Of.Change, change.Of.Item, change.Elsewhere) switch
    {
        (ContentChange.Gained, { } item, { } from) => CliMessages.GainedFrom(found.Address, $"{item.Path}:{item.Line}", from),
        (ContentChange.Lost, { } item, { } to) => CliMessages.LostTo(found.Address, $"{item.Path}:{item.Line}", to),
        (ContentChange.Gained, { } item, _) => CliMessages.Gained(CliMessages.Subject(found.Subject), $"{item.Path}:{item.Line}"),
        (ContentChange.Lost, { } item, _) => CliMessages.Lost(CliMessages.Subject(found.Subject), $"{item.Path}:{item.Line}"),
        (_, { } item, _) => CliMessages.SourceChanged($"{item.Path}:{item.Line}"),
        (ContentChange.Reordered, _, _) => CliMessages.FieldReordered(change.Of.Part),
        _ => CliMessages.FieldChanged(change.Of.Part),
    };

    private string Part(ExplainedPart part)
    {
        var change = part.Last is { } last && last != part.Now ? terminal.Say(CliMessages.Was(last.ToString())) : "";
        return $"{part.Name,-8} {part.Now}{change}";
    }

    private static Message Words(Decision decision) => decision.Reason switch
    {
        RenderReason.Kept => CliMessages.Kept,
        RenderReason.New => CliMessages.RenderedAsNew,
        RenderReason.Changed => CliMessages.RenderedAsChanged(string.Join(", ", JsonReport.NamesOf(decision.Parts))),
        RenderReason.Missing => CliMessages.RenderedAsMissing,
        _ => CliMessages.RenderedAsTouched,
    };
}
