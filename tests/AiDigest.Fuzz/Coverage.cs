using System.Runtime.InteropServices;

namespace AiDigest.Fuzz;

/// <summary>
/// The branches that a run took. SharpFuzz's tool adds a counter of 8 bits to each branch of an assembly; the counters are in a block of
/// memory that this class provides. An assembly without counters gives no coverage, and then inputs are kept at random.
/// </summary>
internal static unsafe class Coverage
{
    private const int Size = 1 << 16;

    private static readonly byte* Counters = (byte*)NativeMemory.AllocZeroed(Size);
    private static readonly byte[] Seen = new byte[Size];

    /// <summary>Whether the assembly under test has counters.</summary>
    public static bool IsOn { get; } = typeof(Core.Content.EntryParser).Assembly.GetReferencedAssemblies()
        .Any(name => name.Name == "SharpFuzz.Common");

    public static void Begin()
    {
        if (IsOn)
        {
            SharpFuzz.Common.Trace.SharedMem = Counters;
            new Span<byte>(Counters, Size).Clear();
        }
    }

    /// <summary>Whether the last run took a branch, or a power of two of rounds through one, that no run took before.</summary>
    public static bool IsNew()
    {
        var isNew = false;
        for (var word = 0; IsOn && word < Size; word += sizeof(ulong))
        {
            if (*(ulong*)(Counters + word) == 0)
            {
                continue;
            }

            for (var i = word; i < word + sizeof(ulong); i++)
            {
                var rounds = Counters[i] == 0 ? 0 : 1 << (byte)Math.Log2(Counters[i]);
                isNew |= (Seen[i] & rounds) != rounds;
                Seen[i] |= (byte)rounds;
            }
        }

        return isNew;
    }
}
