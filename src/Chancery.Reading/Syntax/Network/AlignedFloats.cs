using System.Runtime.InteropServices;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// Floats outside the managed heap, beginning on a cache line. They are zero at first and may grow; growing forgets what they held.
/// Who computes with <see cref="Pointer"/> keeps the object alive until done.
/// </summary>
internal sealed unsafe class AlignedFloats
{
    private const int CacheLine = 64;

    public AlignedFloats(int length = 0) => Reserve(length);

    ~AlignedFloats() => NativeMemory.AlignedFree(Pointer);

    public float* Pointer { get; private set; }
    public int Length { get; private set; }
    public Span<float> Span => new(Pointer, Length);

    public float* Reserve(int length)
    {
        if (length <= Length) return Pointer;
        NativeMemory.AlignedFree(Pointer);
        Pointer = (float*)NativeMemory.AlignedAlloc((nuint)length * sizeof(float), CacheLine);
        Length = length;
        Span.Clear();
        return Pointer;
    }
}
