namespace AiDigest.Core.Diagnostics;

/// <summary>
/// Why a server could not be asked, in Russian. The English text is what the cache of links keeps, so it is the key here.
/// </summary>
internal static class RemoteProblems
{
    private const string Answers = "it answers ";
    private const string Redirects = "it redirects more than ";

    /// <returns>The text itself where it is not known.</returns>
    public static string Russian(string english) => english switch
    {
        "it did not come to an end in time" => "проверка не закончилась вовремя",
        "it did not answer" or "it did not answer in time" => "сервер не ответил",
        "its host is not known" => "такого сервера нет",
        "no connection could be made" => "нет связи с сервером",
        "no secure connection could be made" => "не удалось установить защищённое соединение",
        "its answer is broken" => "сервер ответил неправильно",
        "it could not be asked" => "не удалось отправить запрос",
        "its host is on this machine or in a private network, which is asked with --private-hosts only" =>
            "это адрес вашего компьютера или внутренней сети, для них нужен --private-hosts",
        _ when english.StartsWith(Answers, StringComparison.Ordinal) => "сервер отвечает " + english[Answers.Length..],
        _ when english.StartsWith(Redirects, StringComparison.Ordinal) => "слишком много перенаправлений подряд",
        _ => english,
    };
}
