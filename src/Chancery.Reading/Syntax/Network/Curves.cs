using System.Numerics;
using System.Runtime.CompilerServices;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// The curves of the network, of additions, products and quotients only, each rounded as IEEE 754 says: the same bits on every
/// processor, which the machine's own exponential does not promise. Within 3e-7 of the true value.
/// </summary>
internal static class Curves
{
    /// <summary>Slope of <see cref="Leaky"/> below zero.</summary>
    public const float Leak = 0.1f;

    // Beyond this e^x is no longer a normal float; every curve here is flat long before.
    private const float Widest = 87;

    /// <summary>e^x = 2^n · e^r with |r| ≤ ln2/2, the latter by its series to the seventh power.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Exp(Vector<float> x)
    {
        x = Vector.Min(Vector.Max(x, new Vector<float>(-Widest)), new Vector<float>(Widest));
        var n = Vector.Floor(Vector.FusedMultiplyAdd(x, new Vector<float>(1.44269504f), new Vector<float>(0.5f)));
        // ln2 in two parts: the first has few enough digits that n times it is exact
        var r = Vector.FusedMultiplyAdd(n, new Vector<float>(-0.693359375f), x);
        r = Vector.FusedMultiplyAdd(n, new Vector<float>(2.12194440e-4f), r);
        var series = new Vector<float>(1f / 5040);
        series = Vector.FusedMultiplyAdd(series, r, new Vector<float>(1f / 720));
        series = Vector.FusedMultiplyAdd(series, r, new Vector<float>(1f / 120));
        series = Vector.FusedMultiplyAdd(series, r, new Vector<float>(1f / 24));
        series = Vector.FusedMultiplyAdd(series, r, new Vector<float>(1f / 6));
        series = Vector.FusedMultiplyAdd(series, r, new Vector<float>(0.5f));
        series = Vector.FusedMultiplyAdd(series, r, Vector<float>.One);
        series = Vector.FusedMultiplyAdd(series, r, Vector<float>.One);
        var power = Vector.ShiftLeft(Vector.ConvertToInt32(n) + new Vector<int>(127), 23);
        return series * Vector.AsVectorSingle(power);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Sigmoid(Vector<float> x) => Vector<float>.One / (Vector<float>.One + Exp(-x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Tanh(Vector<float> x) =>
        Vector<float>.One - new Vector<float>(2) / (Vector<float>.One + Exp(x + x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Leaky(Vector<float> x) => Vector.Max(x, x * new Vector<float>(Leak));
}
