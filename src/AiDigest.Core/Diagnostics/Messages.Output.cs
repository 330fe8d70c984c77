namespace AiDigest.Core.Diagnostics;

/// <summary>The output folder and where it may be.</summary>
public static partial class Messages
{
    public static Message OutputRefused(string output, Message reason) => new(
        $"the output folder '{output}' is refused: {reason.English}", $"папка «{output}» для сайта не годится: {reason.Russian}");

    public static Message TargetRefused(string target, Message reason) => new(
        $"the target '{target}' is refused: {reason.English}", $"назначение «{target}» не годится: {reason.Russian}");

    public static Message OutputHasLink(string link) => new(
        $"{link} in it is a symbolic link, which the tool has not made; remove it",
        $"в ней есть чужая символическая ссылка {link}; удалите её");

    public static Message HasLink(string link) => new($"{link} in it is a symbolic link", $"в ней есть символическая ссылка {link}");

    public static Message IsFileSystemRoot { get; } = new("it is the root of the file system", "это корень файловой системы");

    public static Message IsSiteRoot { get; } = new("it is the site root", "это корень сайта");

    public static Message HoldsSiteRoot { get; } = new("the site root lies in it", "внутри неё лежит сам сайт");

    public static Message IsFolder(string name) => new($"it is {name}/", $"это папка {name}/");

    public static Message LiesIn(string name) => new($"it lies in {name}/", $"она внутри {name}/");

    public static Message HoldsFolder(string name) => new($"{name}/ lies in it", $"внутри неё лежит {name}/");

    public static Message IsOutputFolder { get; } = new(
        "it is the output folder, lies in it or above it", "это папка сайта, папка внутри неё или над ней");

    public static Message IsFile { get; } = new("it is a file", "это файл");

    public static Message IsGitFolder { get; } = new("it is a folder .git", "это папка .git");

    public static Message LiesInGitFolder { get; } = new("it lies in a folder .git", "она внутри папки .git");

    public static Message ReachedThroughLink(string link) => new(
        $"it is reached through the symbolic link {link}", $"путь к ней идёт через символическую ссылку {link}");

    public static Message CannotBeWritten(string address, Message reason) => new(
        $"/{address} cannot be written: {reason.English}", $"/{address} не записать: {reason.Russian}");

    public static Message WouldOverwrite(string address) => new(
        $"/{address} would overwrite a file that the tool has not made", $"на месте /{address} лежит файл, который создала не программа");

    public static Message NoFileHasThisName { get; } = new("no file can have this name", "файла с таким именем не бывает");

    public static Message FileAndFolder { get; } = new(
        "the site needs a file and a folder of one name", "сайту нужны файл и папка с одним именем");

    public static Message FileForFolder { get; } = new(
        "a file that the tool has not made is where a folder is needed", "там, где нужна папка, лежит файл, который создала не программа");

    public static Message FolderInTheWay { get; } = new(
        "a folder with files that the tool has not made is there", "там папка с файлами, которые создала не программа");

    public static Message LinkInTheWay { get; } = new(
        "a symbolic link that the tool has not made is in the way", "мешает символическая ссылка, которую создала не программа");
}
