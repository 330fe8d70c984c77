using System.Collections.Frozen;
using AiDigest.Core.Content.Yaml;
using AiDigest.Core.Diagnostics;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content.FrontMatter;

/// <summary>The keys of <c>content/site.yaml</c>.</summary>
internal static class SettingsFields
{
    private const int MostBytes = 64 << 20;
    private const int MostLevels = 100;
    private const int MostEntries = 1000;
    private const int MostOfAuthor = 1_000_000;

    // No setting may lift a bound beyond these: they lie in the folder that pull requests change.
    private const int MostTags = 200;
    private const int MostAuthors = 20_000;
    private const int MostItems = 2_000;
    private const int MostBody = 64 << 20;
    private const int MostFormulas = 5_000;
    private const int MostFormula = 5_000;

    public static readonly Field<Limits>[] Limits =
    [
        new("tags", FieldType.Number, Presence.Optional,
            new("Tags of one entry", "Сколько тегов может быть у записи"),
            static (l, v, r) => l with { Tags = r.Number(v, 1, MostTags) ?? l.Tags }) { Most = MostTags },
        new("authors", FieldType.Number, Presence.Optional,
            new("Authors of one paper", "Сколько авторов может быть у статьи"),
            static (l, v, r) => l with { Authors = r.Number(v, 1, MostAuthors) ?? l.Authors }) { Most = MostAuthors },
        new("list_items", FieldType.Number, Presence.Optional,
            new("Items of any other list of one file", "Сколько элементов может быть в любом другом списке одного файла"),
            static (l, v, r) => l with { ListItems = r.Number(v, 1, MostItems) ?? l.ListItems }) { Most = MostItems },
        new("day_entries", FieldType.Number, Presence.Optional,
            new("Entries of one day file", "Сколько записей может быть в файле дня"),
            static (l, v, r) => l with { DayEntries = r.Number(v, 1, MostItems) ?? l.DayEntries }) { Most = MostItems },
        new("body_size", FieldType.Number, Presence.Optional,
            new("Bytes of HTML that one body may become", "Сколько байт HTML может получиться из одного текста"),
            static (l, v, r) => l with { BodySize = r.Number(v, 1, MostBody) ?? l.BodySize }) { Most = MostBody },
        new("formulas", FieldType.Number, Presence.Optional,
            new("Different formulas of one body", "Сколько разных формул может быть в одном тексте"),
            static (l, v, r) => l with { Formulas = r.Number(v, 1, MostFormulas) ?? l.Formulas }) { Most = MostFormulas },
        new("formula_length", FieldType.Number, Presence.Optional,
            new("Characters of one formula", "Сколько знаков может быть в формуле"),
            static (l, v, r) => l with { FormulaLength = r.Number(v, 1, MostFormula) ?? l.FormulaLength }) { Most = MostFormula },
        new("file_size", FieldType.Number, Presence.Optional,
            new("Bytes of one source file", "Сколько байт может быть в файле"),
            static (l, v, r) => l with { FileSize = r.Number(v, 1, MostBytes) ?? l.FileSize }) { Most = MostBytes },
        new("nesting", FieldType.Number, Presence.Optional,
            new(
                "Levels of nested quotes, lists, brackets or YAML collections",
                "Насколько глубоко могут быть вложены цитаты, списки и скобки"),
            static (l, v, r) => l with { Nesting = r.Number(v, 1, MostLevels) ?? l.Nesting }) { Most = MostLevels },
    ];

    public static readonly Field<Settings>[] Site =
    [
        new("title", FieldType.Text, Presence.Filled,
            new("The name of the site", "Название сайта"),
            static (s, v, r) => s with { Title = r.Text(v) ?? s.Title }),
        new("tagline", FieldType.Text, Presence.Optional,
            new("A line under the name", "Строка под названием"),
            static (s, v, r) => s with { Tagline = r.Text(v) ?? s.Tagline }),
        new("description", FieldType.Text, Presence.Optional,
            new("A sentence or two for search engines and feeds", "Предложение-другое для поисковых систем и лент"),
            static (s, v, r) => s with { Description = r.Text(v) ?? s.Description }),
        new("url", FieldType.Address, Presence.Optional,
            new("The absolute address of the site, perhaps with a path", "Полный адрес сайта, можно с путём"),
            static (s, v, r) => s with { Url = Url(v, r) }) { Form = @"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#][^\s?#]*$" },
        new("language", FieldType.Language, Presence.Optional,
            new("The language of the site's own words: ru or en", "Язык слов самого сайта: ru или en"),
            static (s, v, r) => s with { Language = Language(v, r) ?? s.Language }),
        new("time_zone", FieldType.TimeZone, Presence.Optional,
            new("The time zone that gives an entry its day", "Часовой пояс, по которому запись получает свой день"),
            static (s, v, r) => r.Word(v) is { } zone ? s with { TimeZone = new Located(zone, r.At(v.Node)) } : s),
        new("author", FieldType.Text, Presence.Optional,
            new("Who makes the site", "Кто делает сайт"),
            static (s, v, r) => s with { Author = r.Text(v) }),
        new("page_size", FieldType.Number, Presence.Optional,
            new("Entries of a page of a tag", "Сколько записей на странице тега"),
            static (s, v, r) => s with { PageSize = r.Number(v, 1, MostEntries) ?? s.PageSize }) { Most = MostEntries },
        new("day_max", FieldType.Number, Presence.Optional,
            new(
                "Full summaries of one day on home and on its own page; the rest is on numbered pages",
                "Сколько полных пересказов одного дня на главной и на странице дня; остальные на страницах с номерами"),
            static (s, v, r) => s with { DayMax = r.Number(v, 1, MostEntries) ?? s.DayMax }) { Most = MostEntries },
        new("feed_size", FieldType.Number, Presence.Optional,
            new("Entries of a feed", "Сколько записей в ленте"),
            static (s, v, r) => s with { FeedSize = r.Number(v, 1, MostEntries) ?? s.FeedSize }) { Most = MostEntries },
        new("author_min", FieldType.Number, Presence.Optional,
            new("Entries from which an author has a page", "Со скольких записей у автора есть страница"),
            static (s, v, r) => s with { AuthorMin = r.Number(v, 1, MostOfAuthor) ?? s.AuthorMin }) { Most = MostOfAuthor },
        new("pair_min", FieldType.Number, Presence.Optional,
            new("Entries from which two tags together have a page", "Со скольких общих записей у двух тегов есть страница"),
            static (s, v, r) => s with { PairMin = r.Number(v, 1, MostOfAuthor) ?? s.PairMin }) { Most = MostOfAuthor },
        new("menu", FieldType.Menu, Presence.Optional,
            new("The lines of the menu", "Строки меню"),
            static (s, v, r) => s with { Menu = r.List(v, static (r, item) => MenuLine(r, item), ofTexts: false) ?? [] }),
        new("edit_url", FieldType.Address, Presence.Optional,
            new("Address of a source in its repository, with {path}", "Адрес исходного файла в репозитории, с {path}"),
            static (s, v, r) => s with { EditUrl = EditUrl(v, r) }) { Form = @"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*\{path\}\S*$" },
        new("math", FieldType.Flag, Presence.Optional,
            new("Turns TeX into MathML", "Превращать TeX в MathML"),
            static (s, v, r) => s with { Math = r.Flag(v) ?? s.Math }),
        new("highlight", FieldType.Flag, Presence.Optional,
            new("Highlights fenced code", "Подсвечивать код"),
            static (s, v, r) => s with { Highlight = r.Flag(v) ?? s.Highlight }),
        new("typography", FieldType.Flag, Presence.Optional,
            new("Sets quotes, dashes and spaces", "Ставить кавычки, тире и пробелы"),
            static (s, v, r) => s with { Typography = r.Flag(v) ?? s.Typography }),
        new("check", FieldType.Checks, Presence.Optional,
            new(
                "Rules of checking: false, true, error, warning or hint for each",
                "Правила проверки: для каждого false, true, error, warning или hint"),
            static (s, v, r) => s with { Check = CheckFields.Read(v, r) ?? s.Check }),
        new("limits", FieldType.Limits, Presence.Optional,
            new("Bounds of one source file", "Пределы для одного файла"),
            static (s, v, r) => r.IsMapping(v) ? s with { Limits = FieldBinder.Bind(v.Node, Limits, s.Limits, r) } : s),
        new("outputs", FieldType.Outputs, Presence.Optional,
            new("Kinds of output to make; all by default", "Какие виды страниц делать; если не указаны, все"),
            static (s, v, r) => s with { Outputs = Outputs(v, r) ?? s.Outputs }),
        new("static", FieldType.TextList, Presence.Optional,
            new(
                "Files of content/static/ that may act by themselves, such as CNAME or old/index.html; a path that ends in / means all below it",
                "Файлы из content/static/, которым можно действовать самим: CNAME, old/index.html; путь с / на конце — всё внутри"),
            static (s, v, r) => s with { Static = [.. (r.TextList(v) ?? []).Select(path => path.Text)] }),
        new("host", FieldType.Host, Presence.Optional,
            new("The host: its limits are foretold, and its _headers and _redirects are written",
                "Хостинг: о его пределах сборка предупредит заранее и напишет для него _headers и _redirects"),
            static (s, v, r) => s with { Host = Host(v, r) ?? s.Host }),
        new("hub", FieldType.Address, Presence.Optional,
            new("The WebSub hub that `aidigest ping` tells of changed feeds",
                "Хаб WebSub: `aidigest ping` сообщит ему об изменённых лентах"),
            static (s, v, r) => s with { Hub = r.Address(v) }) { Form = @"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*$" },
        new("extra", FieldType.Free, Presence.Optional,
            new("Free values for templates", "Произвольные значения для шаблонов"),
            static (s, v, r) => s with { Extra = r.Free(v) }),
    ];

    public static readonly Field<MenuDraft>[] Menu =
    [
        new("title", FieldType.Text, Presence.Required,
            new("What the line says", "Что написано в строке меню"),
            static (m, v, r) => m with { Title = r.Text(v) }),
        new("to", FieldType.Address, Presence.Required,
            new("A path in the site or an http(s) address", "Путь на сайте или адрес http(s)"),
            static (m, v, r) => m with { To = Target(v, r) }) { Form = @"^(/(?!/)\S*|[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#]\S*)$" },
    ];

    internal sealed record MenuDraft(string? Title, Located? To);

    /// <summary>An address with a mistake gives a stand-in, so that it is not reported as missing.</summary>
    private static string Url(YamlValue value, ValueReader read)
    {
        const string StandIn = "https://example.invalid/";
        if (read.Address(value) is not { } url)
        {
            return StandIn;
        }

        if (WebAddress.ProblemOfBase(url) is not { } problem)
        {
            return url.EndsWith('/') ? url : url + "/";
        }

        var rule = problem == Messages.AddressWithQuery ? Catalogue.BadSiteUrl : Catalogue.BadAddress;
        read.Diagnostics.Add(rule, value.Node, Messages.Value("url", problem));
        return StandIn;
    }

    private static Located? Host(YamlValue value, ValueReader read)
    {
        if (read.Word(value) is not { } host)
        {
            return null;
        }

        if (HostLimits.Of(host) is not null)
        {
            return new Located(host, read.At(value.Node));
        }

        var near = host.Length > 40 ? null : NearestName.Of(host, HostLimits.Names);
        read.Wrong(
            Catalogue.UnknownHost, value, Messages.UnknownHost(host, near),
            near);
        return null;
    }

    private static string? Language(YamlValue value, ValueReader read)
    {
        if (read.Word(value) is not { } language)
        {
            return null;
        }

        if (language is "ru" or "en")
        {
            return language;
        }

        read.Diagnostics.Add(Catalogue.BadLanguage, value.Node, Messages.UnknownLanguageOfSite(language));
        return null;
    }

    private static string? EditUrl(YamlValue value, ValueReader read)
    {
        if (read.Address(value) is not { } url)
        {
            return null;
        }

        if (url.Contains("{path}", StringComparison.Ordinal))
        {
            return url;
        }

        read.Diagnostics.Add(Catalogue.BadEditUrl, value.Node, Messages.EditUrlWithoutPath);
        return null;
    }

    private static MenuItem? MenuLine(ValueReader read, YamlValue item)
    {
        if (!read.IsMapping(item))
        {
            return null;
        }

        var draft = FieldBinder.Bind(item.Node, Menu, new MenuDraft(null, null), read);
        return draft is { Title: { } title, To: { } to } ? new MenuItem(title, to) : null;
    }

    private static Located? Target(YamlValue value, ValueReader read)
    {
        if (read.Word(value) is not { } to)
        {
            return null;
        }

        var inside = to[0] == '/' && !to.StartsWith("//", StringComparison.Ordinal) && !to.Any(char.IsWhiteSpace);
        if (inside || WebAddress.Problem(to) is null)
        {
            return new Located(to, read.At(value.Node));
        }

        read.Diagnostics.Add(
            Catalogue.BadMenuTarget, value.Node,
            Messages.BadMenuTarget(to));
        return null;
    }

    private static OutputSelection? Outputs(YamlValue value, ValueReader read) =>
        read.List(value, static (read, item) => OutputName(read, item)) is { } names
            ? new OutputSelection(names.ToFrozenSet(StringComparer.Ordinal))
            : null;

    private static string? OutputName(ValueReader read, YamlValue item)
    {
        if (read.Word(item) is not { } name || read.OutputNames.Contains(name))
        {
            return read.Word(item);
        }

        var near = name.Length > 40 ? null : NearestName.Of(name, read.OutputNames);
        read.Wrong(Catalogue.UnknownOutput, item, Messages.UnknownOutput(name, near), near);
        return null;
    }
}
