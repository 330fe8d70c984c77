namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule RemoteImage = Error(
        "AD0401", new("remote image", "картинка с чужого сайта"),
        new("A page asks nothing of other hosts, and pictures there disappear. Put the file beside the entry and name it by a "
            + "relative path.",
            "Страницы ничего не загружают с чужих серверов, да и картинки там пропадают. Положите файл рядом с записью и укажите "
            + "относительный путь."));

    public static readonly Rule DeadLink = Error(
        "AD0402", new("a dead internal link", "ссылка внутри сайта никуда не ведёт"),
        new("A link within the site names an entry's or page's source file, a file beside the entry, an address of the site, or a heading "
            + "by `#` and its words. Nothing is where this one leads.",
            "Ссылка внутри сайта ведёт к исходному файлу записи или страницы, к файлу рядом с записью, к адресу на сайте или к заголовку "
            + "(`#` и его слова). По этой ссылке ничего нет."));

    public static readonly Rule LeavesContent = Error(
        "AD0403", new("a path leaves content/", "путь выходит из content/"),
        new("Only what lies in `content/` can be published.", "Опубликовать можно только то, что лежит в `content/`."));

    public static readonly Rule MissingImage = Error(
        "AD0404", new("a missing image", "картинки нет"),
        new("The picture is not there. Paths are relative to the file that names them.",
            "Такого файла нет. Путь считается от файла, в котором он написан."));

    public static readonly Rule FileType = Error(
        "AD0405", new("a file of this type is not published", "файлы этого типа не публикуются"),
        new("Files beside an entry may be png, jpg, jpeg, webp, avif, gif, pdf, csv, txt, bib and zip; pictures are png, jpg, jpeg, webp, "
            + "avif or gif. Anything else belongs to the owner's `content/static/`.",
            "Рядом с записью могут лежать png, jpg, jpeg, webp, avif, gif, pdf, csv, txt, bib и zip; картинки — png, jpg, jpeg, webp, "
            + "avif и gif. Всё остальное кладите в `content/static/`."));

    public static readonly Rule LinkToSkipped = Warning(
        "AD0406", new("a link to an entry that is not published yet", "ссылка на запись, которая ещё не вышла"),
        new("The target is a draft or dated in the future: the link is plain text until it appears.",
            "Запись — черновик или датирована будущим. Пока она не выйдет, вместо ссылки будет обычный текст."));

    public static readonly Rule SymbolicLink = Error(
        "AD0407", new("a symbolic link in the sources", "символическая ссылка среди файлов сайта"),
        new("Links are not followed, since they could publish files from outside the repository. Put the file itself in its place.",
            "По символическим ссылкам программа не ходит: так на сайт попали бы файлы не из репозитория. Положите сам файл."));

    public static readonly Rule NamesTwice = Error(
        "AD0408", new("two file names that are one in Unicode's composed form", "два имени файла совпадают после нормализации Юникода"),
        new("Some systems keep й as two characters. Rename one of the two files.",
            "Некоторые системы хранят «й» двумя знаками. Переименуйте один из двух файлов."));

    public static readonly Rule UnreadFile = Warning(
        "AD0409", new("a file in content/ that nothing reads", "файл в content/, который никто не читает"),
        new("Entries end in `.md` or `.yaml` and are in `content/papers/`, pages end in `.md` and are in `content/pages/`, files to "
            + "copy are in `content/static/`.",
            "Записи (`.md` или `.yaml`) лежат в `content/papers/`, страницы (`.md`) — в `content/pages/`, файлы для копирования — в "
            + "`content/static/`."));

    private static Rule[] Links =>
        [RemoteImage, DeadLink, LeavesContent, MissingImage, FileType, LinkToSkipped, SymbolicLink, NamesTwice, UnreadFile];
}
