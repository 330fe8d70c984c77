using System.Security.Cryptography;

namespace AiDigest.Core.Search;

/// <summary>
/// Names files by their bytes: 40 bits of SHA-256 as eight letters and digits of RFC 4648's base 32, in lower case for file systems that
/// ignore case.
/// </summary>
internal static class FileName
{
    /// <summary>All files of search lie there, below the output folder.</summary>
    public const string Folder = "assets/search/";

    public const int Bytes = 5;

    /// <summary>Extension of files of numbers, which hosts send as they are.</summary>
    public const string Binary = ".bin";

    /// <summary>Extension of files of text, which hosts compress.</summary>
    public const string Text = ".txt";

    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    public static byte[] Hash(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..Bytes];

    /// <param name="hash">Of <see cref="Bytes"/> bytes.</param>
    /// <param name="extension"><see cref="Binary"/> or <see cref="Text"/>.</param>
    /// <returns>Below the output folder.</returns>
    public static string Path(ReadOnlySpan<byte> hash, string extension)
    {
        var value = 0UL;
        foreach (var one in hash)
        {
            value = (value << 8) | one;
        }

        Span<char> name = stackalloc char[8];
        for (var i = name.Length - 1; i >= 0; i--, value >>= 5)
        {
            name[i] = Digits[(int)(value & 31)];
        }

        return $"{Folder}{name}{extension}";
    }
}
