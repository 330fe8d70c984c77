using AiDigest.Core.Content;
using AiDigest.Core.Model;
using Xunit;

namespace AiDigest.Tests.Content;

public class PictureHeaderTests
{
    public static TheoryData<string, string, int, int> Pictures => new()
    {
        { "png", "89504E470D0A1A0A0000000D49484452 00000280 000001E0 0806000000", 640, 480 },
        { "gif", "474946383961 8002 E001 F70000", 640, 480 },
        { "jpeg", "FFD8 FFE000104A46494600010100000100010000 FFC0001108 01E0 0280 03012200", 640, 480 },
        { "jpeg, progressive, after a comment and filling", "FFD8 FFFE000461 62 FFFF FFC2001108 01E0 0280 03012200", 640, 480 },
        { "jpeg turned by Exif",
            "FFD8 FFE10022 457869660000 4D4D002A00000008 0001 0112 0003 00000001 00060000 00000000 FFC0001108 01E0 0280 03012200", 480,
            640 },
        { "jpeg turned by half",
            "FFD8 FFE10022 457869660000 49492A0008000000 0100 1201 0300 01000000 03000000 00000000 FFC0001108 01E0 0280 03012200", 640,
            480 },
        { "webp, lossy", "52494646 24000000 57454250 56503820 18000000 300100 9D012A 8002 E001 0000", 640, 480 },
        { "webp, lossless", "52494646 24000000 57454250 5650384C 18000000 2F 7FC27700 0000000000000000", 640, 480 },
        { "webp, extended", "52494646 24000000 57454250 56503858 0A000000 10000000 7F0200 DF0100", 640, 480 },
        { "avif with a thumbnail",
            "0000001C6674797061766966 00000000 0000001469737065 00000000 00000280 000001E0 0000001469737065 00000000 00000050 0000003C",
            640, 480 },
    };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_size_is_read_from_the_header(string what, string hex, int width, int height)
    {
        var bytes = Bytes(hex);
        Assert.True(PictureHeader.SizeOf(bytes) == new PictureSize(width, height), $"{what}: {PictureHeader.SizeOf(bytes)}");
    }

    /// <summary>Every beginning of a file gives its size or nothing.</summary>
    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_cut_file_is_no_mishap(string what, string hex, int width, int height)
    {
        var bytes = Bytes(hex);
        for (var length = 0; length < bytes.Length; length++)
        {
            var size = PictureHeader.SizeOf(bytes.AsSpan(0, length));
            Assert.True(size is null || size == new PictureSize(width, height)
                || what.StartsWith("avif", StringComparison.Ordinal), $"{what}, {length} bytes: {size}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("78")]
    [InlineData("89504E470D0A1A0A0000000D49484452 00000000 000001E0")]
    [InlineData("89504E470D0A1A0A0000000D49484452 FFFFFFFF 000001E0")]
    [InlineData("FFD8 FFC4 0000 FFC4 0000")]
    [InlineData("FFD8 FFE10022 457869660000 4D4D002AFFFFFFFF 0001 0112 0003 00000001 00060000 00000000")]
    public void What_tells_nothing_gives_nothing(string hex) => Assert.Null(PictureHeader.SizeOf(Bytes(hex)));

    [Fact]
    public void No_bytes_make_it_throw()
    {
        var random = new Random(7);
        foreach (var (_, hex, _, _) in Pictures.Select(row => row.Data))
        {
            var bytes = Bytes(hex);
            for (var i = 0; i < 2000; i++)
            {
                var broken = (byte[])bytes.Clone();
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
                PictureHeader.SizeOf(broken);
            }
        }
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
