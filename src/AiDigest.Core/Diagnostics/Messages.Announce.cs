namespace AiDigest.Core.Diagnostics;

/// <summary>Telling a hub of changed feeds.</summary>
public static partial class Messages
{
    public static Message NoHub { get; } = new(
        "no hub was told: content/site.yaml has no 'hub'; add the address of a WebSub hub",
        "сообщать некому: в content/site.yaml нет «hub»; укажите адрес хаба WebSub");

    public static Message NoAddressToPing { get; } = new(
        "no hub was told: the site has no address; set 'url' in content/site.yaml or give --base-url",
        "хабу нечего сообщить: у сайта нет адреса; укажите «url» в content/site.yaml или --base-url");

    public static Message NothingToPing(string output, Message problem) => new(
        $"no hub was told of '{output}': {problem.English}; run aidigest build first",
        $"о сайте в «{output}» сообщать рано: {problem.Russian}; сначала выполните aidigest build");

    public static Message HubRefused(string hub, int status) => new(
        $"the hub {hub} answered with status {status}; it was not told of the changed feeds",
        $"хаб {hub} ответил кодом {status} и об изменённых лентах не узнал");

    public static Message HubSilent(string hub) => new(
        $"the hub {hub} does not answer; it was not told of the changed feeds",
        $"хаб {hub} не отвечает и об изменённых лентах не узнал");
}
