using AiDigest.Core.FileSystem;
using AiDigest.Core.Markdown.Formulas;

namespace AiDigest.Core.Build.Cache;

/// <summary>
/// What formulas gave when they were last converted, by their TeX and mode, whatever entry they were in: the engine that converts them
/// takes longer to start than a small build takes in all. It is good for one version of the tool; a cache of another, or one that is cut or
/// damaged, is empty.
/// </summary>
public sealed class FormulaCache
{
    private const byte Version = 1;

    /// <summary>
    /// Formulas in one file. One more, and it begins again with those of the build at hand, so that formulas which are no longer used go.
    /// </summary>
    private const int Most = 100_000;

    private readonly Dictionary<(string Tex, bool Display), ReadOnlyMemory<byte>> _records;

    private FormulaCache(Dictionary<(string Tex, bool Display), ReadOnlyMemory<byte>> records) => _records = records;

    public static FormulaCache Empty { get; } = new([]);

    private static ReadOnlySpan<byte> Mark => "AIDIGEST-FORMULAS"u8;

    /// <param name="bytes">The file.</param>
    /// <param name="key">Of this user.</param>
    /// <param name="tool">The version of the tool.</param>
    public static FormulaCache Load(ReadOnlyMemory<byte> bytes, SealKey key, Digest tool)
    {
        var records = new Dictionary<(string, bool), ReadOnlyMemory<byte>>();
        return Sealed.TryRead(bytes, key, Mark, Version, tool, reader => records[(reader.Required(), reader.Flag())] = reader.Bytes())
            ? new FormulaCache(records)
            : Empty;
    }

    /// <summary>What a formula gave; null where that is not known.</summary>
    public ConvertedFormula? Find(string tex, bool display)
    {
        if (!_records.TryGetValue((tex, display), out var bytes))
        {
            return null;
        }

        try
        {
            var record = new ByteReader(bytes);
            return new ConvertedFormula(record.Text(), record.Small(), record.Required(), record.Small());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The file of these formulas and all that are known, piece by piece.</summary>
    /// <param name="made">Formulas that were not known.</param>
    /// <param name="write">Takes each piece, valid until it returns.</param>
    public void Write(
        IReadOnlyCollection<KeyValuePair<(string Tex, bool Display), ConvertedFormula>> made, SealKey key, Digest tool,
        Action<ReadOnlySpan<byte>> write)
    {
        var file = new Sealed.Writer(key, Mark, Version, write);
        var (head, record) = (new ByteWriter(), new ByteWriter());
        head.Digest(tool);
        if (_records.Count + made.Count <= Most)
        {
            foreach (var ((tex, display), bytes) in _records)
            {
                Add(tex, display, bytes.Span);
            }
        }

        foreach (var ((tex, display), formula) in made)
        {
            record.Clear();
            record.Text(formula.MathMl);
            record.Number(formula.Glyphs);
            record.Text(formula.Problem);
            record.Number(formula.Position);
            Add(tex, display, record.Written);
        }

        file.Write(head.Written);
        file.End();

        void Add(string tex, bool display, ReadOnlySpan<byte> bytes)
        {
            head.Text(tex);
            head.Flag(display);
            head.Bytes(bytes);
            file.Write(head.Written);
            head.Clear();
        }
    }
}
