using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Reading.Syntax.Network;

/// <summary>
/// Adds a product of matrices to a third: C += A·B, with B in <see cref="Panels"/>.
/// Every element is one chain of fused additions in the order of the rows of B, whatever the width of the machine's vectors and
/// however many rows are computed together. So a sentence has the same scores, to the bit, alone or in company, on every processor.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <param name="aRow">Floats from a row of A to the next; <paramref name="aColumn"/> from an element to the one at its right.</param>
    /// <param name="columns">Columns of B; C is written up to the next multiple of <see cref="Panels.Width"/>.</param>
    public static void Add(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* panels, int columns, float* c, nint cRow)
    {
        if (Vector512.IsHardwareAccelerated) Add<Strip512, Vector512<float>>(a, aRow, aColumn, rows, depth, panels, columns, c, cRow);
        else Add<Strip256, Vector256<float>>(a, aRow, aColumn, rows, depth, panels, columns, c, cRow);
    }

    public static void Add(float* a, nint aRow, int rows, int depth, float* panels, int columns, float* c, nint cRow) =>
        Add(a, aRow, 1, rows, depth, panels, columns, c, cRow);

    public static void Add<TStrip, TVector>(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* panels, int columns, float* c, nint cRow)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        for (int panel = 0; panel < columns; panel += Panels.Width, panels += (nint)depth * Panels.Width)
            for (int strip = 0; strip < Panels.Width; strip += TStrip.Width)
                AddStrip<TStrip, TVector>(a, aRow, aColumn, rows, depth, panels + strip, c + panel + strip, cRow);
    }

    private static void AddStrip<TStrip, TVector>(
        float* a, nint aRow, nint aColumn, int rows, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        int row = 0;
        if (TStrip.Rows >= 6)
            for (; row + 6 <= rows; row += 6) Six<TStrip, TVector>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        if (TStrip.Rows >= 4)
            for (; row + 4 <= rows; row += 4) Four<TStrip, TVector>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        for (; row + 2 <= rows; row += 2) Two<TStrip, TVector>(a + row * aRow, aRow, aColumn, depth, weights, c + row * cRow, cRow);
        if (row < rows) One<TStrip, TVector>(a + row * aRow, aColumn, depth, weights, c + row * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Six<TStrip, TVector>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        float* below = a + 3 * aRow;
        TStrip s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default;
        s0.Load(c);
        s1.Load(c + cRow);
        s2.Load(c + 2 * cRow);
        s3.Load(c + 3 * cRow);
        s4.Load(c + 4 * cRow);
        s5.Load(c + 5 * cRow);
        for (int k = 0; k < depth; k++, a += aColumn, below += aColumn, weights += Panels.Width)
        {
            TVector u = TStrip.LoadVector(weights), v = TStrip.LoadVector(weights + TStrip.Width / 4);
            TVector w = TStrip.LoadVector(weights + TStrip.Width / 2), x = TStrip.LoadVector(weights + 3 * TStrip.Width / 4);
            s0.MultiplyAdd(a[0], u, v, w, x);
            s1.MultiplyAdd(a[aRow], u, v, w, x);
            s2.MultiplyAdd(a[2 * aRow], u, v, w, x);
            s3.MultiplyAdd(below[0], u, v, w, x);
            s4.MultiplyAdd(below[aRow], u, v, w, x);
            s5.MultiplyAdd(below[2 * aRow], u, v, w, x);
        }
        s0.Store(c);
        s1.Store(c + cRow);
        s2.Store(c + 2 * cRow);
        s3.Store(c + 3 * cRow);
        s4.Store(c + 4 * cRow);
        s5.Store(c + 5 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four<TStrip, TVector>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        float* below = a + 2 * aRow;
        TStrip s0 = default, s1 = default, s2 = default, s3 = default;
        s0.Load(c);
        s1.Load(c + cRow);
        s2.Load(c + 2 * cRow);
        s3.Load(c + 3 * cRow);
        for (int k = 0; k < depth; k++, a += aColumn, below += aColumn, weights += Panels.Width)
        {
            TVector u = TStrip.LoadVector(weights), v = TStrip.LoadVector(weights + TStrip.Width / 4);
            TVector w = TStrip.LoadVector(weights + TStrip.Width / 2), x = TStrip.LoadVector(weights + 3 * TStrip.Width / 4);
            s0.MultiplyAdd(a[0], u, v, w, x);
            s1.MultiplyAdd(a[aRow], u, v, w, x);
            s2.MultiplyAdd(below[0], u, v, w, x);
            s3.MultiplyAdd(below[aRow], u, v, w, x);
        }
        s0.Store(c);
        s1.Store(c + cRow);
        s2.Store(c + 2 * cRow);
        s3.Store(c + 3 * cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Two<TStrip, TVector>(float* a, nint aRow, nint aColumn, int depth, float* weights, float* c, nint cRow)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        TStrip s0 = default, s1 = default;
        s0.Load(c);
        s1.Load(c + cRow);
        for (int k = 0; k < depth; k++, a += aColumn, weights += Panels.Width)
        {
            TVector u = TStrip.LoadVector(weights), v = TStrip.LoadVector(weights + TStrip.Width / 4);
            TVector w = TStrip.LoadVector(weights + TStrip.Width / 2), x = TStrip.LoadVector(weights + 3 * TStrip.Width / 4);
            s0.MultiplyAdd(a[0], u, v, w, x);
            s1.MultiplyAdd(a[aRow], u, v, w, x);
        }
        s0.Store(c);
        s1.Store(c + cRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TStrip, TVector>(float* a, nint aColumn, int depth, float* weights, float* c)
        where TStrip : struct, IStrip<TVector> where TVector : struct
    {
        TStrip sum = default;
        sum.Load(c);
        for (int k = 0; k < depth; k++, a += aColumn, weights += Panels.Width)
        {
            TVector u = TStrip.LoadVector(weights), v = TStrip.LoadVector(weights + TStrip.Width / 4);
            TVector w = TStrip.LoadVector(weights + TStrip.Width / 2), x = TStrip.LoadVector(weights + 3 * TStrip.Width / 4);
            sum.MultiplyAdd(*a, u, v, w, x);
        }
        sum.Store(c);
    }
}
