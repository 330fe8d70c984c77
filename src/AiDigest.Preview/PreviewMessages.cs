using AiDigest.Core.Diagnostics;

namespace AiDigest.Preview;

/// <summary>What the preview says in the browser and on the terminal, in both languages.</summary>
internal static class PreviewMessages
{
    /// <summary>The value of <c>lang</c> for the texts below.</summary>
    public static Message Code { get; } = new("en", "ru");

    public static Message CannotBeBuilt { get; } = new("The site cannot be built", "Сайт пока не собирается");

    public static Message GivesWay { get; } = new(
        "The site replaces this page as soon as the mistakes are fixed.", "Как только ошибки исчезнут, здесь появится сайт.");

    /// <summary>Over a page that is there: what follows the number of mistakes.</summary>
    public static Message Below { get; } = new(
        "The page below is the last good one. This goes when the mistake is fixed.",
        "Под этим окном — последняя удачная страница. Исправьте ошибку, и окно закроется само.");

    public static Message Close { get; } = new("Close (Esc)", "Закрыть (Esc)");

    public static Message Mistakes(int count) => new(
        count == 1 ? "A mistake" : Messages.English(count, "mistake", "mistakes"), Messages.Russian(count, "ошибка", "ошибки", "ошибок"));

    public static Message LoopbackOnly { get; } = new(
        "This preview answers to localhost, 127.0.0.1 and [::1] only.",
        "Предпросмотр открывается только по адресам localhost, 127.0.0.1 и [::1].");

    public static Message ReadOnly { get; } = new("A preview can only be read.", "Предпросмотр можно только читать.");

    public static Message NoAddress { get; } = new("This is no address of a site.", "Это не адрес на сайте.");

    public static Message NothingHere { get; } = new("There is nothing at this address.", "По этому адресу ничего нет.");

    public static Message PortTaken(int wanted, int used) =>
        new($"port {wanted} is taken; using {used}", $"порт {wanted} занят; взят {used}");

    /// <param name="reason">What the system says.</param>
    public static Message Polling(string reason) => new(
        $"the system does not tell of changes ({reason}); looking for them instead",
        $"система не сообщает об изменениях ({reason}); программа ищет их сама");
}
