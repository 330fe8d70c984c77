namespace AiDigest.Core.Markdown.Typography;

/// <summary>The words that the rules know.</summary>
internal static class Words
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Prepositions =
        Set("во ко со на по из от до за об не ни без для изо над обо ото под при про");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Uncounted =
        Set(
            "и а в к о у я во ко со на по из от до за об не ни но да же ли бы то без для над под при про или что как если чем это "
            + "тоже также");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeNumber =
        Set("рис табл стр гл п пп с разд прил вып т ч ур");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EnglishBeforeNumber =
        Set("Fig Figs Eq Eqs Sec Tab No Nos Vol Ch Alg Thm p pp fig eq sec no vol ch");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> BeforeName =
        Set("им ул проф акад св");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set(
        "s ms ns min h hr fps FPS Hz kHz MHz GHz THz B KB MB GB TB PB KiB MiB GiB TiB Kb Mb Gb Mbit Gbit bit bits MB/s GB/s TB/s Mbps Gbps "
        + "K M T px mm cm m km m/s km/h kg g mg W kW MW Wh kWh V A C dB nm FLOPS GFLOPS TFLOPS PFLOPS FLOPs GFLOPs TFLOPs TOPS GPU "
            + "GPUs CPU CPUs TPU TPUs "
        + "million billion trillion pp p.p x");

    public static bool IsRussianPreposition(ReadOnlySpan<char> word) => Has(Prepositions, word, 3);

    /// <summary>Words that a number before them does not count. Capitals are units: 5 В, 10 А.</summary>
    public static bool CountsNothing(ReadOnlySpan<char> word) => Uncounted.Contains(word);

    public static bool StandsBeforeNumber(ReadOnlySpan<char> word, bool russian) =>
        russian ? Has(BeforeNumber, word, 4) : EnglishBeforeNumber.Contains(word);

    public static bool StandsBeforeName(ReadOnlySpan<char> word) => BeforeName.Contains(word);

    public static bool IsUnit(ReadOnlySpan<char> word) => Units.Contains(word);

    /// <summary>Also with a capital at the beginning of a sentence.</summary>
    private static bool Has(HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, ReadOnlySpan<char> word, int longest)
    {
        if (word.Length is 0 || word.Length > longest)
        {
            return false;
        }

        Span<char> lower = stackalloc char[8];
        word.CopyTo(lower);
        lower[0] = char.ToLowerInvariant(lower[0]);
        return words.Contains(lower[..word.Length]);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        new HashSet<string>(words.Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
