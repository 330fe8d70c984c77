using System.Collections.Immutable;
using AiDigest.Core.FileSystem;
using AiDigest.Core.Site;

namespace AiDigest.Core.Build.Cache;

/// <summary>The codec of <see cref="LastBuild"/>; a file that was cut, damaged or written by another version is as good as none.</summary>
public static class LastBuildCodec
{
    private const byte Version = 3;
    private static ReadOnlySpan<byte> Mark => "AIDIGEST-OUTPUTS"u8;

    public static ReadOnlyMemory<byte> Format(LastBuild build, SealKey key)
    {
        var writer = Sealed.Begin(Mark, Version, 4096 + (build.Sources.Length * 128) + (build.Outputs.Length * 160));
        writer.Digest(build.Tool);
        writer.Digest(build.Options);
        writer.Digest(build.Listing);
        ModelCodec.Write(writer, build.Sources, static (to, source) =>
        {
            to.Text(source.Path);
            to.Digest(source.Digest);
            to.Digest(source.Facts);
            to.Digest(source.Mark);
        });
        writer.Number(build.Since);
        writer.Number(build.Until);
        writer.Number(build.Entries);
        writer.Number(build.Pages);
        writer.Number(build.Tags);
        ModelCodec.Write(writer, build.Skipped, WriteSkipped);
        ModelCodec.Write(writer, build.Diagnostics, ModelCodec.WriteDiagnostic);
        var frames = build.Outputs.Select(output => output.Key.Template).Distinct().ToList();
        ModelCodec.Write(writer, [.. frames], WriteFrame);
        var numbers = new Dictionary<TemplateKey, int>();
        for (var i = 0; i < frames.Count; i++)
        {
            numbers.Add(frames[i], i);
        }

        ModelCodec.Write(writer, build.Outputs, (to, output) => WriteOutput(to, output, numbers));
        return Sealed.End(writer, key);
    }

    /// <returns>The build; null where anything is odd.</returns>
    public static LastBuild? Parse(ReadOnlyMemory<byte> bytes, SealKey key)
    {
        if (Sealed.Open(bytes, key, Mark, Version) is not { } content)
        {
            return null;
        }

        try
        {
            var reader = new ByteReader(content);
            var build = Read(reader);
            return reader.AtEnd ? build : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static LastBuild Read(ByteReader reader)
    {
        var build = new LastBuild
        {
            Tool = reader.Digest(),
            Options = reader.Digest(),
            Listing = reader.Digest(),
            Sources =
                ModelCodec.ReadMany(reader, static from => new LastSource(from.Required(), from.Digest(), from.Digest(), from.Digest())),
            Since = reader.Number(),
            Until = reader.Number(),
            Entries = reader.Small(),
            Pages = reader.Small(),
            Tags = reader.Small(),
            Skipped = ModelCodec.ReadMany(reader, ReadSkipped),
            Diagnostics = ModelCodec.ReadMany(reader, ModelCodec.ReadDiagnostic),
            Outputs = [],
        };
        var frames = ModelCodec.ReadMany(reader, ReadFrame);
        return build with { Outputs = ModelCodec.ReadMany(reader, from => ReadOutput(from, frames)) };
    }

    private static void WriteSkipped(ByteWriter writer, SkippedEntry skipped)
    {
        ModelCodec.WriteRef(writer, skipped.Source, "");
        writer.Text(skipped.Title);
        writer.Text(skipped.Reason);
        writer.Flag(skipped.Appears is not null);
        if (skipped.Appears is { } moment)
        {
            ModelCodec.WriteMoment(writer, moment);
        }
    }

    private static SkippedEntry ReadSkipped(ByteReader reader) => new(
        ModelCodec.ReadRef(reader, ""), reader.Required(), reader.Required(), reader.Flag() ? ModelCodec.ReadMoment(reader) : null);

    private static void WriteFrame(ByteWriter writer, TemplateKey frame)
    {
        writer.Text(frame.Name);
        foreach (var (_, digest) in frame.Parts)
        {
            writer.Digest(digest);
        }
    }

    private static TemplateKey ReadFrame(ByteReader reader) => new(
        reader.Required(), reader.Digest(), reader.Digest(), reader.Digest(), reader.Digest(), reader.Digest(), reader.Digest());

    private static void WriteOutput(ByteWriter writer, LastOutput output, Dictionary<TemplateKey, int> frames)
    {
        writer.Text(output.Path);
        writer.Number(frames[output.Key.Template]);
        writer.Digest(output.Key.View);
        writer.Digest(output.Content);
        writer.Number(output.Size);
        writer.Number(output.Modified);
        writer.Byte((byte)output.Decision.Reason);
        writer.Byte((byte)output.Decision.Parts);
    }

    private static LastOutput ReadOutput(ByteReader reader, ImmutableArray<TemplateKey> frames)
    {
        var path = reader.Required();
        var frame = reader.Small();
        var key = new OutputKey(frame >= 0 && frame < frames.Length ? frames[frame] : throw ByteReader.Odd(), reader.Digest());
        return new LastOutput(
            path, key, reader.Digest(), reader.Number(), reader.Number(),
                new Decision((RenderReason)reader.Byte(), (KeyParts)reader.Byte()));
    }
}
