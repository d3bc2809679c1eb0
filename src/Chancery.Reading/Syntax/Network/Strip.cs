using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>Four registers side by side: a stretch of one row of a product while it is summed.</summary>
/// <typeparam name="TVector">The machine's vector.</typeparam>
internal unsafe interface IStrip<TVector>
{
    /// <summary>How many columns a strip covers; it divides <see cref="Panels.Width"/>.</summary>
    static abstract int Width { get; }

    /// <summary>How many rows summed at once leave every strip in a register.</summary>
    static abstract int Rows { get; }

    static abstract TVector LoadVector(float* from);

    void Load(float* from);
    void Store(float* to);

    /// <summary>One fused multiplication and addition a column: rounded once, as IEEE 754 says, on every machine.</summary>
    void MultiplyAdd(float factor, TVector a, TVector b, TVector c, TVector d);
}

internal unsafe struct Strip512 : IStrip<Vector512<float>>
{
    private Vector512<float> _a, _b, _c, _d;

    public static int Width => 64;
    public static int Rows => 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LoadVector(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(float* from)
    {
        _a = Vector512.Load(from);
        _b = Vector512.Load(from + 16);
        _c = Vector512.Load(from + 32);
        _d = Vector512.Load(from + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to)
    {
        _a.Store(to);
        _b.Store(to + 16);
        _c.Store(to + 32);
        _d.Store(to + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(float factor, Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        var x = Vector512.Create(factor);
        _a = Vector512.FusedMultiplyAdd(x, a, _a);
        _b = Vector512.FusedMultiplyAdd(x, b, _b);
        _c = Vector512.FusedMultiplyAdd(x, c, _c);
        _d = Vector512.FusedMultiplyAdd(x, d, _d);
    }
}

internal unsafe struct Strip256 : IStrip<Vector256<float>>
{
    private Vector256<float> _a, _b, _c, _d;

    public static int Width => 32;
    public static int Rows => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> LoadVector(float* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Load(float* from)
    {
        _a = Vector256.Load(from);
        _b = Vector256.Load(from + 8);
        _c = Vector256.Load(from + 16);
        _d = Vector256.Load(from + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(float* to)
    {
        _a.Store(to);
        _b.Store(to + 8);
        _c.Store(to + 16);
        _d.Store(to + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MultiplyAdd(float factor, Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d)
    {
        var x = Vector256.Create(factor);
        _a = Vector256.FusedMultiplyAdd(x, a, _a);
        _b = Vector256.FusedMultiplyAdd(x, b, _b);
        _c = Vector256.FusedMultiplyAdd(x, c, _c);
        _d = Vector256.FusedMultiplyAdd(x, d, _d);
    }
}
