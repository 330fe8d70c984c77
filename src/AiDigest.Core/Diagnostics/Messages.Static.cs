namespace AiDigest.Core.Diagnostics;

public static partial class Messages
{
    public static Message FileForHost(string name) => new(
        $"'{MessageText.Shown(name)}' tells the host what to do; if it is meant, add '{MessageText.Shown(name)}' to `static` of site.yaml",
        $"файл «{MessageText.Shown(name)}» управляет хостингом; если так и задумано, впишите его в `static` в site.yaml");

    public static Message FileWithScript(string name) => new(
        $"'{MessageText.Shown(name)}' can run script on the site; if it is meant, add '{MessageText.Shown(name)}' to `static` of site.yaml",
        $"файл «{MessageText.Shown(name)}» может выполнить скрипт на сайте; если так и задумано, впишите его в `static` в site.yaml");
}
