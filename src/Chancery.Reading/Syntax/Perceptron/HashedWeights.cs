using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax.Perceptron;

/// <summary>
/// Weights of features by hash: a feature's row holds one small number a class. Rows overlap; what collides is noise the training saw.
/// </summary>
internal sealed class HashedWeights
{
    private readonly sbyte[] _table;
    private readonly int _shift;

    public HashedWeights(sbyte[] table)
    {
        _table = table;
        _shift = 32 - BitOperations.Log2((uint)table.Length);
    }

    /// <summary>Rows may begin anywhere in the power of two that the table is rounded down to.</summary>
    public const int Room = 256;

    public static uint Mix(uint template, uint a, uint b = 0, uint c = 0)
    {
        uint h = template * 0x9E3779B1u ^ a;
        h = (h ^ (h >> 15)) * 0x85EBCA77u ^ b;
        h = (h ^ (h >> 13)) * 0xC2B2AE3Du ^ c;
        h = (h ^ (h >> 16)) * 0x27D4EB2Fu;
        return h ^ (h >> 15);
    }

    public static int RowOf(uint feature, int shift) => (int)((feature * 0x9E3779B1u) >> shift);

    /// <summary>Adds the rows of all features. <paramref name="scores"/> has a multiple of 64 classes, or four.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<short> scores)
    {
        scores.Clear();
        ref sbyte table = ref MemoryMarshal.GetArrayDataReference(_table);
        foreach (uint feature in features)
        {
            ref sbyte row = ref Unsafe.Add(ref table, RowOf(feature, _shift));
            if (scores.Length == 4)
            {
                for (int k = 0; k < 4; k++) scores[k] += Unsafe.Add(ref row, k);
                continue;
            }
            int width = Vector<sbyte>.Count, half = Vector<short>.Count;
            for (int k = 0; k < scores.Length; k += width)
            {
                Vector.Widen(Vector.LoadUnsafe(ref Unsafe.Add(ref row, k)), out var low, out var high);
                ref short s = ref scores[k];
                (Vector.LoadUnsafe(ref s) + low).StoreUnsafe(ref s);
                (Vector.LoadUnsafe(ref Unsafe.Add(ref s, half)) + high).StoreUnsafe(ref Unsafe.Add(ref s, half));
            }
        }
    }

    public static int Best(ReadOnlySpan<short> scores)
    {
        int best = 0;
        for (int k = 1; k < scores.Length; k++)
            if (scores[k] > scores[best]) best = k;
        return best;
    }

    public static HashedWeights Read(BinaryReader input) => new(input.ReadBytes((1 << input.ReadInt32()) + Room) is var bytes ? (sbyte[])(Array)bytes : []);
}
