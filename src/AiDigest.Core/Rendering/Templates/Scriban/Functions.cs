using System.Globalization;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;
using AiDigest.Core.Rendering.Themes;
using AiDigest.Core.Site.Links;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace AiDigest.Core.Rendering.Templates.Scriban;

/// <summary>
/// The functions that templates have: the pure part of the engine's own, and those of the product. The clock, randomness, evaluation of
/// text and the engine's include are not among them, nor are those that the tool lacks when it is compiled ahead of time.
/// </summary>
internal static class Functions
{
    /// <summary>Has the engine list its own functions, once a process.</summary>
    public static void Prepare() => _ = new BuiltinFunctions();

    public static ScriptObject Make(Theme theme, Strings strings, Addresses addresses)
    {
        var functions = new BuiltinFunctions();
        foreach (var name in new[] { "date", "timespan", "include", "include_join" })
        {
            functions.Remove(name);
        }

        RemoveFrom(functions, "math", "random", "uuid");
        RemoveFrom(functions, "object", "eval", "eval_template", "has_key", "has_value", "to_json");
        RemoveFrom(functions, "string", "slice", "index_of");
        var texts = (ScriptObject)functions["string"]!;
        foreach (var name in new[] { "split", "remove_last" })
        {
            texts.SetValue(name, new ShortPattern((IScriptCustomFunction)texts[name]!), readOnly: true);
        }

        Add(functions, "include", 1, 1, (context, at, arguments) =>
        {
            context.Include(Text(arguments, 0, at), at);
            return null;
        });
        Add(functions, "fragment", 2, 2, (context, at, arguments) =>
        {
            context.Fragment(Text(arguments, 0, at), arguments[1] as ScriptObject
                ?? throw new TemplateFault(at, Messages.FragmentNeedsEntry), at);
            return null;
        });
        Add(functions, "t", 1, int.MaxValue, (_, at, arguments) =>
            Say(at, () => strings.Text(Text(arguments, 0, at), Pairs(arguments, at))));
        Add(functions, "count_text", 2, 2, (_, at, arguments) =>
            Say(at, () => strings.Count(Text(arguments, 0, at), Number(arguments, 1, at))));
        Add(functions, "number_text", 1, 1, (_, at, arguments) => strings.Number(Number(arguments, 0, at)));
        Add(functions, "day_text", 1, 1, (_, at, arguments) =>
            DateOnly.TryParseExact(Text(arguments, 0, at)
                .AsSpan(0, Math.Min(10, Text(arguments, 0, at).Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day)
            ? strings.Day(day)
            : throw new TemplateFault(at, Messages.NotADay(Text(arguments, 0, at))));
        Add(functions, "asset", 1, 1, (_, at, arguments) => theme.Assets.TryGetValue(Text(arguments, 0, at), out var asset)
            ? addresses.Local(asset.Address)
            : throw new TemplateFault(
                at, Messages.NoAsset(Text(arguments, 0, at), NearestName.Of(Text(arguments, 0, at), theme.Assets.Keys))));
        Add(functions, "site_url", 1, 1, (_, at, arguments) => addresses.Local(Text(arguments, 0, at).TrimStart('/')));
        return functions;
    }

    private static void Add(
        ScriptObject functions, string name, int required, int most, Func<RenderContext, SourceSpan, ScriptArray, object?> invoke) =>
        functions.SetValue(name, new TemplateFunction(required, most, invoke), readOnly: true);

    private static void RemoveFrom(ScriptObject functions, string name, params string[] members)
    {
        var original = (ScriptObject)functions[name]!;
        var kept = new ScriptObject();
        foreach (var member in original.Keys.Except(members, StringComparer.Ordinal))
        {
            kept.SetValue(member, original[member], readOnly: true);
        }

        functions.Remove(name);
        functions.SetValue(name, kept, readOnly: true);
    }

    private static string Say(SourceSpan at, Func<string> words)
    {
        try
        {
            return words();
        }
        catch (MissingStringException missing)
        {
            throw new TemplateFault(at, missing.Text);
        }
    }

    private static (string, string)[] Pairs(ScriptArray arguments, SourceSpan at)
    {
        // The engine hands a variable number of arguments over either one by one or as one list.
        var values = arguments.Count == 2 && arguments[1] is ScriptArray list ? list : [.. arguments.Skip(1)];
        if (values.Count % 2 != 0)
        {
            throw new TemplateFault(at, Messages.PlaceholdersInPairs);
        }

        var pairs = new (string, string)[values.Count / 2];
        for (var i = 0; i < pairs.Length; i++)
        {
            pairs[i] = (Text(values, 2 * i, at), Text(values, (2 * i) + 1, at));
        }

        return pairs;
    }

    private static string Text(ScriptArray arguments, int index, SourceSpan at) => arguments[index] switch
    {
        string text => text,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        null => throw new TemplateFault(at, Messages.ArgumentIsNull(index + 1)),
        var other => other?.ToString() ?? "",
    };

    private static long Number(ScriptArray arguments, int index, SourceSpan at) => arguments[index] switch
    {
        int number => number,
        long number => number,
        var other => throw new TemplateFault(
            at, Messages.ArgumentIsNoNumber(index + 1, other?.ToString() ?? "")),
    };
}
