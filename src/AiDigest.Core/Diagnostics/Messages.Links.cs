namespace AiDigest.Core.Diagnostics;

/// <summary>Links and files.</summary>
public static partial class Messages
{
    public static Message PictureByAddress(string target) => new(
        $"picture '{target}' is named by an address; put the file beside the entry and name it by a relative path",
        $"картинка «{target}» указана адресом; положите файл рядом с записью и укажите относительный путь");

    public static Message LeavesContent(string target) => new($"'{target}' leads out of content/", $"«{target}» ведёт за пределы content/");

    public static Message SeveralEntries(string target, string example) => new(
        $"'{target}' holds several entries; name one by its slug, as in '{example}'",
        $"в «{target}» несколько записей; укажите нужную по её slug, например «{example}»");

    public static Message NoEntryOfSlug(string file, string slug, string? near) =>
        new Message($"no entry of '{file}' has the slug '{slug}'", $"в «{file}» нет записи со slug «{slug}»") + DidYouMean(near);

    public static Message NoPicture(string path) => new($"there is no picture '{path}'", $"нет картинки «{path}»");

    public static Message NothingAt(string path, string? near) =>
        new Message($"nothing is at '{path}'", $"ссылка никуда не ведёт: «{path}»") + DidYouMean(near);

    public static Message FileType(string target, string type, string allowed) => new(
        $"'{target}': files of type '{type}' are not published here; allowed: {allowed}",
        $"«{target}»: файлы типа «{type}» здесь не публикуются; можно: {allowed}");

    public static Message FileTakesAddress(string target, string address, string other) => new(
        $"'{target}' would take the address /{address} of '{other}'; rename one of the two files",
        $"«{target}» займёт адрес /{address} файла «{other}»; переименуйте один из двух файлов");

    public static Message NoSuchHeading(string fragment, string path, string? near) =>
        new Message($"no heading '#{fragment}' in {path}", $"нет заголовка «#{fragment}» в {path}") + DidYouMean(near);

    public static Message NotPublishedYet(string target) => new(
        $"'{target}' is not published yet; the link is plain text until it appears",
        $"«{target}» ещё не вышла; до тех пор вместо ссылки будет обычный текст");

    public static Message NoSuchAddress(string target, string? near) =>
        new Message($"the site has no address '{target}'", $"на сайте нет адреса «{target}»") + DidYouMean(near);

    public static Message SymbolicLink { get; } = new(
        "symbolic links are not followed", "это символическая ссылка, по ним программа не ходит");

    public static Message NameTwice(string other) => new(
        $"another file has the same name in another Unicode form: {other}",
        $"другой файл называется так же, но в другой форме Юникода: {other}");

    /// <param name="hint">What to do about it, such as <see cref="WhereEntriesLive"/>.</param>
    public static Message UnreadFile(Message hint) => new Message("nothing reads this file", "этот файл никто не читает") + hint;

    public static Message YamlEndsInYaml { get; } = new("; YAML files end in .yaml", "; файлы YAML называются *.yaml");

    public static Message MarkdownEndsInMd { get; } = new("; Markdown files end in .md", "; файлы Markdown называются *.md");

    public static Message WhereEntriesLive { get; } = new(
        "; entries are in content/papers/, pages in content/pages/", "; записи лежат в content/papers/, страницы — в content/pages/");

    public static Message WhereFilesLive { get; } = new(
        "; files to publish as they are go to content/static/, pictures go beside their entry in content/papers/",
        "; файлы, которые нужны на сайте как есть, кладите в content/static/, картинки — рядом с записью в content/papers/");
}
