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

        Wrong(Catalogue.BadDate, value, Messages.Value(value.Name, problem), DateParser.Meant(text));
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
                    Messages.SlugTooLong(value.Name, text.Length, Slug.Longest), Slug.Of(text));
            }

            return new Located(text, At(value.Node));
        }

        var meant = Slug.Of(text);
        Wrong(Catalogue.BadSlug, value,
            Messages.BadSlug(value.Name, meant), meant);
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
                    Messages.AliasTooLong(value.Name, SitePath.LongestName));
            }

            return new Located(path, At(value.Node));
        }

        var named = text.AsSpan(text.LastIndexOf('/') + 1).Contains('.');
        var meant = !named && SitePath.Read(text + "/", out _) is null ? text + "/" : null;
        Wrong(Catalogue.BadAlias, value, Messages.BadAlias(value.Name, text, problem), meant is null ? null : Quoting.Item(meant));
        return null;
    }

    public Located? Image(YamlValue value)
    {
        if (Word(value) is not { } text)
        {
            return null;
        }

        var problem = WebAddress.Scheme(text) is not null || text.StartsWith("//", StringComparison.Ordinal)
            ? Messages.ImageIsAnAddress
            : text[0] == '/' ? Messages.ImageIsAbsolute
            : text.Contains('\\', StringComparison.Ordinal) ? Messages.ImageHasBackslash
            : (Message?)null;
        if (problem is null)
        {
            return new Located(text, At(value.Node));
        }

        Wrong(Catalogue.BadImage, value, Messages.Value(value.Name, problem.Value));
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
        Wrong(Catalogue.BadAddress, value, Messages.Value(value.Name, problem), meant);
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
                Messages.SeveralTags(tag.Text));
        }

        // A letter or digit always leaves a name; only where there is none at first sight is the name folded.
        if (tag.Text.AsSpan().ContainsAnyInRange('a', 'z') || TagName.Key(tag.Text).Length > 0)
        {
            return tag;
        }

        findings.Add(
            Catalogue.EmptyTag, value.Node,
            Messages.TagWithoutName(tag.Text));
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
                Messages.SeveralAuthors(author.Text));
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
            Messages.BadArxiv(text, meant), meant);
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
            Messages.BadDoi(text, meant), meant);
        return null;
    }
}
