namespace AiDigest.Core.Diagnostics;

public static partial class Messages
{
    public static Message TemplateTakesTooLong(int steps) => new(
        $"the page takes more than {English(steps, "step", "steps")}; a loop or a function never ends",
        $"странице нужно больше {steps} шагов: какой-то цикл или функция не кончается");

    /// <param name="page">The address of the page, without its first slash.</param>
    /// <param name="places">Where the template was included, innermost first.</param>
    public static Message OnPage(string page, IReadOnlyList<string> places) => new(
        $" (on /{page}{string.Concat(places.Select(place => $", included at {place}"))})",
        $" (на /{page}{string.Concat(places.Select(place => $", включён в {place}"))})");

    public static Message TooManyBraces(int most) => new(
        $"more than {most} braces that nothing closes",
        $"больше {most} незакрытых фигурных скобок");

    public static Message TemplateTooLarge(int most) => new(
        $"the template has more than {English(most, "character", "characters")}",
        $"в шаблоне больше {Russian(most, "знака", "знаков", "знаков")}");
}
