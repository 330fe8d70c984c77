using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>The switches under <c>check</c> of site.yaml: one for each rule of <see cref="Catalogue.Checks"/>.</summary>
internal static class CheckFields
{
    /// <summary>What a switch may say.</summary>
    public static readonly string[] Words = ["true", "false", "error", "warning", "hint"];

    public static CheckRules? Read(YamlValue value, ValueReader read)
    {
        if (!read.IsMapping(value))
        {
            return null;
        }

        var switches = CheckRules.Default.Switches.ToBuilder();
        foreach (var (key, node) in value.Node.Pairs!)
        {
            if (Find(key.Text) is not { } rule)
            {
                Unknown(key, read);
            }
            else if (Switch(new YamlValue(key.Text, key, node), rule, read, out var severity))
            {
                switches[key.Text] = severity;
            }
        }

        return new CheckRules(switches.ToImmutable());
    }

    private static Rule? Find(string name)
    {
        foreach (var rule in Catalogue.Checks)
        {
            if (rule.Name == name)
            {
                return rule;
            }
        }

        return null;
    }

    private static void Unknown(YamlNode key, ValueReader read)
    {
        var names = Catalogue.Checks.Select(rule => rule.Name!);
        var near = key.Text.Length > 40 ? null : NearestName.Of(key.Text, names);
        var fixedText = near is not null && key.EndLine == key.Line
            ? Quoting.Replace(read.Source.Line(key.Line), key.Column, key.EndColumn, near)
            : null;
        read.Diagnostics.Add(
            Catalogue.UnknownCheck, key, Messages.UnknownCheck(key.Text, near),
            fixedText);
    }

    private static bool Switch(YamlValue value, Rule rule, ValueReader read, out Severity? severity)
    {
        severity = rule.Severity;
        if (value.Node.IsBlank || read.Word(value) is not { } word)
        {
            return false;
        }

        severity = word switch
        {
            "true" => rule.Severity,
            "error" => Severity.Error,
            "warning" => Severity.Warning,
            "hint" => Severity.Hint,
            _ => null,
        };
        if (severity is not null || word == "false")
        {
            return true;
        }

        var near = word.Length > 20 ? null : word is "off" or "no" ? "false" : word is "on" or "yes" ? "true" : NearestName.Of(word, Words);
        read.Wrong(
            Catalogue.BadCheck, value,
            Messages.BadCheck(value.Name, word, near), near);
        return false;
    }
}
