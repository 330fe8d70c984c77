using System.Collections.Immutable;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>Which keys of Hugo and Jekyll mean which of ours; whatever has no place is named, so that nothing is lost in silence.</summary>
internal sealed class PostFields
{
    private readonly List<string> _unmapped = [];
    private readonly string _stem;
    private EntryDraft _draft;

    private PostFields(string name)
    {
        var file = name[(name.LastIndexOf('/') + 1)..];
        var folder = name.LastIndexOf('/') is > 0 and var slash ? name[..slash] : "";
        _stem = file.StartsWith("index.", StringComparison.Ordinal) && folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..] : file.Contains('.', StringComparison.Ordinal) ? file[..file.LastIndexOf('.')] : file;
        _draft = new EntryDraft { Title = "" };
    }

    public static ImportedItem Item(string name, ExtraValue.Mapping keys, string body)
    {
        var fields = new PostFields(name);
        foreach (var (key, value) in keys.Members)
        {
            fields.Map(key, value);
        }

        var (day, slug) = Dated(fields._stem);
        var draft = fields._draft with { Body = body, Day = fields._draft.Day ?? day, Slug = fields._draft.Slug ?? DefaultSlug.Slugged(slug) };
        return draft.Title.Length == 0
            ? ImportedItem.Failed(name, "the post has no title")
            : new ImportedItem(name, draft, null, [.. fields._unmapped], new ImportNotes());
    }

    private void Map(string key, ExtraValue value)
    {
        var (text, list) = (Text(value), List(value));
        var known = key.ToLowerInvariant() switch
        {
            "title" when text is not null => Set(_draft with { Title = YamlScalars.Line(text) }),
            "date" or "publishdate" when Facts.Day(text) is { } day => Set(_draft with { Day = _draft.Day is not null && key != "date" ? _draft.Day : day }),
            "lastmod" or "updated" or "last_modified_at" when Facts.Day(text) is { } day => Set(_draft with { Updated = day }),
            "tags" or "categories" or "category" or "keywords" when list is not null => Set(_draft with { Tags = [.. _draft.Tags, .. Tags(list)] }),
            "slug" when text is not null => Set(_draft with { Slug = DefaultSlug.Slugged(text) }),
            "description" or "summary" or "lead" or "excerpt" when text is not null => Set(_draft with { Lead = _draft.Lead ?? text }),
            "draft" when text is "true" or "false" => Set(_draft with { Draft = text == "true" }),
            "published" when text is "true" or "false" => Set(_draft with { Draft = text == "false" }),
            "published" when Facts.Day(text) is { } day => Set(_draft with { Published = day }),
            "aliases" or "redirect_from" when list is not null => Set(_draft with { Aliases = [.. _draft.Aliases, .. list.Select(Alias)] }),
            "permalink" when text is not null && text.StartsWith('/') && !text.Contains(':', StringComparison.Ordinal) => Set(_draft with { Aliases = [.. _draft.Aliases, Alias(text)] }),
            "author" or "by" when list is not null => Set(_draft with { By = string.Join(", ", list) }),
            _ => Paper(key, text, list),
        };
        if (!known)
        {
            Unmapped(key, value);
        }
    }

    /// <summary>Facts of the paper, under our own names.</summary>
    private bool Paper(string key, string? text, List<string>? list) => key.ToLowerInvariant() switch
    {
        "authors" when list is not null => Set(_draft with { Authors = [.. list] }),
        "paper_title" when text is not null => Set(_draft with { PaperTitle = text }),
        "venue" when text is not null => Set(_draft with { Venue = text }),
        "arxiv" or "arxiv_id" when Facts.Arxiv(text) is { } id => Set(_draft with { Arxiv = id }),
        "doi" when Facts.Doi(text) is { } doi => Set(_draft with { Doi = doi }),
        "url" when text is not null && WebAddress.Problem(text) is null => Set(_draft with { Url = text }),
        "pdf" when text is not null && WebAddress.Problem(text) is null => Set(_draft with { Pdf = text }),
        "code" when list is not null => Set(_draft with { Code = [.. list] }),
        _ => false,
    };

    private void Unmapped(string key, ExtraValue value)
    {
        // Hugo keeps its own keys below taxonomies and params.
        if (value is ExtraValue.Mapping inner && key is "taxonomies" or "params")
        {
            foreach (var (name, item) in ((ExtraValue.Mapping)value).Members)
            {
                Map(name, item);
            }

            return;
        }

        _unmapped.Add(key);
    }

    private bool Set(EntryDraft draft)
    {
        _draft = draft;
        return true;
    }

    private static string? Text(ExtraValue value) => value is ExtraValue.Text text && text.Value.Trim().Length > 0 ? text.Value.Trim() : null;

    private static List<string>? List(ExtraValue value) => value switch
    {
        ExtraValue.Text text => text.Value.Trim().Length == 0 ? [] : [text.Value.Trim()],
        ExtraValue.Sequence list => [.. list.Items.Select(item => item is ExtraValue.Mapping { Members: var members } ? Name(members) : Text(item)).Where(item => item is not null).Select(item => item!)],
        _ => null,
    };

    private static string? Name(ImmutableArray<KeyValuePair<string, ExtraValue>> members)
    {
        foreach (var (key, value) in members)
        {
            if (key == "name")
            {
                return Text(value);
            }
        }

        return null;
    }

    /// <summary>A lone text may hold several, by Jekyll's rule parted by spaces or commas; a list holds each as it is.</summary>
    private static IEnumerable<string> Tags(List<string> list) =>
        list is [var one] ? one.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : list;

    private static string Alias(string path) => path.EndsWith('/') || path.EndsWith(".html", StringComparison.Ordinal) ? path : path + "/";

    /// <summary>Jekyll's names: <c>2024-05-01-a-title</c>.</summary>
    private static (DateOnly? Day, string Slug) Dated(string stem) =>
        stem.Length > 11 && stem[10] == '-' && Facts.Day(stem[..10]) is { } day ? (day, stem[11..]) : (null, stem);
}
