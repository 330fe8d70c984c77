namespace AiDigest.Core.Diagnostics;

/// <summary>Where an old address can be noted.</summary>
public enum AliasPlace
{
    /// <summary>Nowhere: the page follows from entries.</summary>
    None,

    /// <summary>Under <c>aliases</c> of an entry or standing page.</summary>
    Source,

    /// <summary>Under <c>aliases</c> of a tag in tags.yaml.</summary>
    Tag,
}

/// <summary>Addresses, tags and limits of the site.</summary>
public static partial class Messages
{
    public static Message ChangeASlug { get; } = new("give one of them another `slug`", "задайте одной из них другой `slug`");

    public static Message GiveTheTagASlug { get; } = new(
        "give one of them another `slug` in content/tags.yaml", "задайте одному из тегов свой `slug` в content/tags.yaml");

    public static Message AddressGone(string address, AliasPlace place) => new(
        $"the address /{address} of the last build disappears" + place switch
        {
            AliasPlace.Source => "; add it to `aliases` if its page has moved",
            AliasPlace.Tag => "; if the tag has another name now, put its old one under `aliases` of that tag in content/tags.yaml",
            _ => "",
        },
        $"адрес /{address} был в прошлой сборке, а теперь исчезает" + place switch
        {
            AliasPlace.Source => "; если страница переехала, добавьте его в `aliases`",
            AliasPlace.Tag => "; если тег переименован, запишите старое имя в `aliases` нового тега в content/tags.yaml",
            _ => "",
        });

    /// <param name="what">What takes the address, such as <see cref="TheEntry"/>.</param>
    /// <param name="spelled">Another spelling of the address that differs in case; null: the addresses are equal.</param>
    /// <param name="where">The place of the owner; null where it has none.</param>
    public static Message AddressTaken(Message what, string address, string? spelled, Message owner, string? where, Message? fix) => new(
        $"{what.English} takes the address /{address}, which "
        + $"{(spelled is null ? "" : $"differs only in case from /{spelled} and ")}belongs to "
        + $"{owner.English}{(where is null ? "" : $" ({where})")}{(fix is { } english ? "; " + english.English : "")}",
        $"адрес /{address} {(spelled is null ? "" : $"отличается только регистром от /{spelled} и ")}уже занят: "
        + $"на него претендуют {what.Russian} и {owner.Russian}{(where is null ? "" : $" ({where})")}"
        + $"{(fix is { } russian ? "; " + russian.Russian : "")}");

    public static Message WindowsHasNoSuchName(Message what, string address, string name) => new(
        $"{what.English} takes the address /{address}, and Windows can have no file named '{name}'",
        $"{what.Russian}: для адреса /{address} нужен файл «{name}», а в Windows таких имён не бывает");

    public static Message TheEntry(string title) => new($"the entry '{title}'", $"запись «{title}»");

    public static Message TheCitationOf(string title) => new($"the citation of '{title}'", $"ссылка для цитирования записи «{title}»");

    public static Message TheMarkdownOf(string title) => new($"the Markdown of '{title}'", $"Markdown записи «{title}»");

    public static Message ThePage(string title) => new($"the page '{title}'", $"страница «{title}»");

    public static Message TheTag(string title) => new($"the tag '{title}'", $"тег «{title}»");

    public static Message TheAlias(string address) => new($"the alias '/{address}'", $"старый адрес «/{address}»");

    public static Message TheFeedOfTheAlias(string address) =>
        new($"the feed of the alias '/{address}'", $"лента по старому адресу «/{address}»");

    public static Message ThePageOfTheSite(string name) => new($"the {name} page of the site", $"служебная страница сайта ({name})");

    public static Message TheFile(string path) => new($"the file '{path}'", $"файл «{path}»");

    public static Message TheAsset(string name) => new($"the theme's asset '{name}'", $"файл темы «{name}»");

    public static Message TheSearchIndex { get; } = new("the index of search", "указатель для поиска");

    public static Message NoSiteUrl(string standIn) => new(
        $"the site has no `url`; ids of feeds say {standIn}", $"у сайта не указан `url`; в лентах будет {standIn}");

    public static Message UnknownTimeZone(string zone, string? near) =>
        new Message($"unknown time zone {Q(zone)}", $"неизвестный часовой пояс {R(zone)}")
        + (near is null ? new("; names are of the form Europe/Moscow", "; названия выглядят так: Europe/Moscow") : DidYouMean(near));

    public static Message TagRegisteredAlready(string tag, string other, string where) => new(
        $"tag '{tag}' is registered already as '{other}' at {where}", $"тег «{tag}» уже описан как «{other}» ({where})");

    public static Message AliasMeansAnotherTag(string alias, string tag, string other) => new(
        $"alias '{alias}' of tag '{tag}' already means tag '{other}'",
        $"«{alias}» указано среди имён тега «{tag}», но это имя уже занято тегом «{other}»");

    public static Message ReservedTagAddress(string tag) => new(
        $"tag '{tag}' would take the reserved address /tags/page/; give it a `slug` in content/tags.yaml",
        $"тегу «{tag}» достался бы служебный адрес /tags/page/; задайте ему `slug` в content/tags.yaml");

    public static Message MenuLeadsNowhere(string target, string? near) =>
        new Message($"the menu leads to '{target}', which the site does not have", $"пункт меню ведёт на «{target}», а такого адреса нет")
        + DidYouMean(near);

    public static Message HostTakesFewerFiles(long files, string percent, long most, string host, string heaviest) => new(
        $"the site has {Grouped(files)} files, {percent} of the {Grouped(most)} that {host} takes; "
        + $"to switch off in `outputs` saves files: {heaviest}",
        $"на сайте файлов — {Spaced(files)}, это {percent} от {Spaced(most)}, которые принимает {host}; "
        + $"больше всего файлов убавится, если выключить в `outputs`: {heaviest}");

    public static Message HostTakesFewerBytes(long bytes, string percent, long most, string host, string heaviest) => new(
        $"the site has {Megabytes(bytes)}, {percent} of the {Megabytes(most)} that {host} takes; "
        + $"to switch off in `outputs` saves {heaviest}",
        $"сайт занимает {RussianMegabytes(bytes)}, это {percent} от {RussianMegabytes(most)}, которые принимает {host}; "
        + $"легче всего он станет, если выключить в `outputs`: {heaviest}");

    public static Message HostTakesSmallerFiles(string path, long bytes, string percent, long most, string host) => new(
        $"{path} has {Megabytes(bytes)}, {percent} of the {Megabytes(most)} that {host} takes of one file",
        $"{path} занимает {RussianMegabytes(bytes)}, это {percent} от {RussianMegabytes(most)}, предела {host} для одного файла");

    private static string Grouped(long value) => value.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);

    private static string Spaced(long value) => Grouped(value).Replace(',', '\u00A0');

    private static string Megabytes(long bytes) =>
        (bytes / 1e6).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " MB";

    private static string RussianMegabytes(long bytes) =>
        (bytes / 1e6).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture).Replace('.', ',') + "\u00A0МБ";
}
