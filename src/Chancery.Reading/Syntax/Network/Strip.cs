using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>Four registers side by side: a stretch of one row of a product while it is summed.</summary>
internal unsafe interface IStrip<TSelf> where TSelf : struct, IStrip<TSelf>
{
    /// <summary>How many columns a strip covers; it divides <see cref="Panels.Width"/>.</summary>
    static abstract int Width { get; }

    /// <summary>How many rows summed at once leave every strip in a register.</summary>
    static abstract int Rows { get; }

    static abstract TSelf Load(float* from);
    void Store(float* to);

    /// <summary>One fused multiplication and addition a column: rounded once, as IEEE 754 says, on every machine.</summary>
    static abstract TSelf MultiplyAdd(float factor, TSelf weights, TSelf sum);
}

internal unsafe struct Strip512 : IStrip<Strip512>
{
    private Vector512<float> _a, _b, _c, _d;

    public static int Width => 64;
    public static int Rows => 6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip512 Load(float* from) => new()
    {
        _a = Vector512.Load(from), _b = Vector512.Load(from + 16), _c = Vector512.Load(from + 32), _d = Vector512.Load(from + 48),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* to)
    {
        _a.Store(to);
        _b.Store(to + 16);
        _c.Store(to + 32);
        _d.Store(to + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip512 MultiplyAdd(float factor, Strip512 weights, Strip512 sum)
    {
        var x = Vector512.Create(factor);
        sum._a = Vector512.FusedMultiplyAdd(x, weights._a, sum._a);
        sum._b = Vector512.FusedMultiplyAdd(x, weights._b, sum._b);
        sum._c = Vector512.FusedMultiplyAdd(x, weights._c, sum._c);
        sum._d = Vector512.FusedMultiplyAdd(x, weights._d, sum._d);
        return sum;
    }
}

internal unsafe struct Strip256 : IStrip<Strip256>
{
    private Vector256<float> _a, _b, _c, _d;

    public static int Width => 32;
    public static int Rows => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip256 Load(float* from) => new()
    {
        _a = Vector256.Load(from), _b = Vector256.Load(from + 8), _c = Vector256.Load(from + 16), _d = Vector256.Load(from + 24),
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Store(float* to)
    {
        _a.Store(to);
        _b.Store(to + 8);
        _c.Store(to + 16);
        _d.Store(to + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Strip256 MultiplyAdd(float factor, Strip256 weights, Strip256 sum)
    {
        var x = Vector256.Create(factor);
        sum._a = Vector256.FusedMultiplyAdd(x, weights._a, sum._a);
        sum._b = Vector256.FusedMultiplyAdd(x, weights._b, sum._b);
        sum._c = Vector256.FusedMultiplyAdd(x, weights._c, sum._c);
        sum._d = Vector256.FusedMultiplyAdd(x, weights._d, sum._d);
        return sum;
    }
}
