using System.Globalization;

namespace AiDigest.Core.Diagnostics;

/// <summary>What only <c>check</c> looks for.</summary>
public static partial class Messages
{
    public static Message RepeatedTag(string tag, string first) => new(
        $"'{tag}' is the tag '{first}' again", $"тег «{tag}» уже указан как «{first}»");

    public static Message TagSpelling(string tag, string registered) => new(
        $"content/tags.yaml spells '{tag}' as '{registered}'", $"тег «{tag}» в content/tags.yaml пишется «{registered}»");

    public static Message TagUsedOnce(string tag) => new(
        $"'{tag}' is the tag of this entry alone", $"тег «{tag}» стоит только у этой записи");

    public static Message SimilarTag(string tag, string other) =>
        new Message($"the tag '{tag}' is nearly '{other}'", $"тег «{tag}» почти не отличается от «{other}»") + DidYouMean(other);

    public static Message DateBeforeArxiv(DateOnly month, string id) => new(
        string.Create(CultureInfo.InvariantCulture, $"the date is before {month:yyyy-MM}, the month of arXiv {id}"),
        string.Create(CultureInfo.InvariantCulture, $"дата раньше, чем {month:yyyy-MM}, когда статья arXiv {id} вышла"));

    public static Message NoSource { get; } = new(
        "the entry names no paper: arxiv, doi, url or pdf", "не указана сама статья: нужен arxiv, doi, url или pdf");

    public static Message LeadsToNothing(string written, string address, Message problem) => new(
        $"'{written}' leads to '/{address}': {problem.English}", $"«{written}» ведёт на «/{address}»: {problem.Russian}");

    public static Message PageLinksToNothing(string page, string address, Message problem) => new(
        $"/{page} links to '/{address}': {problem.English}", $"страница /{page} ссылается на «/{address}»: {problem.Russian}");

    public static Message AddressEndsInSlash { get; } = new("its address ends in '/'", "правильный адрес заканчивается на «/»");

    public static Message SiteHasNoSuchAddress { get; } = new("the site has no such address", "такого адреса на сайте нет");

    public static Message PageHasNoSuchId { get; } = new("the page has no such id", "на странице нет такого id");

    public static Message EnglishParagraph(string text) => new($"a paragraph is in English: '{text}'", $"абзац по-английски: «{text}»");

    public static Message ForeignMarkup(string text) => new(
        $"'{text}' is markup of another generator, and readers see it as letters",
        $"«{text}» — разметка другого генератора, читатель увидит её буквами");

    public static Message HyphenForDash { get; } = new(
        "a hyphen stands for a dash in this paragraph; the build sets a dash", "в абзаце дефис вместо тире; при сборке будет тире");

    public static Message StraightQuotes { get; } = new(
        "this paragraph has straight quotes; the build sets the right ones", "в абзаце прямые кавычки; при сборке они станут «ёлочками»");

    public static Message NoSentence { get; } = new("the summary has no sentence", "в пересказе нет ни одного предложения");

    public static Message ShortSummary(int sentences, int fewest) => new(
        $"the summary has {English(sentences, "sentence", "sentences")}, fewer than {N(fewest)}",
        $"в пересказе {Russian(sentences, "предложение", "предложения", "предложений")}, а нужно хотя бы {N(fewest)}");

    public static Message SameArxiv(string id, string where) => new(
        $"arXiv {id} is told already at {where}", $"статья arXiv {id} уже есть: {where}");

    public static Message SameDoi(string doi, string where) => new(
        $"DOI {doi} is told already at {where}", $"статья с DOI {doi} уже есть: {where}");

    public static Message SimilarTitle(string where, string title) => new(
        $"the title is nearly that of {where}: '{title}'", $"заголовок почти такой же, как в {where}: «{title}»");

    public static Message PictureWithoutDescription { get; } = new(
        "the picture has no description: write ![what it shows](file)", "у картинки нет описания: напишите ![что на ней](файл)");

    public static Message ImageWithoutAlt { get; } = new(
        "image has no image_alt that says what it shows", "у image нет image_alt — описания того, что на картинке");

    public static Message LongTitle(int length, int most) => new(
        $"the title has {English(length, "character", "characters")}, more than {N(most)}",
        $"в заголовке {Russian(length, "знак", "знака", "знаков")}, а лучше не больше {N(most)}");

    public static Message LongLead(int length, int most) => new(
        $"the lead has {English(length, "character", "characters")}, more than {N(most)}",
        $"во вступлении (lead) {Russian(length, "знак", "знака", "знаков")}, а лучше не больше {N(most)}");

    public static Message Untrimmed { get; } = new("white space at the ends of the text", "лишние пробелы по краям текста");

    /// <param name="answer">The code that the server answers.</param>
    public static Message RemoteGone(string address, string answer) => new(
        $"{address} is gone: the server answers {answer}", $"{address}: страницы больше нет, сервер отвечает {answer}");

    public static Message RemoteUnreachable(string address, string reason) => new(
        $"{address} could not be reached: {reason}", $"{address}: не удалось открыть: {RemoteProblems.Russian(reason)}");

    public static Message RemoteMoved(string address, string target) => new(
        $"{address} has moved to {target}", $"{address}: страница переехала на {target}");
}
