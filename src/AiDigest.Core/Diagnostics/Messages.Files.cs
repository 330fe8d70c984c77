namespace AiDigest.Core.Diagnostics;

/// <summary>Failures of files and of outside programs, and deployments.</summary>
public static partial class Messages
{
    public static Message NothingToDeploy(string output, Message problem) => new(
        $"nothing was deployed from '{output}': {problem.English}; run aidigest build first",
        $"из «{output}» выложить нечего: {problem.Russian}; сначала выполните aidigest build");

    /// <param name="foreign">A file at the target, or what it lies on.</param>
    public static Message ForeignAtTarget(string foreign) => new(
        $"nothing was deployed: {foreign} at the target was not put there by deploy; --overwrite takes it over",
        $"ничего не выложено: {foreign} в назначении положил туда не deploy; --overwrite разрешит перезаписать");

    public static Message TargetIsNoAddress(string target, string example) => new(
        $"the target '{target}' is no address; write it as in '{example}'",
        $"назначение «{target}» — не адрес; пишите так: «{example}»");

    public static Message HoldsNoBuild { get; } = new("it holds no build", "там нет собранного сайта");

    public static Message BuildUnfinished { get; } = new("its last build did not finish", "последняя сборка не закончилась");

    public static Message ManifestDamaged { get; } = new("its manifest is damaged", "список файлов сайта повреждён");

    public static Message FilesMissing(string first, int more) => new(
        $"{first} is missing{(more > 0 ? $", and {N(more)} more" : "")}",
        $"нет файла {first}{(more > 0 ? $" и ещё {Russian(more, "файла", "файлов", "файлов")}" : "")}");

    public static Message ProgramFailed(string command, int code, string said) => new(
        $"{command} ended with exit code {N(code)}{(said.Length > 0 ? ": " + said : "")}",
        $"{command}: код возврата {N(code)}{(said.Length > 0 ? ": " + said : "")}");

    /// <param name="reason">What the system says.</param>
    public static Message ProgramDidNotStart(string name, string reason) => new(
        $"{name} did not start ({reason}); is it installed?", $"не удалось запустить {name} ({OutsideTexts.OfSystem(reason)}); программа установлена?");

    public static Message UnpacksToMore(string path, long mebibytes) => new(
        $"'{path}' unpacks to more than {N(mebibytes)} MiB", $"«{path}» после распаковки займёт больше {N(mebibytes)} МиБ");

    /// <inheritdoc cref="ProgramDidNotStart"/>
    public static Message CannotBeUnpacked(string path, string reason) => new(
        $"'{path}' cannot be unpacked: {reason}", $"«{path}» не распаковать: {reason}");

    public static Message NotWrittenThroughLink(string path) => new(
        $"'{path}' is a symbolic link; nothing is written through it", $"«{path}» — символическая ссылка; через неё программа не пишет");

    public static Message FileTooLargeToRead(string path) => new(
        $"the file '{path}' is too large to be read whole", $"файл «{path}» слишком велик, чтобы прочитать его целиком");

    public static Message LinksInACircle(string path) => new(
        $"the links of '{path}' go round in a circle", $"символические ссылки «{path}» замкнуты в круг");

    public static Message NoRegularFile(string path) => new(
        $"'{path}' is no regular file, but a folder, a pipe, a socket or a device",
        $"«{path}» — не обычный файл, а папка, канал, сокет или устройство");

    public static Message FileEnded(string path) => new(
        $"the file '{path}' ended while it was read", $"файл «{path}» укоротился, пока его читали");

    /// <param name="reason">What the system says.</param>
    public static Message InputOutput(string reason) => new(reason, $"не получилось прочитать или записать файл: {OutsideTexts.OfSystem(reason)}");
}
