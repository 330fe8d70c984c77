namespace AiDigest.Core.Diagnostics;

public static partial class Messages
{
    public static Message HostIsSilent(string host, int others) => new(
        $"; {English(others, "more address", "more addresses")} of {host} were not asked",
        $"; ещё {Russian(others, "адрес", "адреса", "адресов")} на {host} не проверяли");

    public static Message AddressesUnasked(int addresses, TimeSpan whole) => new(
        $"{English(addresses, "address was", "addresses were")} not asked: the check of remote addresses ends after "
        + English((long)whole.TotalMinutes, "minute", "minutes"),
        $"не проверено {Russian(addresses, "адрес", "адреса", "адресов")}: на проверку внешних ссылок отводится "
        + Russian((long)whole.TotalMinutes, "минута", "минуты", "минут"));
}
