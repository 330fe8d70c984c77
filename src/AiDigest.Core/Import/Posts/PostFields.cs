using System.Collections.Immutable;
using System.Globalization;
using AiDigest.Core.Content.FrontMatter;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Import.Posts;

/// <summary>Which keys of Hugo and Jekyll mean which of ours; whatever has no place is named, so that nothing is lost in silence.</summary>
internal sealed class PostFields
{
    private readonly string _name;
    private readonly bool _isJekyll;
    private readonly ImportNotes _notes = new();
    private readonly List<string> _unmapped = [];
    private readonly List<string> _addresses = [];
    private readonly List<(string Path, string? Alt)> _images = [];
    private EntryDraft _draft = new() { Title = "" };
    private string? _abstract;
    private string? _permalink;

    private PostFields(Post post)
    {
        _name = post.Name;
        var file = _name[(_name.LastIndexOf('/') + 1)..];
        var folder = _name.LastIndexOf('/') is > 0 and var slash ? _name[..slash] : "";
        var stem = file.Contains('.', StringComparison.Ordinal) ? file[..file.LastIndexOf('.')] : file;
        stem = stem == "index" && folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..] : stem;
        (FileDay, Stem) = stem.Length > 11 && stem[10] == '-'
            && Facts.Day(stem[..10]) is { } day ? (day, stem[11..]) : ((DateOnly?)null, stem);
        _isJekyll = ("/" + _name).Contains("/_posts/", StringComparison.Ordinal)
            || ("/" + _name).Contains("/_drafts/", StringComparison.Ordinal)
            || post.Keys!.Members.Any(member => member.Key.Equals("layout", StringComparison.OrdinalIgnoreCase));
        _draft = _draft with { Draft = ("/" + _name).Contains("/_drafts/", StringComparison.Ordinal) };
    }

    /// <summary>The file's name without date and extension; of a bundle, its folder's.</summary>
    public string Stem { get; }

    public DateOnly? FileDay { get; }

    public DateOnly? AnyDay => _draft.Moment is { } moment ? DateOnly.FromDateTime(moment.DateTime) : _draft.Day ?? FileDay;

    public string? OwnSlug { get; private set; }

    public List<string> Categories { get; } = [];

    /// <summary>Where its source published it, by its own keys.</summary>
    public IEnumerable<string> Addresses => _permalink is null ? _addresses : [.. _addresses, _permalink];

    /// <summary>Its own keys say its address.</summary>
    public bool HasAddress => _permalink is not null;

    public static PostFields Read(Post post)
    {
        var fields = new PostFields(post);
        foreach (var (key, value) in post.Keys!.Members)
        {
            fields.Map(key, value);
        }

        if (fields._permalink is { } template && template.Contains(':', StringComparison.Ordinal))
        {
            fields._permalink = fields.Fill(template, fields._name);
            if (fields._permalink is null)
            {
                fields._notes.Lost(Messages.LostPermalink(template));
            }
        }

        return fields;
    }

    /// <summary>The permalink that a template of Jekyll or Hugo gives this post; null where a placeholder is not known.</summary>
    public string? Fill(string template, string path)
    {
        var day = AnyDay;
        var address = template;
        foreach (var (name, value) in ((string, string?)[])
        [
            (":categories", string.Join('/', Categories.Select(AiDigest.Core.Model.Slug.Of))),
            (":year", day?.ToString("yyyy", CultureInfo.InvariantCulture)),
            (":i_month", day?.Month.ToString(CultureInfo.InvariantCulture)),
            (":month", day?.ToString("MM", CultureInfo.InvariantCulture)),
            (":i_day", day?.Day.ToString(CultureInfo.InvariantCulture)),
            (":y_day", day?.DayOfYear.ToString("000", CultureInfo.InvariantCulture)),
            (":day", day?.ToString("dd", CultureInfo.InvariantCulture)),
            (":title", OwnSlug ?? Stem),
            (":slugorfilename", OwnSlug ?? Stem),
            (":slugorcontentbasename", OwnSlug ?? Stem),
            (":slug", OwnSlug ?? Stem),
            (":filename", Stem),
            (":contentbasename", Stem),
            (":output_ext", ".html"),
            (":sections", path.LastIndexOf('/') is >= 0 and var slash ? path[..slash] : ""),
            (":section", path.Split('/')[0]),
        ])
        {
            if (address.Contains(name, StringComparison.Ordinal))
            {
                if (value is null)
                {
                    return null;
                }

                address = address.Replace(name, value, StringComparison.Ordinal);
            }
        }

        while (address.Contains("//", StringComparison.Ordinal))
        {
            address = address.Replace("//", "/", StringComparison.Ordinal);
        }

        return address.Contains(':', StringComparison.Ordinal)
            || address.Length < 2 ? null : address.StartsWith('/') ? address : "/" + address;
    }

    /// <param name="taken">Old addresses of the posts before it; an address redirects to one entry.</param>
    public ImportedItem Item(string body, PostRoot? root, PostAddresses addresses, IEnumerable<string> permalinks, HashSet<string> taken)
    {
        if (_draft.Title.Length == 0)
        {
            return ImportedItem.Failed(_name, Messages.PostWithoutTitle);
        }

        var files = new PostFiles(root, _name, _notes);
        var text = PostBody.Convert(body, _name, addresses, files, _notes);
        if (text.Length == 0 && _abstract is not null)
        {
            text = MarkdownText.OfPlain(_abstract, _notes);
        }

        var draft = _draft with
        {
            Body = text,
            Day = _draft.Day ?? (_draft.Moment is null ? FileDay : null),
            Slug = DefaultSlug.Slugged(OwnSlug ?? Stem) is var slug && slug.Length > 100 ? null : slug,
            Aliases = [.. Addresses.Concat(permalinks).Select(Alias).Where(alias => IsFree(alias, taken))],
            ImportedFrom = _name,
        };
        draft = Image(draft, files);
        return new ImportedItem(_name, draft with { Files = files.Files }, null, [.. _unmapped], _notes);
    }

    private bool IsFree(string alias, HashSet<string> taken)
    {
        if (SitePath.Read(alias, out var path) is { } problem)
        {
            _notes.Lost(Messages.LostOldAddress(alias, problem));
            return false;
        }

        if (!taken.Add(path))
        {
            _notes.Lost(Messages.OldAddressOfAnotherPost(alias));
            return false;
        }

        return true;
    }

    private EntryDraft Image(EntryDraft draft, PostFiles files)
    {
        foreach (var (path, alt) in _images)
        {
            if (draft.Image is null && !path.Contains("://", StringComparison.Ordinal) && files.Take(path, isPicture: true) is { } name)
            {
                draft = draft with { Image = name, ImageAlt = alt };
            }
            else
            {
                _notes.Lost(Messages.LostPictureOfFrontMatter(path));
            }
        }

        return draft;
    }

    private void Map(string key, ExtraValue value)
    {
        var (text, list) = (PostValues.Text(value), PostValues.List(value));
        var known = key.ToLowerInvariant() switch
        {
            "title" when text is not null => Set(_draft with { Title = YamlScalars.Line(text) }),
            "date" when text is not null => Date(text),
            "publishdate" or "pubdate" when Facts.Day(text) is { } day =>
                Set(_draft with { NotBefore = day, Day = _draft.Day ?? (_draft.Moment is null ? day : null) }),
            "expirydate" or "unpublishdate" when Facts.Day(text) is { } day => Set(_draft with { NotAfter = day }),
            "lastmod" or "updated" or "last_modified_at" or "modified" when Facts.Day(text) is { } day =>
                Set(_draft with { Updated = day }),
            "tags" or "tag" or "categories" or "category" or "keywords" when list is not null => Tags(key.ToLowerInvariant(), value, list),
            "slug" when text is not null => Slug(text),
            "description" or "summary" or "lead" or "excerpt" or "subtitle" when text is not null => Lead(key, text),
            "takeaway" when text is not null => Set(_draft with { Takeaway = text }),
            "abstract" when text is not null => Abstract(text),
            "draft" when PostValues.Flag(text) is { } flag => Set(_draft with { Draft = _draft.Draft || flag }),
            "published" when PostValues.Flag(text) is { } flag => Set(_draft with { Draft = _draft.Draft || !flag }),
            "published" when Facts.Day(text) is { } day => Set(_draft with { Published = day }),
            "aliases" or "redirect_from" when list is not null => Add(_addresses, list),
            "permalink" when text is not null => Permalink(text),
            "url" when text is not null && text.StartsWith('/') => Permalink(text),
            "cover" or "featured_image" or "featuredimage" or "image" or "images" or "thumbnail" or "banner" or "header" or "feature"
                or "hero" when PostValues.Picture(value) is { Count: > 0 } pictures => Pictures(pictures),
            "image_alt" when text is not null => Set(_draft with { ImageAlt = text }),
            "author" or "authors" when PostValues.People(value) is { Count: > 0 } people => People(key, value, people),
            "by" when list is not null => Set(_draft with { By = string.Join(", ", list) }),
            "layout" or "type" when text is "post" or "posts" or "page" or "single" or "default" => true,
            _ => Paper(key, text, list),
        };
        if (!known)
        {
            Unmapped(key, value);
        }
    }

    /// <summary>Facts of the paper, under our own names and those of proceedings.</summary>
    private bool Paper(string key, string? text, List<string>? list) => key.ToLowerInvariant() switch
    {
        "paper_title" when text is not null => Set(_draft with { PaperTitle = text }),
        "venue" or "container-title" or "booktitle" or "journal" when text is not null => Set(_draft with { Venue = text }),
        "arxiv" or "arxiv_id" when Facts.Arxiv(text) is { } id => Set(_draft with { Arxiv = id }),
        "doi" when Facts.Doi(text) is { } doi => Set(_draft with { Doi = doi }),
        "url" or "externalurl" or "link" when text is not null && WebAddress.Problem(text) is null => Set(_draft with { Url = text }),
        "pdf" when text is not null && WebAddress.Problem(text) is null => Set(_draft with { Pdf = text }),
        "code" when list is not null && list.TrueForAll(address => WebAddress.Problem(address) is null) =>
            Set(_draft with { Code = [.. list] }),
        "project" when text is not null && WebAddress.Problem(text) is null => Set(_draft with { Project = text }),
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
        }
        else if (!PostValues.IsBlank(value))
        {
            _unmapped.Add(YamlScalars.Line(key));
        }
    }

    private bool Date(string text)
    {
        if (PostValues.Moment(text) is { } moment)
        {
            return Set(_draft with { Moment = moment, Day = null });
        }

        if (Facts.Day(text) is not { } day)
        {
            _notes.Lost(Messages.LostDate(text));
            return true;
        }

        if (text.Contains(':', StringComparison.Ordinal) && !text.Contains("00:00:00", StringComparison.Ordinal))
        {
            _notes.Lost(Messages.LostTime(text));
        }

        return Set(_draft with { Day = day });
    }

    /// <summary>
    /// Jekyll parts a text under <c>tags</c> and <c>categories</c> at blanks, and takes <c>tag</c> and <c>category</c> as one; Hugo takes
    /// any text as one. Commas part in both.
    /// </summary>
    private bool Tags(string key, ExtraValue value, List<string> list)
    {
        if (value is ExtraValue.Text text)
        {
            list = text.Value.Contains(
                ',', StringComparison.Ordinal) ? [.. text.Value.Split(
                    ',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
                : _isJekyll && key is "tags" or "categories" ? [.. text.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]
                : list;
        }

        Categories.AddRange(key is "categories" or "category" ? list : []);
        return Set(_draft with { Tags = [.. _draft.Tags, .. list] });
    }

    private bool Slug(string text)
    {
        OwnSlug = text;
        return true;
    }

    private bool Lead(string key, string text)
    {
        if (_draft.Lead is not null)
        {
            _unmapped.Add(key);
            return true;
        }

        return Set(_draft with { Lead = text });
    }

    private bool Abstract(string text)
    {
        _abstract = text;
        return true;
    }

    private bool Permalink(string text)
    {
        _permalink = text.StartsWith('/') ? text : "/" + text;
        return true;
    }

    private bool Pictures(List<(string, string?)> pictures)
    {
        _images.AddRange(pictures);
        return true;
    }

    /// <summary>A list of given and family names is that of a paper; a lone name is who wrote the post.</summary>
    private bool People(string key, ExtraValue value, List<string> people) =>
        key.Equals("authors", StringComparison.OrdinalIgnoreCase)
            || PostValues.HasFamilies(value)
                ? Set(_draft with { Authors = [.. people] })
                : Set(_draft with { By = string.Join(", ", people) });

    private static bool Add(List<string> to, List<string> list)
    {
        to.AddRange(list);
        return true;
    }

    private bool Set(EntryDraft draft)
    {
        _draft = draft;
        return true;
    }

    private static string Alias(string path)
    {
        path = path.StartsWith('/') ? path : "/" + path;
        return path.EndsWith('/') || path.EndsWith(".html", StringComparison.Ordinal) ? path : path + "/";
    }
}
