namespace AiDigest.Core.Search;

/// <summary>Words that are in every text and help no search, so the index leaves them out, and queries pass them by.</summary>
internal static class StopWords
{
    /// <summary>Folded, with spaces between.</summary>
    public const string All =
        "а бы был была были было быть в вам вас во вот все всего всех вы где да для до его ее ей ему если есть еще же за здесь и из "
        + "или им их к как "
        + "какой когда которая которого которое которой которые который которых кто ли либо между меня мне мы на над нам нас не него "
            + "нее ней нет ни "
        + "них но о об он она они оно от по под при про с сам свои своих со так такая также такие такой там те тем то того тоже той "
            + "только том тот "
        + "тут ты у уже чего чем что чтобы эта эти этих это этого этой этом этот я "
        + "a an and are as at be been but by can for from has have in into is it its of on or our such than that the their then there "
            + "these they this to was "
        + "we were which while with";
}
