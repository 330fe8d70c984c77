using AiDigest.Core.Build.Cache;
using AiDigest.Core.Diagnostics;
using static AiDigest.Core.Diagnostics.Messages;

namespace AiDigest.Cli;

/// <summary>What single commands say: <c>explain</c>, <c>import</c>, <c>new</c>, <c>init</c>, <c>deploy</c> and <c>clean</c>.</summary>
internal static partial class CliMessages
{
    public static Message LastBuild(Message decision) => new($"last build: {decision.English}", $"прошлая сборка: {decision.Russian}");

    public static Message NextBuild(Message decision) => new($"next build: {decision.English}", $"следующая сборка: {decision.Russian}");

    public static Message NothingKnown { get; } = new(
        "had no such output, or nothing is known of one", "такого файла не было, или о нём ничего не известно");

    public static Message Kept { get; } = new(
        "kept: neither its key nor its file has changed", "оставлено: не изменились ни ключ, ни файл");

    public static Message RenderedAsNew { get; } = new("rendered: nothing was known of it", "обновлено: о нём ничего не было известно");

    public static Message RenderedAsChanged(string parts) => new($"rendered: {parts} changed", $"обновлено: изменилось {parts}");

    public static Message RenderedAsMissing { get; } = new("rendered: its file was gone", "обновлено: файл пропал");

    public static Message RenderedAsTouched { get; } = new(
        "rendered: its file was not as it had been left", "обновлено: файл изменил кто-то другой");

    public static Message Sources { get; } = new("sources:", "исходные файлы:");

    public static Message Template { get; } = new("template:", "шаблон:");

    public static Message Key { get; } = new("key:", "ключ:");

    public static Message None { get; } = new("none", "нет");

    public static Message Reads(string fields) => new($"reads {fields}", $"читает {fields}");

    public static Message MoreInJson(int count) => new(
        $"and {count} more (--format json has them all)", $"и ещё {count} (все — с --format json)");

    public static Message Was(string hash) => new($" (was {hash})", $" (было {hash})");

    /// <param name="part">The name of a part of the key, the same in both languages.</param>
    public static Message Cause(string part, Message what, ContentChange change) => new(
        $"{part}: {what.English} {change switch { ContentChange.Gained => "is new", ContentChange.Lost => "is gone", _ => "changed" }}",
        $"{part}: {change switch { ContentChange.Gained => "появилось", ContentChange.Lost => "пропало", _ => "изменилось" }} {what.Russian}");

    public static Message Named(string place, string name) => new($"{place}: '{name}'", $"{place}: «{name}»");

    public static Message GainedFrom(string address, string source, string from) => new(
        $"{address} gained {source} from {from}", $"{address}: добавилось {source}, раньше было в {from}");

    public static Message LostTo(string address, string source, string to) => new(
        $"{address} lost {source} to {to}", $"{address}: убрано {source}, теперь в {to}");

    public static Message Gained(Message subject, string source) => new(
        $"{subject.English} gained {source}", $"{subject.Russian}: добавилось {source}");

    public static Message Lost(Message subject, string source) =>
        new($"{subject.English} lost {source}", $"{subject.Russian}: убрано {source}");

    public static Message SourceChanged(string source) => new($"{source} changed", $"{source}: изменилось");

    public static Message FieldReordered(string field) => new(
        $"field '{field}' is in another order", $"поле «{field}»: другой порядок");

    public static Message FieldChanged(string field) => new($"field '{field}' changed", $"поле «{field}»: изменилось");

    /// <param name="subject">As <c>explain</c> names it for programs.</param>
    public static Message Subject(string subject)
    {
        var quote = subject.IndexOf(" '", StringComparison.Ordinal);
        var (kind, name) = quote < 0 ? (subject, "") : (subject[..quote], subject[(quote + 2)..^1]);
        var russian = kind switch
        {
            "tag" => "тег",
            "author" => "автор",
            "feed" => "лента",
            "home" => "главная страница",
            "year" => "год",
            "month" => "месяц",
            "day" => "день",
            "archive" => "архив",
            "sitemap" => "карта сайта",
            "page" => "страница",
            "index of search" => "указатель для поиска",
            "file" => "файл",
            "compressed copy" => "сжатая копия",
            _ => kind,
        };
        return new(subject, name.Length == 0 ? russian : $"{russian} «{name}»");
    }

    public static Message NotMapped(string keys) => new($" (not mapped: {keys})", $" (не перенесено: {keys})");

    public static Message NotImported(string origin, Message reason) => new(
        $"{origin}: not imported: {reason.English}", $"{origin}: не импортировано: {reason.Russian}");

    public static Message SkippedItem(string origin, Message reason) => new(
        $"{origin}: skipped: {reason.English}", $"{origin}: пропущено: {reason.Russian}");

    public static Message WroteItem(string origin, string path, bool dryRun) => new(
        $"{origin}: {(dryRun ? "would write" : "wrote")} {path}", $"{origin}: {(dryRun ? "будет записано" : "записано")} в {path}");

    public static Message LostOfItem(Message what) => new($"  lost: {what.English}", $"  потеряно: {what.Russian}");

    public static Message NoteOfItem(Message what) => new($"  note: {what.English}", $"  учтите: {what.Russian}");

    public static Message ImportSummary(int imported, int skipped, int failed, bool dryRun) => new(
        $"{imported} {(dryRun ? "to import" : "imported")}, {skipped} skipped, {failed} failed",
        $"{(dryRun ? "будет импортировано" : "импортировано")} — {imported}, пропущено — {skipped}, не удалось — {failed}");

    public static Message NotWritten(string path, Message reason) => new($"{path}: {reason.English}", $"{path}: {reason.Russian}");

    public static Message ArxivLeftBlank(Message problem) => new(
        $"{problem.English}; title, authors and date of the paper are left blank",
        $"{problem.Russian}; название, авторы и дата статьи не заполнены");

    public static Message NoEditor { get; } = new(
        "neither $VISUAL nor $EDITOR names an editor; the file is written", "ни $VISUAL, ни $EDITOR не называют редактор; файл записан");

    /// <param name="reason">What the system says.</param>
    public static Message EditorDidNotStart(string editor, string reason) => new(
        $"the editor '{editor}' did not start: {reason}; the file is written", $"не удалось запустить редактор «{editor}»: {reason}; файл записан");

    public static Message Made(string path) => new($"made {path}", $"создано: {path}");

    public static Message KeptFile(string path) => new($"kept {path}", $"не тронуто: {path}");

    public static Message NextSteps(string folder) => new(
        $"\nThe site is in {folder}. Next:\n", $"\nСайт готов: {folder}. Что дальше:\n");

    public static Message NextCommands { get; } = new(
        "  aidigest serve          look at it while you write\n  aidigest new \"Title\"    write an entry\n"
        + "  git init && git push    publish it on GitHub Pages",
        "  aidigest serve              смотреть сайт, пока пишете\n  aidigest new \"Заголовок\"    начать запись\n"
        + "  git init && git push        опубликовать на GitHub Pages");

    public static Message ThemeIsTheSame { get; } = new(
        "templates/ has nothing that differs from the theme", "в templates/ нет отличий от темы");

    public static Message AskLanguage { get; } = new("Language, ru or en", "Язык, ru или en");

    public static Message WriteRuOrEn { get; } = new("please write ru or en", "напишите ru или en");

    public static Message AskTitle { get; } = new("Title", "Название");

    public static Message DefaultTitle { get; } = new("My digest", "Мой дайджест");

    public static Message AskAddress { get; } = new(
        "Address, as https://user.github.io/digest/ (may be set later)",
        "Адрес, например https://user.github.io/digest/ (можно указать потом)");

    public static Message Uploaded(int files, string target, int deleted, int unchanged, bool dryRun) => new(
        $"{(dryRun ? "would upload" : "uploaded")} {English(files, "file", "files")} to {target}, deleted {deleted}, left {unchanged} unchanged",
        $"{(dryRun ? "будет выложено" : "выложено")} в {target}: {Russian(files, "файл", "файла", "файлов")}; "
        + $"удалено — {deleted}, без изменений — {unchanged}");

    public static Message Upload(string path) => new($"upload {path}", $"выложить {path}");

    public static Message Delete(string path) => new($"delete {path}", $"удалить {path}");

    public static Message Pinged(int feeds, string hub, int unchanged, bool dryRun) => new(
        $"{(dryRun ? "would tell" : "told")} {hub} of {English(feeds, "changed feed", "changed feeds")}, {unchanged} unchanged",
        $"{(dryRun ? "хаб узнает" : "хаб узнал")}, что изменилось: {Russian(feeds, "лента", "ленты", "лент")} ({hub}); "
        + $"без изменений — {unchanged}");

    public static Message Removed(int files, string folder) => new(
        $"removed {English(files, "file", "files")} from {folder}", $"удалено из {folder}: {Russian(files, "файл", "файла", "файлов")}");
}
