namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule AddressTaken = Error(
        "AD0501", new("two things take one address", "два источника на один адрес"),
        new("Each file of the site has one source. Change the `slug`, the alias or the file name of one of the two that the message "
            + "names; two tags that fold to one address need a `slug` in `content/tags.yaml`.",
            "У каждого файла сайта один источник. Измените `slug`, старый адрес или имя файла одного из двух, названных в сообщении; "
            + "двум тегам с одинаковым адресом задайте `slug` в `content/tags.yaml`."));

    public static readonly Rule TagTwice = Error(
        "AD0502", new("one tag registered twice", "тег описан дважды"),
        new("A tag and its aliases are named once in `content/tags.yaml`: spellings that differ only in case, Unicode form, spaces, `_` or "
            + "`-` are one tag.",
            "Тег и его другие имена пишут в `content/tags.yaml` один раз. Написания, которые отличаются только регистром, формой Юникода, "
            + "пробелами, `_` и `-`, — один и тот же тег."));

    public static readonly Rule ReservedTagSlug = Error(
        "AD0503", new("a tag takes a reserved address", "тег занимает служебный адрес"),
        new("`/tags/page/` is kept for numbered pages. Give the tag another `slug` in `content/tags.yaml`.",
            "Адрес `/tags/page/` нужен нумерованным страницам. Задайте тегу другой `slug` в `content/tags.yaml`."));

    public static readonly Rule UnknownTimeZone = Error(
        "AD0504", new("unknown time zone", "неизвестный часовой пояс"),
        new("`time_zone` is a name of the IANA database such as `Europe/Moscow`.",
            "`time_zone` — это имя из базы IANA, например `Europe/Moscow`."));

    public static readonly Rule NoSiteUrl = Warning(
        "AD0505", new("the site has no `url`", "у сайта не указан `url`"),
        new("Feeds, the sitemap and canonical links need the site's absolute address; without `url` in `content/site.yaml` they say "
            + "`http://localhost:4000/`.",
            "Лентам, карте сайта и каноническим ссылкам нужен полный адрес сайта. Пока в `content/site.yaml` нет `url`, в них стоит "
            + "`http://localhost:4000/`."));

    public static readonly Rule AddressGone = Warning(
        "AD0506", new("an address of the last build disappears", "адрес из прошлой сборки исчезает"),
        new("Readers and other sites may link to it. If the page has moved, add its old address to `aliases` of the entry or page.",
            "На него могут ссылаться читатели и другие сайты. Если страница переехала, добавьте старый адрес в её `aliases`."));

    public static readonly Rule ReservedName = Error(
        "AD0560", new("a name that Windows reserves", "имя, которого не может быть в Windows"),
        new("Names such as `aux`, `con.txt` or `com1`, and names that end in a dot or have one of `<>:\"|?*`, cannot exist on Windows: "
            + "such a site can be neither built nor checked out there. Choose another file name or `slug`.",
            "В Windows не бывает имён `aux`, `con.txt`, `com1`, имён с точкой на конце и со знаками `<>:\"|?*`: сайт там не собрать и "
            + "даже не скопировать из репозитория. Выберите другое имя файла или `slug`."));

    public static readonly Rule HostLimit = Warning(
        "AD0586", new("the site nears a limit of its host", "сайт подходит к пределу хостинга"),
        new("From 80 % of a limit of the `host` in `content/site.yaml` a build warns, and names the kinds of output that weigh most. Leave "
            + "kinds out of `outputs`, or choose another host.",
            "Когда сайт занимает 80 % предела хостинга, указанного как `host` в `content/site.yaml`, сборка называет самые тяжёлые виды "
            + "страниц и файлов. Уберите лишние виды из `outputs` или выберите другой хостинг."));

    private static Rule[] Plan =>
        [AddressTaken, TagTwice, ReservedTagSlug, UnknownTimeZone, NoSiteUrl, AddressGone, ReservedName, HostLimit];
}
