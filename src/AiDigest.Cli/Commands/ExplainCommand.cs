using System.Collections.Immutable;
using System.CommandLine;
using AiDigest.Cli.Reports;
using AiDigest.Core.Build;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Explain;

namespace AiDigest.Cli.Commands;

/// <summary><c>explain</c>: where an output comes from, and why it was last rendered or kept.</summary>
internal static class ExplainCommand
{
    private const int MostChanges = 20;

    public static Command Make(CommonOptions common, Terminal terminal)
    {
        var address =
            new Argument<string>(
                "ADDRESS")
            {
                Description =
                    "An address of the site such as /tags/rl/, a path of a file in the output folder, or a source such as "
                    + "content/papers/a.md"
            };
        var command =
            new Command(
                "explain",
                "Tells which sources and templates made a page or feed, and why it was last rendered or kept.\nExample: aidigest "
                + "explain /tags/diffusion/") { address };
        CommandRunner.Attach(command, common, terminal, (parsed, cancellation) =>
            Run(common, parsed, parsed.GetValue(address)!, terminal, cancellation), mayLeave: static () => true);
        return command;
    }

    private static int Run(CommonOptions common, ParseResult parsed, string address, Terminal terminal, CancellationToken cancellation)
    {
        var result = SiteExplainer.Explain(common.Resolve(parsed), address, cancellation, terminal.Folder);
        var isJson = common.Format(parsed) == OutputFormat.Json;
        if (!result.Mistakes.IsEmpty)
        {
            var report = new BuildReport { Diagnostics = result.Mistakes };
            if (isJson)
            {
                JsonReport.Write(terminal, report, 0);
            }
            else
            {
                TextReport.Diagnostics(terminal, report);
            }

            return ExitCode.Mistakes;
        }

        if (result.Found is not { } found)
        {
            throw new UsageException($"the site has no address '{address}'{(result.Near is { } near ? $"; did you mean '{near}'?" : "")}");
        }

        if (isJson)
        {
            JsonReport.WriteExplanation(terminal.Out, found);
        }
        else
        {
            Print(terminal.Out, found);
        }

        return ExitCode.Fine;
    }

    private static void Print(TextWriter output, Explanation found)
    {
        output.WriteLine($"{found.Address} ({found.Path})");
        output.WriteLine($"last build: {(found.Last is { } last ? Words(last) : "had no such output, or nothing is known of one")}");
        Some(output, found.LastCauses, Words);
        Some(output, found.LastChanges, change => Words(found, change));
        output.WriteLine($"next build: {Words(found.Next)}");
        Some(output, found.NextCauses, Words);
        Some(output, found.NextChanges, change => Words(found, change));
        List(output, "sources", [.. found.Sources.Select(source => source.ToString())]);
        if (found.Template is not null)
        {
            List(output, "template",
                [.. Template(found, found.Template, ""), .. found.Includes.SelectMany(include => Template(found, include, "  "))]);
        }

        List(output, "key", [.. found.Parts.Select(Part)]);
    }

    private static void List(TextWriter output, string name, IReadOnlyCollection<string> lines)
    {
        output.WriteLine($"{name}:");
        foreach (var line in lines.DefaultIfEmpty("none"))
        {
            output.WriteLine("  " + line);
        }
    }

    /// <summary>A template, and on a line below what it reads of the page.</summary>
    private static IEnumerable<string> Template(Explanation found, string name, string indent)
    {
        yield return indent + name;
        if (found.Fields.FirstOrDefault(read => read.Template == name) is { Fields: { IsEmpty: false } fields })
        {
            yield return $"{indent}  reads {string.Join(", ", fields)}";
        }
    }

    private static void Some<T>(TextWriter output, ImmutableArray<T> all, Func<T, string> words)
    {
        foreach (var one in all.Take(MostChanges))
        {
            output.WriteLine("  " + words(one));
        }

        if (all.Length > MostChanges)
        {
            output.WriteLine($"  and {all.Length - MostChanges} more (--format json has them all)");
        }
    }

    private static string Words(ExplainedCause cause)
    {
        var at = cause.Of.Path.Length == 0 ? "" : cause.Of.Line > 0 ? $"{cause.Of.Path}:{cause.Of.Line}" : cause.Of.Path;
        var what = at.Length == 0 ? cause.Of.Name : cause.Of.Name.Length == 0 ? at : $"{at}: '{cause.Of.Name}'";
        var change = cause.Change switch { ContentChange.Gained => "is new", ContentChange.Lost => "is gone", _ => "changed" };
        return TextReport.Visible($"{cause.Part}: {what} {change}");
    }

    private static string Words(Explanation found, ExplainedChange change) => (change.Of.Change, change.Of.Item, change.Elsewhere) switch
    {
        (ContentChange.Gained, { } item, { } from) => $"{found.Address} gained {item.Path}:{item.Line} from {from}",
        (ContentChange.Lost, { } item, { } to) => $"{found.Address} lost {item.Path}:{item.Line} to {to}",
        (ContentChange.Gained, { } item, _) => $"{found.Subject} gained {item.Path}:{item.Line}",
        (ContentChange.Lost, { } item, _) => $"{found.Subject} lost {item.Path}:{item.Line}",
        (_, { } item, _) => $"{item.Path}:{item.Line} changed",
        (ContentChange.Reordered, _, _) => $"field '{change.Of.Part}' is in another order",
        _ => $"field '{change.Of.Part}' changed",
    };

    private static string Part(ExplainedPart part)
    {
        var change = part.Last is { } last && last != part.Now ? $" (was {last})" : "";
        return $"{part.Name,-8} {part.Now}{change}";
    }

    private static string Words(Decision decision) => decision.Reason switch
    {
        RenderReason.Kept => "kept: neither its key nor its file has changed",
        RenderReason.New => "rendered: nothing was known of it",
        RenderReason.Changed => $"rendered: {string.Join(", ", JsonReport.NamesOf(decision.Parts))} changed",
        RenderReason.Missing => "rendered: its file was gone",
        _ => "rendered: its file was not as it had been left",
    };
}
