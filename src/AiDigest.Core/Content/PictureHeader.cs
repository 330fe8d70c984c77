using System.Buffers.Binary;
using AiDigest.Core.Model;

namespace AiDigest.Core.Content;

/// <summary>
/// Reads the size of a picture from the beginning of its file, without decoding it: PNG (W3C), GIF89a, JPEG (ITU T.81, with the orientation
/// of Exif 2.3), WebP (RFC 9649), AVIF (ISO/IEC 23008-12, the <c>ispe</c> of the largest item). The bytes decide, not the name. Null where
/// they tell nothing.
/// </summary>
public static class PictureHeader
{
    public static PictureSize? SizeOf(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file[0] == 0x89 && file[1..8].SequenceEqual("PNG\r\n\x1a\n"u8) ? Size(Big(file, 16), Big(file, 20))
        : file.Length >= 10 && (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8)) ? Size(Little(file, 6), Little(file, 8))
        : file.Length >= 30 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8) ? WebP(file)
        : file.Length >= 4 && file[0] == 0xFF && file[1] == 0xD8 ? Jpeg(file)
        : file.Length >= 12 && file[4..8].SequenceEqual("ftyp"u8) ? Avif(file)
        : null;

    private static PictureSize? Size(long width, long height) =>
        width is > 0 and < 1 << 20 && height is > 0 and < 1 << 20 ? new PictureSize((int)width, (int)height) : null;

    private static PictureSize? WebP(ReadOnlySpan<byte> file)
    {
        var kind = file[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return Size(1 + Little(file, 24) + (file[26] << 16), 1 + Little(file, 27) + (file[29] << 16));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return file[20] == 0x2F ? Size(1 + (bits & 0x3FFF), 1 + ((bits >> 14) & 0x3FFF)) : null;
        }

        return kind.SequenceEqual("VP8 "u8) ? Size(Little(file, 26) & 0x3FFF, Little(file, 28) & 0x3FFF) : null;
    }

    private static PictureSize? Jpeg(ReadOnlySpan<byte> file)
    {
        var turned = false;
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var marker = file[at + 1];
            if (marker is 0xFF)
            {
                at++;
                continue;
            }

            // SOF0 to SOF15 except for DHT, JPG and DAC, which are among them.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                var (height, width) = (Big16(file, at + 5), Big16(file, at + 7));
                return turned ? Size(height, width) : Size(width, height);
            }

            var length = Big16(file, at + 2);
            if (marker == 0xE1 && at + 2 + length <= file.Length && length > 8)
            {
                turned |= IsTurned(file.Slice(at + 4, length - 2));
            }

            at += 2 + Math.Max(2, length);
        }

        return null;
    }

    /// <summary>Whether Exif says that the picture is to be turned by a quarter (orientations 5 to 8), as browsers do.</summary>
    private static bool IsTurned(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 14 || !segment.StartsWith("Exif\0\0"u8))
        {
            return false;
        }

        var tiff = segment[6..];
        var big = tiff[0] == (byte)'M';
        long at = big ? Big(tiff, 4) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]);
        if (at + 2 > tiff.Length)
        {
            return false;
        }

        var count = big ? Big16(tiff, (int)at) : Little(tiff, (int)at);
        for (var entry = (int)at + 2; count-- > 0 && entry + 12 <= tiff.Length; entry += 12)
        {
            if ((big ? Big16(tiff, entry) : Little(tiff, entry)) == 0x0112)
            {
                return (big ? Big16(tiff, entry + 8) : Little(tiff, entry + 8)) is >= 5 and <= 8;
            }
        }

        return false;
    }

    /// <summary>The largest <c>ispe</c> among the properties: tiles and thumbnails are smaller than the picture.</summary>
    private static PictureSize? Avif(ReadOnlySpan<byte> file)
    {
        PictureSize? largest = null;
        for (var rest = file[..Math.Min(file.Length, 1 << 16)]; rest.IndexOf("ispe"u8) is >= 0 and var at
            && at + 16 <= rest.Length; rest = rest[(at + 4)..])
        {
            if (Size(Big(rest, at + 8), Big(rest, at + 12)) is { } size
                && (long)size.Width * size.Height > (long)(largest?.Width ?? 0) * (largest?.Height ?? 0))
            {
                largest = size;
            }
        }

        return largest;
    }

    private static uint Big(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static int Big16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);

    private static int Little(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
}
