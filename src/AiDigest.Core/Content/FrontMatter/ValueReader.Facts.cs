using System.Collections.Immutable;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

internal sealed partial class ValueReader
{
    public EntryDate? Date(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (DateParser.Read(text, out var date) is not { } problem)
        {
            return date;
        }

        Wrong(Catalogue.BadDate, value, $"{value.Name} {problem}", DateParser.Meant(text));
        return null;
    }

    public Located? SlugOf(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (DefaultSlug.IsSlug(text))
        {
            if (text.Length > Slug.Longest)
            {
                Wrong(Catalogue.NameTooLong, value,
                    new($"{value.Name} has {text.Length} characters, more than {Slug.Longest}",
                        $"{value.Name}: знаков {text.Length}, а допустимо не больше {Slug.Longest}"), Slug.Of(text));
            }

            return new Located(text, At(value.Node));
        }

        var meant = Slug.Of(text);
        Wrong(Catalogue.BadSlug, value,
            new($"{value.Name} may have only a-z, 0-9 and hyphens; did you mean '{MessageText.Shown(meant)}'?",
                $"{value.Name}: допустимы только a–z, 0–9 и дефис; может быть, '{MessageText.Shown(meant)}'?"), meant);
        return null;
    }

    public Located? Alias(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (SitePath.Read(text, out var path) is not { } problem)
        {
            if (SitePath.IsTooLong(path))
            {
                findings.Add(
                    Catalogue.NameTooLong, value.Node,
                    new($"{value.Name}: a part of the path is longer than {SitePath.LongestName} bytes, which no file system holds",
                    $"{value.Name}: часть пути длиннее {SitePath.LongestName} байт — такого имени не примет ни одна файловая система"));
            }

            return new Located(path, At(value.Node));
        }

        var named = text.AsSpan(text.LastIndexOf('/') + 1).Contains('.');
        var meant = !named && SitePath.Read(text + "/", out _) is null ? text + "/" : null;
        Wrong(Catalogue.BadAlias, value, $"{value.Name}: {MessageText.Quoted(text)} {problem}", meant is null ? null : Quoting.Item(meant));
        return null;
    }

    public Located? Image(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        var problem = WebAddress.Scheme(text) is not null || text.StartsWith("//", StringComparison.Ordinal)
            ? "must be a file beside the entry, not an address; put the file there"
            : text[0] == '/' ? "must be a relative path, without '/' at its start"
            : text.Contains('\\', StringComparison.Ordinal) ? "must be written with '/', not '\\'"
            : null;
        if (problem is null)
        {
            return new Located(text, At(value.Node));
        }

        Wrong(Catalogue.BadImage, value, $"{value.Name} {problem}");
        return null;
    }

    public string? Address(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (WebAddress.Problem(text) is not { } problem)
        {
            return PercentEncoding.OfAddress(text);
        }

        var meant = WebAddress.Scheme(text) is null && text.Contains('.', StringComparison.Ordinal)
            && WebAddress.Problem("https://" + text) is null ? "https://" + text : null;
        Wrong(Catalogue.BadAddress, value, $"{value.Name} {problem}", meant);
        return null;
    }

    /// <summary>One address or a list of them; those with a mistake are left out.</summary>
    public ImmutableArray<string> Addresses(YamlValue value)
    {
        if (value.Node.Kind == YamlKind.Scalar)
        {
            return Address(value) is { } one ? [one] : [];
        }

        return List(value, static (read, item) => read.Address(item)) ?? [];
    }

    public Located? Tag(YamlValue value)
    {
        if (LocatedText(value) is not { } tag)
        {
            return null;
        }

        if (tag.Text.Contains(';', StringComparison.Ordinal))
        {
            findings.Add(
                Catalogue.SeveralInOne, value.Node,
                new($"the tag {MessageText.Quoted(tag.Text)} looks like several; separate tags by commas",
                $"тег {MessageText.Quoted(tag.Text)} похож на несколько; разделите теги запятыми"));
        }

        // A letter or digit always leaves a name; only where there is none at first sight is the name folded.
        if (tag.Text.AsSpan().ContainsAnyInRange('a', 'z') || TagName.Key(tag.Text).Length > 0)
        {
            return tag;
        }

        findings.Add(
            Catalogue.EmptyTag, value.Node,
            new($"the tag {MessageText.Quoted(tag.Text)} has no name", $"у тега {MessageText.Quoted(tag.Text)} нет названия"));
        return null;
    }

    public Located? Author(YamlValue value)
    {
        if (LocatedText(value) is not { } author)
        {
            return null;
        }

        if (AuthorNames.AreSeveral(author.Text))
        {
            findings.Add(
                Catalogue.SeveralInOne, value.Node,
                new($"the author {MessageText.Quoted(author.Text)} looks like several; make each an item of the list",
                $"автор {MessageText.Quoted(author.Text)} похож на нескольких; запишите каждого отдельным элементом списка"));
        }

        return author;
    }

    public string? Arxiv(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (ArxivId.IsValid(text))
        {
            return text;
        }

        var meant = ArxivId.Meant(text);
        Wrong(Catalogue.BadArxiv, value,
            new($"{MessageText.Quoted(text)} is no arXiv id{Hint(meant, "2411.19108 or 2411.19108v2")}",
                $"{MessageText.Quoted(text)} — не идентификатор arXiv{RussianHint(meant, "2411.19108 или 2411.19108v2")}"), meant);
        return null;
    }

    public string? Doi(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        if (DoiName.IsValid(text))
        {
            return text;
        }

        var meant = DoiName.Meant(text);
        Wrong(Catalogue.BadDoi, value,
            new($"{MessageText.Quoted(text)} is no DOI{Hint(meant, "10.1145/3292500")}",
                $"{MessageText.Quoted(text)} — не DOI{RussianHint(meant, "10.1145/3292500")}"), meant);
        return null;
    }

    private static string RussianHint(string? meant, string form) =>
        meant is null ? $"; пример: {form}" : $"; может быть, {MessageText.Quoted(meant)}?";

    private static string Hint(string? meant, string form) =>
        meant is null ? $"; its form is {form}" : $"; did you mean {MessageText.Quoted(meant)}?";
}
