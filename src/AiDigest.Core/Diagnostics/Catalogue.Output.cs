namespace AiDigest.Core.Diagnostics;

public static partial class Catalogue
{
    public static readonly Rule ForeignFile = Error(
        "AD0701",
        new("a file that the tool does not own is at an address of the site",
            "место страницы занято файлом, который создала не программа"),
        new("The tool overwrites only what it made. Move the file to `content/static/`, remove it, or choose another output folder.",
            "Программа перезаписывает только свои файлы. Перенесите файл в `content/static/`, удалите его или выберите другую папку "
            + "для сайта."));

    private static Rule[] Output => [ForeignFile];
}
