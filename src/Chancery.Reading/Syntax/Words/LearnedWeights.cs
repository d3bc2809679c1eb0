using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax.Words;

/// <summary>
/// The weights of a linear choice between up to four answers, found by the hash of a feature. Whole numbers, so that every
/// processor decides alike.
/// </summary>
internal sealed class LearnedWeights(sbyte[] rows)
{
    /// <summary>Answers a row has a weight for.</summary>
    public const int Answers = 4;

    /// <summary>How many steps of a weight make one unit of log odds.</summary>
    public const int Steps = 24;

    private readonly int _mask = rows.Length / Answers - 1;

    public (int A, int B, int C) Score(ReadOnlySpan<uint> features)
    {
        int a = 0, b = 0, c = 0;
        ref sbyte first = ref MemoryMarshal.GetArrayDataReference(rows);
        foreach (uint feature in features)
        {
            ref sbyte row = ref Unsafe.Add(ref first, (nint)(feature & (uint)_mask) * Answers);
            a += row;
            b += Unsafe.Add(ref row, 1);
            c += Unsafe.Add(ref row, 2);
        }
        return (a, b, c);
    }

    public static LearnedWeights Read(BinaryReader input) => new((sbyte[])(Array)input.ReadBytes(input.ReadInt32()));

    public static void Write(BinaryWriter output, sbyte[] rows)
    {
        output.Write(rows.Length);
        output.Write((byte[])(Array)rows);
    }
}
