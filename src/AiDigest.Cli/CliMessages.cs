using System.Globalization;
using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using static AiDigest.Core.Diagnostics.Messages;

namespace AiDigest.Cli;

/// <summary>
/// What the commands say beside diagnostics, in both languages. A member is a template: its parameters are the named arguments. Words that
/// programs read (keys of JSON, ids, severities) are not here.
/// </summary>
internal static partial class CliMessages
{
    // ---- wrong usage

    public static Message SeeHelp { get; } = new("see aidigest --help", "справка: aidigest --help");

    public static Message SarifIsForCheck { get; } = new("--format sarif is for check alone", "--format sarif есть только у check");

    public static Message UnknownOption(string word, string? near) =>
        new Message($"unknown option '{word}'", $"неизвестный параметр «{word}»") + DidYouMean(near);

    public static Message UnknownCommand(string word, string? near) =>
        new Message($"unknown command '{word}'", $"неизвестная команда «{word}»") + DidYouMean(near);

    public static Message UnexpectedWord(string word) => new($"unexpected '{word}'", $"лишнее слово «{word}»");

    public static Message CommandMissing { get; } = new("a command is missing", "не указана команда");

    public static Message ArgumentMissing(string symbol) => new($"a value for {symbol} is missing", $"не хватает значения для {symbol}");

    public static Message OneValueOnly(string option) => new($"{option} takes one value", $"у {option} может быть только одно значение");

    public static Message NotAmong(string value, string known) => new(
        $"'{value}' is not known; use {known}", $"значение «{value}» не подходит; возможные: {known}");

    public static Message NotReadable(string value, string option) => new(
        $"'{value}' is no value for {option}", $"значение «{value}» не подходит для {option}");

    public static Message NoSiteHere { get; } = new(
        "no site found: neither this folder nor one above it has a folder content/. A site is a folder with content/papers/ in it: name it "
        + "with --root, or make one with 'aidigest init FOLDER'",
        "сайт не найден: ни в этой папке, ни выше нет папки content/. Сайт — это папка, в которой есть content/papers/: укажите её через "
        + "--root или создайте новую командой «aidigest init ПАПКА»");

    public static Message NoSiteIn(string folder) => new(
        $"no site found: '{folder}' has no folder content/. A site is a folder with content/papers/ in it; 'aidigest init FOLDER' makes one",
        $"сайт не найден: в «{folder}» нет папки content/. Сайт — это папка, в которой есть content/papers/; новую создаст команда "
        + "«aidigest init ПАПКА»");

    public static Message NowNeedsAMoment(string given) => new(
        $"--now needs a moment with an offset such as 2026-11-14T09:00:00+03:00, not '{given}'",
        $"--now: нужен момент со смещением, например 2026-11-14T09:00:00+03:00, а не «{given}»");

    public static Message JobsNeedsANumber(int given) => new(
        $"--jobs needs a number from 1 to 1024, not {given.ToString(CultureInfo.InvariantCulture)}",
        $"--jobs: нужно число от 1 до 1024, а не {given.ToString(CultureInfo.InvariantCulture)}");

    public static Message BaseUrlNeedsAnAddress(string given) => new(
        $"--base-url needs an absolute http(s) address such as https://user.github.io/digest/, not '{given}'",
        $"--base-url: нужен полный адрес http(s), например https://user.github.io/digest/, а не «{given}»");

    public static Message PortNeedsANumber(int given) => new(
        $"--port needs a number from 0 to 65535, not {given.ToString(CultureInfo.InvariantCulture)}",
        $"--port: нужно число от 0 до 65535, а не {given.ToString(CultureInfo.InvariantCulture)}");

    public static Message NeedsADay(string option, string given) => new(
        $"{option} needs a day such as 2026-11-14, not '{given}'", $"{option}: нужен день, например 2026-11-14, а не «{given}»");

    public static Message FixWithStdin { get; } = new(
        "--fix changes files; it cannot go with --stdin", "--fix меняет файлы, вместе с --stdin его не указывают");

    public static Message StdinNeedsPath { get; } = new(
        "--stdin needs --path, the place where the text would be, such as content/papers/x.md",
        "для --stdin нужен --path — место, где лежал бы текст, например content/papers/x.md");

    public static Message PathOutsideOfTheSite(string given) => new(
        $"--path needs a place in content/ or templates/ of the site, not '{given}'",
        $"--path: нужно место в content/ или templates/ сайта, а не «{given}»");

    public static Message NoSuchAddress(string address, string? near) =>
        new Message($"the site has no address '{address}'", $"на сайте нет адреса «{address}»") + DidYouMean(near);

    public static Message NoSuchFile(string path) => new($"there is no file or folder '{path}'", $"нет файла или папки «{path}»");

    public static Message DefaultTagsNeedATag { get; } = new(
        "--default-tags needs at least one tag, since an entry must have one",
        "--default-tags: нужен хотя бы один тег, без тега записи не бывает");

    public static Message DiffWithoutTheme { get; } = new("--diff goes with --theme", "--diff указывают вместе с --theme");

    public static Message FolderIsAFile(string path) =>
        new($"'{path}' is a file; init needs a folder", $"«{path}» — файл, а init нужна папка");

    public static Message FolderIsASite(string path) => new(
        $"'{path}' holds a site already; nothing was written (init --theme copies the theme)",
        $"в «{path}» уже есть сайт, ничего не записано (тему копирует init --theme)");

    public static Message FolderIsNoSite(string path) => new(
        $"no site found: '{path}' has no folder content/", $"сайт не найден: в «{path}» нет папки content/");

    public static Message BadUrl(string text) => new(
        $"'{text}' is no absolute http(s) address such as https://user.github.io/digest/",
        $"«{text}» — не полный адрес http(s) вроде https://user.github.io/digest/");

    public static Message AtOption(string option, Message problem) => new($"{option}: {problem.English}", $"{option}: {problem.Russian}");

    public static Message BlankTitle { get; } = new("the title is blank", "заголовок пустой");

    public static Message ArxivNeedsAnId(string given) => new(
        $"--arxiv needs an id such as 2411.19108, or an address such as https://arxiv.org/abs/2411.19108, not '{given}'",
        $"--arxiv: нужен номер, например 2411.19108, или адрес, например https://arxiv.org/abs/2411.19108, а не «{given}»");

    public static Message SlugNeedsLetters(string given, string meant) =>
        new Message(
            $"--slug needs letters a to z, digits and hyphens, not '{given}'", $"--slug: годятся только a–z, 0–9 и дефис, а не «{given}»")
        + DidYouMean(meant);

    // ---- how a run ends

    public static Message Interrupted { get; } = new(
        "interrupted; the last good site is as it was", "прервано; последний удачный сайт не тронут");

    /// <param name="reason">What the system says.</param>
    public static Message OutputNotWritten(string reason) => new(
        $"the work is done, but standard output could not be written: {reason}", $"работа сделана, но вывести результат не удалось: {reason}");

    public static Message WaitingForABuild { get; } = new(
        "another build of this output folder is running; waiting for it", "эту папку сейчас собирает другая сборка; ждём её");

    // ---- diagnostics and summaries

    /// <summary>What comes before the line as it should be.</summary>
    public static Message FixLabel { get; } = new("fix", "правильно");

    public static Message Fixed(string place, string id, Message rule) => new(
        $"fixed {place} {id}: {rule.English}", $"исправлено {place} {id}: {rule.Russian}");

    public static Message Checked(Message has, string seconds, int errors, int warnings, int hints) => new(
        $"checked {has.English} in {seconds} s: {English(errors, "error", "errors")}, {English(warnings, "warning", "warnings")}, "
        + $"{English(hints, "hint", "hints")}",
        $"проверено за {seconds} с: {has.Russian}; {Errors(errors)}, {Warnings(warnings)}, "
        + $"{Russian(hints, "подсказка", "подсказки", "подсказок")}");

    public static Message BuildFailed(int errors, int warnings) => new(
        $"failed: {English(errors, "error", "errors")}, {English(warnings, "warning", "warnings")}; nothing was written",
        $"не собрано: {Errors(errors)}, {Warnings(warnings)}; ни один файл не записан");

    public static Message Built(string seconds, string place) => new(
        $"built in {seconds} s: the site is in {place}", $"собрано за {seconds} с: сайт в {place}");

    public static Message LeftOut(string place, string title, Message when) => new(
        $"left out: {place} '{title}': {when.English}", $"не публикуется: {place} «{title}»: {when.Russian}");

    public static Message Appears(string moment) => new($"appears {moment}", $"выйдет {moment}");

    public static Message ADraft { get; } = new("a draft", "черновик");

    public static Message Has(int entries, int tags, int pages) => new(
        $"{English(entries, "entry", "entries")}, {English(tags, "tag", "tags")}, {English(pages, "page", "pages")}",
        $"{Russian(entries, "запись", "записи", "записей")}, {Russian(tags, "тег", "тега", "тегов")}, "
        + $"{Russian(pages, "страница", "страницы", "страниц")}");

    public static Message Did(int written, int unchanged, int deleted) => new(
        $"; {English(written, "file", "files")} written, {unchanged} unchanged, {deleted} deleted",
        $"; записано {Russian(written, "файл", "файла", "файлов")}, без изменений — {unchanged}, удалено — {deleted}");

    public static Message AndWarnings(int count) => new($"; {English(count, "warning", "warnings")}", $"; {Warnings(count)}");

    public static Message LastGoodSiteStays(int errors) => new(
        $"{English(errors, "error", "errors")}; the last good site stays", $"{Errors(errors)}; показан последний удачный сайт");

    public static Message Serving(string address) => new(
        $"serving {address} (Ctrl-C ends)", $"сайт открыт: {address} (остановить — Ctrl-C)");

    public static Message Seconds { get; } = new("s", "с");

    public static Message AndMore(int count) => new($" and {count} more", $" и ещё {count}");

    public static Message CacheIgnored { get; } = new(
        "the cache in .aidigest/ is ignored: it is damaged, or another user's builds wrote it",
        "кэш в .aidigest/ не используется: он повреждён, или его написал кто-то другой");

    public static Message StageHead { get; } = new(
        $"{"stage",-22} {"ms",9} {"items",9} {"MiB allocated",14} {"MiB held",9}",
        $"{"шаг",-22} {"мс",9} {"штук",9} {"выделено МиБ",14} {"МиБ",9}");

    /// <param name="construct">What the faster engine cannot do, in the words of templates.</param>
    public static Message SlowerEngine(string place, string construct, string layout) => new(
        $"{place}: {construct}: {layout} is rendered by the slower engine",
        $"{place}: {layout} строит медленный движок шаблонов ({construct})");

    /// <summary>The name of a stage of a build, for a terminal.</summary>
    public static Message Stage(string name) => new(name, name switch
    {
        "list" => "список файлов",
        "read, compare" => "чтение, сравнение",
        "cached entries" => "записи из кэша",
        "look at the site" => "осмотр сайта",
        "parse, render bodies" => "разбор текстов",
        "theme" => "тема",
        "plan" => "состав сайта",
        "render, write" => "страницы",
        "put in place" => "замена файлов",
        "cache" => "кэш",
        _ => name,
    });

    private static string Errors(int count) => Russian(count, "ошибка", "ошибки", "ошибок");

    private static string Warnings(int count) => Russian(count, "предупреждение", "предупреждения", "предупреждений");
}
